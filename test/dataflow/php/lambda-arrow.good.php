<?php
$where = fn (string $name): string => 'name IS NOT NULL';
$pdo->query('SELECT * FROM users WHERE ' . $where($_GET['name']));
