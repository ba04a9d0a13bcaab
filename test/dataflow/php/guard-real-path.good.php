<?php
$path = realpath('/srv/files/' . $_GET['file']);
if ($path === false || !str_starts_with($path, '/srv/files/')) {
    exit('No such file');
}
readfile($path);
