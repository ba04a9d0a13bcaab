<?php
$titles = ['home' => 'Start', 'about' => 'About us'];
$page = $_GET['page'];
if (count($titles) > 1) {
    echo "<h1>$page</h1>"; // expect: CWE-79
}
