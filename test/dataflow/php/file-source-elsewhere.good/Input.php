<?php
namespace App;

class Input
{
    public static function url(): string
    {
        return 'https://status.example.com/health';
    }
}
