<?php
class Upload
{
    private string $name = 'empty';

    public function setName(string $name): void
    {
        $this->name = basename($name);
    }

    public function remove(): void
    {
        unlink('/srv/uploads/' . $this->name);
    }
}

$upload = new Upload();
$upload->setName($_POST['name']);
$upload->remove();
