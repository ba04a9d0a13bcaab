<?php
function readName(array $source, string &$name): void
{
    $name = $source['name'] ?? 'index.txt';
}

$name = '';
readName(['name' => 'welcome.txt'], $name);
readfile('/srv/texts/' . $name);
