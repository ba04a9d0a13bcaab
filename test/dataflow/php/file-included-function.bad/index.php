<?php
require __DIR__ . '/queries.php';

$rows = userByName($pdo, $_GET['name']);
error_log(count($rows) . ' users');
