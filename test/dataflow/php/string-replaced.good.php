<?php
$file = $_GET['file'];
$path = str_replace('{name}', basename($file), '/srv/files/{name}.txt');
readfile($path);
