<?php
$limit = 7 * 18 + 106;
$folder = '/srv';
if ($limit > 300) {
    $folder = $_GET['folder'];
}
passthru("du -s $folder");
