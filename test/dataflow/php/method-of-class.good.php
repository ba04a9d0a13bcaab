<?php
class UserStore
{
    public function __construct(private PDO $pdo)
    {
    }

    public function find(string $name): array
    {
        $statement = $this->pdo->prepare('SELECT * FROM users WHERE name = ?');
        $statement->execute([$name]);
        return $statement->fetchAll();
    }
}

$store = new UserStore($pdo);
$store->find($_GET['name']);
