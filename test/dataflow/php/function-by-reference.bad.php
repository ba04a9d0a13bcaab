<?php
function readName(array $source, string &$name): void
{
    $name = $source['name'] ?? 'index.txt';
}

$name = '';
readName($_GET, $name);
readfile('/srv/texts/' . $name); // expect: CWE-22
