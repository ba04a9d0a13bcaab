<?php
$name = addslashes($_GET['name']);
echo "<p title=\"$name\">Hello</p>"; // expect: CWE-79
