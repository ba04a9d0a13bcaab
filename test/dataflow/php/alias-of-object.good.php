<?php
$first = new stdClass();
$first->name = 'guest';
$second = clone $first;
$second->name = $_GET['name'];
mysqli_query($db, "SELECT * FROM users WHERE name = '{$first->name}'");
