<?php
function hostOf(): string
{
    return $_GET['host'] ?? 'localhost';
}

$lines = [];
exec('ping -c 1 ' . hostOf(), $lines); // expect: CWE-78
echo count($lines);
