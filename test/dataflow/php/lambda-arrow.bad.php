<?php
$where = fn (string $name): string => "name = '$name'";
$pdo->query('SELECT * FROM users WHERE ' . $where($_GET['name'])); // expect: CWE-89
