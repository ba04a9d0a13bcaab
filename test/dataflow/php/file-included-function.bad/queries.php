<?php
function userByName(PDO $pdo, string $name): array
{
    return $pdo->query("SELECT * FROM users WHERE name = '$name'")->fetchAll(); // expect: CWE-89
}
