<?php
$limit = 7 * 18 + 106;
$folder = '/srv';
if ($limit > 200) {
    $folder = $_GET['folder'];
}
passthru("du -s $folder"); // expect: CWE-78
