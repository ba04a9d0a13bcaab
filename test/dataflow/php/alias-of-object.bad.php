<?php
$first = new stdClass();
$first->name = 'guest';
$second = $first;
$second->name = $_GET['name'];
mysqli_query($db, "SELECT * FROM users WHERE name = '{$first->name}'"); // expect: CWE-89
