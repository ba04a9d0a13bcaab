<#
  Puts a release of the shop on its servers: what a script in PowerShell is made of.
#>
#Requires -Version 5.1
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [ValidateSet("test", "production")]
    [string]$Target,
    [int]$Retries = 3,
    [switch]$Force
)

Import-Module ActiveDirectory
Set-StrictMode -Version Latest
$ErrorActionPreference = "Stop"
$script:failures = 0
$names = @("alpha", "beta", 'gamma')
$ports = @{ web = 8080; "admin" = 8081 }
[string[]]$list = 1..5 | ForEach-Object { "item $_" }

enum State {
    Open
    Closed = 4
}

class Order {
    [string]$Id
    hidden [double]$Price = 1.5
    static [int]$Count = 0

    Order([string]$id) {
        $this.Id = $id
        [Order]::Count++
    }

    [double] Total([int]$count) {
        return $this.Price * $count
    }
}

function Write-Log {
    param([string]$Message, [ValidateRange(0, 5)][int]$Level = 1)
    Write-Host "$(Get-Date -Format s) [$Level] $Message" -ForegroundColor Yellow
}

function Get-Release($Url, $Path = "C:\temp") {
    begin { Write-Verbose "begin" }
    process {
        [System.Net.ServicePointManager]::ServerCertificateValidationCallback = { $true }
        $client = New-Object System.Net.WebClient
        $client.DownloadFile("$Url/release.zip", (Join-Path $Path "release.zip"))
        Invoke-WebRequest -Uri $Url -OutFile "$Path\release.zip" -SkipCertificateCheck
        Expand-Archive -Path "$Path\release.zip" -DestinationPath $Path -Force:$Force
    }
    end { return $Path }
}

filter Select-Even { if ($_ % 2 -eq 0) { $_ } }

foreach ($name in $names) {
    if ($name -eq "beta" -and -not $Force) {
        continue
    } elseif ($name -match "^g(?<rest>\w+)$" -or $name -like "d*") {
        Write-Log -Message "found $($Matches.rest)" -Level 2
    } else {
        Invoke-Command -ComputerName $name -ScriptBlock { param($x) Remove-Item $x -Recurse } -ArgumentList "C:\old"
    }
}

for ($i = 0; $i -lt $names.Count; $i++) {
    $names[$i] = $names[$i].ToUpper() -replace "A", "B"
    $total += $i * 2 + 1
}

while ($Retries -gt 0) {
    $Retries--
    try {
        Invoke-Expression "ping $Target"
        iex (New-Object Net.WebClient).DownloadString("http://example.com/x.ps1")
        throw [System.InvalidOperationException]::new("failed")
    } catch [System.InvalidOperationException], [System.IO.IOException] {
        Write-Error $_.Exception.Message
        break
    } catch {
        $script:failures += 1
    } finally {
        Write-Log "tried"
    }
}

do { $total-- } while ($total -gt 10)
do { $total++ } until ($total -ge 3)

switch -Regex ($Target) {
    "^test$" { $url = "http://test.example.com"; break }
    "prod" { $url = "https://example.com" }
    default { exit 1 }
}

$password = ConvertTo-SecureString "hunter2" -AsPlainText -Force
$credential = New-Object System.Management.Automation.PSCredential ("admin", $password)
$md5 = [System.Security.Cryptography.MD5]::Create()
$bytes = [System.Text.Encoding]::UTF8.GetBytes("text")
$hash = [BitConverter]::ToString($md5.ComputeHash($bytes))
Get-ChildItem -Path $url -Filter *.log | Where-Object { $_.Length -gt 1mb } | Sort-Object Name -Descending | Select-Object -First 5
$text = @"
Dear $($names[0]),
welcome to ${Target}.
"@
$raw = @'
raw $text
'@
$order = [Order]::new("a")
$result = $order.Total(3) + [math]::Pow(2, 3) - (-not $Force)
$object = [PSCustomObject]@{ Name = "x"; Hash = $hash; State = [State]::Open }
$options = @{ Uri = $url; Credential = $credential; Body = @{ id = 1 } | ConvertTo-Json }
Invoke-RestMethod @options -Method Post
& "C:\tools\run.exe" --flag $object.Name 2>&1 | Out-File -FilePath "out.txt" -Append
. .\common.ps1
Start-Process powershell -ArgumentList "-ExecutionPolicy Bypass -EncodedCommand $raw" -Verb RunAs
Set-ExecutionPolicy Unrestricted -Scope Process
$env:PATH += ";C:\tools"
$first, $rest = $list
$even = 1, 2, 3, 4 | Select-Even
if ($null -ne $even -and $text -isnot [int]) { Write-Output "$first $rest $result $($even -join ',')" }
