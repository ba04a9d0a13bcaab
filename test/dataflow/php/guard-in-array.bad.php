<?php
$column = $_GET['column'];
if ($column === '') {
    exit('Unknown column');
}
$pdo->query("SELECT * FROM users ORDER BY $column"); // expect: CWE-89
