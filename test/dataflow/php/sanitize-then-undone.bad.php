<?php
$name = htmlspecialchars($_GET['name']);
$name = html_entity_decode($name);
echo "<p>$name</p>"; // expect: CWE-79
