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
        return shell_exec($text); // expect: CWE-78
    }
}

$runner = new Shell();
$runner->run($_GET['text']);
