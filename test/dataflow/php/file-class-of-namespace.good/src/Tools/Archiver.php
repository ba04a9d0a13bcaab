<?php
namespace App\Tools;

class Archiver
{
    public function pack(string $folder): string
    {
        return shell_exec('tar cz ' . $folder);
    }
}
