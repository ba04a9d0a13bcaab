<?php
namespace App;

class Input
{
    public static function url(): string
    {
        return $_GET['url'];
    }
}
