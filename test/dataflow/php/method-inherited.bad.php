<?php
abstract class Source
{
    public function name(): string
    {
        return basename($this->raw());
    }

    protected function raw(): string
    {
        return $_GET['file'];
    }
}

class FileSource extends Source
{
    public function name(): string
    {
        return $this->raw();
    }
}

$source = new FileSource();
echo strlen(file_get_contents('/srv/files/' . $source->name())); // expect: CWE-22
