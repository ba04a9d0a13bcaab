<?php
class Finder
{
    public function byName(mysqli $db, string $name): void
    {
        $db->query("SELECT * FROM users WHERE name = '$name'"); // expect: CWE-89
    }

    public function count(mysqli $db, string $name): void
    {
        $db->query('SELECT COUNT(*) FROM users');
    }
}

$method = 'byName';
$finder = new Finder();
$finder->$method($db, $_GET['name']);
