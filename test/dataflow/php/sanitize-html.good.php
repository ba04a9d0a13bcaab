<?php
$name = htmlspecialchars($_GET['name'], ENT_QUOTES);
echo "<p title=\"$name\">Hello</p>";
