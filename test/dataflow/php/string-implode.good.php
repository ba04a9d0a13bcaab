<?php
$conditions = ['active = 1'];
$conditions[] = "name = 'guest'";
$query = 'SELECT * FROM users WHERE ' . implode(' AND ', $conditions);
$pdo->query($query);
