<?php
$name = $_GET['name'];
try {
    check($name);
    $query = "SELECT * FROM users WHERE name = '$name'";
} finally {
    error_log('checked');
}
mysqli_query($db, $query); // expect: CWE-89
