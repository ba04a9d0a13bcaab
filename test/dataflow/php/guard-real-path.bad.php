<?php
$path = realpath('/srv/files/' . $_GET['file']);
if ($path === false) {
    exit('No such file');
}
readfile($path); // expect: CWE-22
