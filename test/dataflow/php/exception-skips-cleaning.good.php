<?php
$name = $_GET['name'];
try {
    check($name);
    $query = 'SELECT * FROM users';
} finally {
    error_log('checked');
}
mysqli_query($db, $query);
