<?php
require 'lib.php';

$title = string_html_specialchars($_GET['title']);
echo '<h1>' . $title . '</h1>';
