<?php
$parts = [$_GET['name'], 'guest'];
$name = $parts[1];
mysqli_query($db, "SELECT * FROM users WHERE name = '$name'");
