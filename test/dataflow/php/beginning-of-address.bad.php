<?php
$target = $_GET['target'];
if (substr($target, 0, 1) !== '/') {
    $target = '/';
}
header('Location: ' . $target); // expect: CWE-601
