<?php
class Finder
{
    public function byName(mysqli $db, string $name): void
    {
        $db->query("SELECT * FROM users WHERE name = '$name'");
    }

    public function count(mysqli $db, string $name): void
    {
        $db->query('SELECT COUNT(*) FROM users');
    }
}

$method = 'count';
$finder = new Finder();
$finder->$method($db, $_GET['name']);
