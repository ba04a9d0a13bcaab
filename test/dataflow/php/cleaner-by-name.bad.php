<?php
require 'lib.php';

$title = string_shorten($_GET['title']);
echo '<h1>' . $title . '</h1>'; // expect: CWE-79
