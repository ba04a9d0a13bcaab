<?php
class UserStore
{
    public function __construct(private PDO $pdo)
    {
    }

    public function find(string $name): array
    {
        return $this->pdo->query("SELECT * FROM users WHERE name = '$name'")->fetchAll(); // expect: CWE-89
    }
}

$store = new UserStore($pdo);
$store->find($_GET['name']);
