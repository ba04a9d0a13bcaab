<?php

$folder = realpath('/srv/pages');
$path = realpath('/srv/pages/' . $_GET['name']);
if (strncmp($path, $folder, strlen($folder)) !== 0) {
    exit;
}
readfile($path);
