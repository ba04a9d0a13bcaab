import assert from "node:assert/strict";
import { loweringOf } from "../../../src/engine/languages/language";
import { terraform } from "../../../src/engine/languages/terraform";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

const BUCKET = `resource "aws_s3_bucket" "b" {
  acl = "private"
  enabled = "true"
  n = 1
  wrap {
    ingress {
      port = 22
      cidr = ["10.0.0.0/8", "0.0.0.0/0"]
    }
  }
}`;

const NAMES = `variable "v" {
  default = "d"
}
locals {
  k = "s"
  j = local.k
  l = ["a"]
}
`;

/** A pattern, a file, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  // Blocks: entries in any order, others between them, nested blocks at any depth.
  ['resource "aws_s3_bucket" $N { ... acl = $V ... }', BUCKET, BUCKET],
  ['resource "aws_s3_bucket" "$N" {\n  n = 1\n  acl = "private"\n}', BUCKET, BUCKET],
  ["resource $T $N {}", BUCKET, BUCKET],
  ['resource "..." "..." {\n  ...\n  ingress {\n    ...\n    port = 22\n  }\n}', BUCKET, BUCKET],
  ['resource "..." "..." { port = 22 }', BUCKET],
  ['resource "=~/^aws_/" $N {...}', BUCKET, BUCKET],
  ["resource {...}", BUCKET],
  ["resource a b {...}", 'resource "a" "b" {}\nresource a b {}', "resource a b {}"],
  ["$B {\n  ...\n  port = $P\n}", BUCKET, BUCKET.slice(BUCKET.indexOf("ingress"), BUCKET.lastIndexOf("]") + 7)],
  ["resource", BUCKET, "resource"],
  ['...\nvariable "v" { ... }\n...', NAMES, NAMES.trimEnd(), 'variable "v" {\n  default = "d"\n}'],
  // Attributes.
  ['acl = "..."', BUCKET, 'acl = "private"'],
  ["enabled = true", BUCKET, 'enabled = "true"'],
  ['n = "1"', BUCKET, "n = 1"],
  ["n = $X", BUCKET, "n = 1"],
  ['acl = "=~/^pri/"', BUCKET, 'acl = "private"'],
  ["port = 22\n...", BUCKET, 'port = 22\n      cidr = ["10.0.0.0/8", "0.0.0.0/0"]', "port = 22"],
  // Lists are exact, objects are not.
  ['cidr = ["0.0.0.0/0"]', BUCKET],
  ['cidr = [..., "0.0.0.0/0", ...]', BUCKET, 'cidr = ["10.0.0.0/8", "0.0.0.0/0"]'],
  ['cidr = [\n  ...,\n  "0.0.0.0/0",\n  ...\n]', BUCKET, 'cidr = ["10.0.0.0/8", "0.0.0.0/0"]'],
  ['cidr = <... "0.0.0.0/0" ...>', BUCKET, 'cidr = ["10.0.0.0/8", "0.0.0.0/0"]'],
  ["{ B = 2 }", "a = f({\n  A = 1\n  B = 2\n})", "{\n  A = 1\n  B = 2\n}"],
  ["f({..., B = 2, ...})", "a = f({ A = 1, B = 2 })", "f({ A = 1, B = 2 })"],
  ['{ A = "x" }', 'a = f({ "A" = "x" })'],
  ['{ "A" = "x" }', 'a = f({ "A" : "x" })', '{ "A" : "x" }'],
  // Constants: one step, no lists.
  ['a = "s"', `${NAMES}a = local.k`, "a = local.k"],
  ['a = "s"', `${NAMES}a = local.j`],
  ['a = "d"', `${NAMES}a = var.v`, "a = var.v"],
  ['a = "..."', `${NAMES}a = "x-\${var.v}"`, 'a = "x-${var.v}"'],
  ['a = "..."', 'a = "x-${var.v}"'],
  ['a = ["a"]', `${NAMES}a = local.l`],
  // Expressions.
  ["aws_x.$N.id", "a = aws_x.b.id\nb = aws_x.b[0].id", "aws_x.b.id"],
  ["aws_x.b.*.id", "a = aws_x.b.*.id", "aws_x.b.*.id"],
  ["$X.id", "a = aws_x.b[0].id", "aws_x.b[0].id"],
  ['$A ? "x" : $B', 'a = var.a ? "x" : "y"', 'var.a ? "x" : "y"'],
  ["f(...)", "a = f(g(1), [2])", "f(g(1), [2])"],
  ['"a-${...}"', 'a = "a-${var.b}"', '"a-${var.b}"'],
  ['a = "=~/^  x\\n  y$/"', "a = <<EOF\n  x\n  y\nEOF\n", "a = <<EOF\n  x\n  y\nEOF"],
  ['a = "=~/^x\\n  y$/"', "a = <<-EOF\n  x\n    y\n  EOF\n", "a = <<-EOF\n  x\n    y\n  EOF"],
  ['a = "=~/export/"', "a = <<EOF\nexport X\nEOF\n", "a = <<EOF\nexport X\nEOF"],
  ["a = null", "a = null", "a = null"],
  ["a != b", "x = a != b && c > -1", "a != b"],
  ["true", 'a = "true"', '"true"'],
  ["443", 'a = "443"', '"443"'],
  ['a = "443"', 'variable "b" {\n  default = 443\n}\nlocals {\n  a = var.b\n}\n', "a = var.b"],
  [
    "a = 1\n...\nb = 2",
    'c "d" {\n  a = 1\n  e {\n    f = 1\n  }\n  b = 2\n}\n',
    "a = 1\n  e {\n    f = 1\n  }\n  b = 2",
  ],
];

const TREES: readonly (readonly [code: string, ...statements: string[]])[] = [
  [
    'a "b" {\n  c = 1\n}',
    "(ExpressionStatement value:(Call callee:(Identifier a) argument:(String b) argument:(Object element:(Pair key:(Name c) value:(Number 1)))))",
  ],
  [
    "a = [for s in var.l : f(s) if s]",
    "(Pair key:(Name a) value:(Comprehension list clause:(ComprehensionFor target:(Name s) iterable:(Member object:(Identifier var) property:(Name l))) element:(Call callee:(Identifier f) argument:(Identifier s)) clause:(ComprehensionIf condition:(Identifier s))))",
  ],
  ['a = "${b}-c"', "(Pair key:(Name a) value:(Template part:(Identifier b) part:(StringPart -c)))"],
  ["a = b.0", "(Pair key:(Name a) value:(Index object:(Identifier b) index:(Number 0)))"],
  ["a = !b", "(Pair key:(Name a) value:(Unary ! operand:(Identifier b)))"],
];

describe("Terraform", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${JSON.stringify(pattern)} in ${JSON.stringify(code)}`, async () => {
      assert.deepEqual(await textsOf("terraform", pattern, code), matched);
    });
  }

  for (const [code, ...statements] of TREES) {
    it(`lowers ${code}`, async () => {
      const loaded = await grammar("hcl");
      const parsed = loaded.parse(code);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(terraform, loaded).lower(parsed), parsed.interner), statements);
    });
  }

  it("keeps every row within its parent, in text with errors too", async () => {
    const loaded = await grammar("hcl");
    for (const text of [BUCKET, `${NAMES}resource "a" {\n  b = \n  c = 1\n}\n`]) {
      const tree = loweringOf(terraform, loaded).lower(loaded.parse(text));
      for (let row = 1; row < tree.length; row++) {
        const parent = tree.parent[row]!;
        assert.ok(tree.start[row]! >= tree.start[parent]! && tree.end[row]! <= tree.end[parent]!, `row ${row}`);
      }
    }
  });
});
