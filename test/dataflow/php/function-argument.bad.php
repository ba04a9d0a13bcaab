<?php
function find(mysqli $db, string $name): ?array
{
    $result = $db->query("SELECT id, mail FROM users WHERE name = '$name'"); // expect: CWE-89
    return $result->fetch_assoc();
}

print_r(find($db, $_GET['name']) === null ? 'unknown' : 'known');
