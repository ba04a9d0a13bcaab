<?php
function find(mysqli $db, string $name): ?array
{
    $result = $db->query("SELECT id, mail FROM users WHERE name = '$name'");
    return $result->fetch_assoc();
}

print_r(find($db, 'administrator') === null ? 'unknown' : 'known');
