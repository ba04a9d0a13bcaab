<?php
$titles = ['home' => 'Start', 'about' => 'About us'];
$page = $_GET['page'];
if (array_key_exists($page, $titles)) {
    echo "<h1>$page</h1>";
}
