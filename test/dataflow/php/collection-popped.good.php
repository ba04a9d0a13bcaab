<?php
$stack = [];
array_push($stack, $_GET['folder']);
array_pop($stack);
array_push($stack, '/srv');
$folder = array_pop($stack);
system('ls ' . $folder);
