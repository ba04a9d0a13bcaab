<?php
$statement = $pdo->prepare('SELECT * FROM users WHERE name = :name');
$statement->bindValue(':name', $_GET['name']);
$statement->execute();
