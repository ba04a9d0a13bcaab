<?php
$conditions = ['active = 1'];
$conditions[] = "name = '" . $_GET['name'] . "'";
$query = 'SELECT * FROM users WHERE ' . implode(' AND ', $conditions);
$pdo->query($query); // expect: CWE-89
