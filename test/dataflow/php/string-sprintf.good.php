<?php
$name = $_GET['name'];
$query = sprintf('SELECT * FROM users WHERE id = %d', $name);
mysqli_query($db, $query);
