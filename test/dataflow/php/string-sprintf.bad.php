<?php
$name = $_GET['name'];
$query = sprintf("SELECT * FROM users WHERE name = '%s'", $name);
mysqli_query($db, $query); // expect: CWE-89
