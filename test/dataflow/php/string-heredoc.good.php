<?php
$name = $_GET['name'];
$shown = htmlspecialchars(ucfirst($name));
echo <<<PAGE
<h1>Hello, $shown</h1>
PAGE;
