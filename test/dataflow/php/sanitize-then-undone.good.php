<?php
$name = htmlspecialchars($_GET['name']);
$name = ucfirst($name);
echo "<p>$name</p>";
