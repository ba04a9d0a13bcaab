<?php
$name = $_GET['name'];
$fixed = 'readme.txt';
$read = function () use ($fixed): string {
    return file_get_contents('/srv/' . $fixed);
};
echo strlen($read());
