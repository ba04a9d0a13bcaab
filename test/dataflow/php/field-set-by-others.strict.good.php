<?php
class Cleaner
{
    public $name;

    public function run()
    {
        unlink('/srv/files/' . basename($this->name));
    }
}
