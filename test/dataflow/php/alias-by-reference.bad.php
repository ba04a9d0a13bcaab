<?php
$folder = '/srv';
$other = &$folder;
$other = $_GET['folder'];
shell_exec("ls $folder"); // expect: CWE-78
