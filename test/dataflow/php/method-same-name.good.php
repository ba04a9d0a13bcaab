<?php
class Echoer
{
    public function run(string $text): string
    {
        return strtoupper($text);
    }
}

class Shell
{
    public function run(string $text): string
    {
        return shell_exec($text);
    }
}

$runner = new Echoer();
$runner->run($_GET['text']);
