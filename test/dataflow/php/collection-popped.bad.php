<?php
$stack = [];
array_push($stack, $_GET['folder']);
array_push($stack, '/srv');
array_pop($stack);
$folder = array_pop($stack);
system('ls ' . $folder); // expect: CWE-78
