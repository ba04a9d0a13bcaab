<?php

$folder = realpath('/srv/pages');
$path = strtolower('/srv/pages/' . $_GET['name']);
if (strncmp($path, $folder, strlen($folder)) !== 0) {
    exit;
}
readfile($path); // expect: CWE-22
