<?php
$name = $_GET['name'];
$read = function () use ($name): string {
    return file_get_contents('/srv/' . $name); // expect: CWE-22
};
echo strlen($read());
