# A shop's servers: what a configuration in Terraform is made of.
terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }

  backend "s3" {
    bucket  = "shop-state"
    key     = "shop/terraform.tfstate"
    encrypt = false
  }
}

provider "aws" {
  region     = var.region
  access_key = "AKIAEXAMPLE"
  alias      = "west"
}

variable "region" {
  type        = string
  default     = "eu-central-1"
  description = "Where it runs"

  validation {
    condition     = length(var.region) > 3 && can(regex("^eu-", var.region))
    error_message = "Only Europe."
  }
}

variable "ports" {
  type = map(object({
    from = number
    to   = optional(number, 65535)
  }))
  default = {}
}

locals {
  name     = "shop-${terraform.workspace}"
  sizes    = [1, 2.5, -3]
  is_large = length(local.sizes) >= 3 ? true : false
  tags = {
    Name          = local.name
    "cost-center" = 42
    (var.region)  = null
  }
  upper   = [for s in ["a", "b"] : upper(s) if s != "a"]
  by_name = { for k, v in var.ports : k => v.from... if v.from % 2 == 0 }
}

data "aws_ami" "ubuntu" {
  most_recent = true
  owners      = ["099720109477"]

  filter {
    name   = "name"
    values = ["ubuntu/images/*"]
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "${local.name}-logs"
  acl    = "public-read"

  versioning {
    enabled = false
  }

  logging {
    target_bucket = aws_s3_bucket.audit.id
  }

  tags = merge(local.tags, { Purpose = "logs" })
}

resource "aws_s3_bucket" "audit" {
  count  = local.is_large ? 1 : 0
  bucket = format("%s-audit", local.name)
}

// Whom the database lets in.
resource "aws_security_group" "web" {
  name_prefix = "web"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  dynamic "egress" {
    for_each = var.ports
    iterator = port
    content {
      from_port = port.value.from
      to_port   = port.value["to"]
      protocol  = "-1"
    }
  }

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [tags]
  }
}

resource "aws_db_instance" "main" {
  identifier          = "main"
  engine              = "postgres"
  password            = "hunter2"
  publicly_accessible = true
  storage_encrypted   = !local.is_large
  vpc_ids             = [aws_security_group.web.id, aws_security_group.web.*.id[0]]
  depends_on          = [aws_s3_bucket.logs]

  provisioner "local-exec" {
    command = "echo ${self.address} >> hosts.txt"
  }
}

resource "aws_iam_policy" "all" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Action   = "*"
      Effect   = "Allow"
      Resource = ["*"]
    }]
  })
}

resource "aws_instance" "web" {
  for_each      = toset(["a", "b"])
  ami           = data.aws_ami.ubuntu.id
  instance_type = lookup({ large = "m5.large" }, each.key, "t3.micro")
  provider      = aws.west

  user_data = <<-SCRIPT
    #!/bin/bash
    echo "${local.name}" > /etc/name
    %{if local.is_large}
    echo large
    %{endif}
  SCRIPT

  metadata_options {
    http_tokens = "optional"
  }
}

module "vpc" {
  source = "./modules/vpc"
  cidr   = cidrsubnet("10.0.0.0/16", 4 + 4, 1 * 2)
  names  = [for i in aws_instance.web : i.id]
}

output "address" {
  value     = aws_db_instance.main.address
  sensitive = false
}
