<?php
$query = 'SELECT * FROM users WHERE 1 = 1';
if (isset($_GET['name'])) {
    $query .= " AND name = '" . $_GET['name'] . "'";
}
$pdo->query($query); // expect: CWE-89
