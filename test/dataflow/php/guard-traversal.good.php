<?php
$file = $_GET['file'];
if (strpos($file, '..') !== false || strpos($file, '/') !== false) {
    exit('No such file');
}
echo strlen(file_get_contents('/srv/files/' . $file));
