<?php
class Cleaner
{
    public $name;

    public function run()
    {
        unlink('/srv/files/' . $this->name); // expect: CWE-22
    }
}
