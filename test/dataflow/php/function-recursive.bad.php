<?php
function join_all(array $parts): string
{
    if (count($parts) === 1) {
        return $parts[0];
    }
    return array_shift($parts) . ' ' . join_all($parts);
}

$where = join_all(['name', '=', "'" . $_GET['name'] . "'"]);
$pdo->query('SELECT * FROM users WHERE ' . $where); // expect: CWE-89
