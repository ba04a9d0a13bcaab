<?php
namespace App;

use App\Input;

class Client
{
    public function status(): string
    {
        return file_get_contents(Input::url());
    }
}
