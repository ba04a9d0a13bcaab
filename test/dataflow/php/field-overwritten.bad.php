<?php
$page = new stdClass();
$page->title = $_GET['title'];
$page->subtitle = 'Welcome';
echo "<h1>{$page->title}</h1>"; // expect: CWE-79
