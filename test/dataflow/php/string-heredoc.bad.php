<?php
$name = $_GET['name'];
$shown = ucfirst($name);
echo <<<PAGE // expect: CWE-79
<h1>Hello, $shown</h1>
PAGE;
