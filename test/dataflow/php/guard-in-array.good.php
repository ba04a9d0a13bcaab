<?php
$column = $_GET['column'];
if (!in_array($column, ['name', 'mail', 'created'], true)) {
    exit('Unknown column');
}
$pdo->query("SELECT * FROM users ORDER BY $column");
