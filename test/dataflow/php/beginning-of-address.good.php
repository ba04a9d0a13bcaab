<?php
$target = $_GET['target'];
if (substr($target, 0, 1) !== '/' || substr($target, 0, 2) === '//') {
    $target = '/';
}
header('Location: ' . $target);
