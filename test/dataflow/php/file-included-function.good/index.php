<?php
require __DIR__ . '/queries.php';

$rows = userByName($pdo, 'guest');
error_log(count($rows) . ' users');
