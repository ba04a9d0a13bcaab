<?php
$file = $_GET['file'];
if (strlen($file) > 100) {
    exit('No such file');
}
echo strlen(file_get_contents('/srv/files/' . $file)); // expect: CWE-22
