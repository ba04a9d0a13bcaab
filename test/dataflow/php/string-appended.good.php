<?php
$query = 'SELECT * FROM users WHERE 1 = 1';
if (isset($_GET['name'])) {
    $query .= ' AND name IS NOT NULL';
}
$pdo->query($query);
