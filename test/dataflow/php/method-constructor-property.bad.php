<?php
class Job
{
    private string $folder;

    public function __construct(string $folder)
    {
        $this->folder = $folder;
    }

    public function run(): void
    {
        system('ls ' . $this->folder); // expect: CWE-78
    }
}

(new Job($_GET['folder']))->run();
