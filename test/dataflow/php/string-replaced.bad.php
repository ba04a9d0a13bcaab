<?php
$file = $_GET['file'];
$path = str_replace('{name}', $file, '/srv/files/{name}.txt');
readfile($path); // expect: CWE-22
