<?php
$title = 'Welcome';
$title = htmlspecialchars($_GET['title'] ?? $title);
echo strlen($title);
