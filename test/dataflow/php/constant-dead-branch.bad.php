<?php
$debug = false;
$name = 'guest';
if (!$debug) {
    $name = $_GET['name'];
}
mysqli_query($db, "SELECT * FROM users WHERE name = '$name'"); // expect: CWE-89
