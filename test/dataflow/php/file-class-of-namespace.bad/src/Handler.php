<?php
namespace App;

use App\Tools\Archiver;

class Handler
{
    public function handle(): string
    {
        $archiver = new Archiver();
        return $archiver->pack($_POST['folder']);
    }
}
