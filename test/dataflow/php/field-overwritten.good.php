<?php
$page = new stdClass();
$page->title = $_GET['title'];
$page->title = 'Welcome';
echo "<h1>{$page->title}</h1>";
