<?php
$parts = [$_GET['name'], 'guest'];
$name = $parts[0];
mysqli_query($db, "SELECT * FROM users WHERE name = '$name'"); // expect: CWE-89
