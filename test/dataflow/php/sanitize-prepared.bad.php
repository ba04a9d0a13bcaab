<?php
$statement = $pdo->prepare('SELECT * FROM users WHERE name = :name');
$pdo->exec("UPDATE visits SET name = '" . $_GET['name'] . "'"); // expect: CWE-89
$statement->execute();
