<?php
class Upload
{
    private string $name = 'empty';

    public function setName(string $name): void
    {
        $this->name = $name;
    }

    public function remove(): void
    {
        unlink('/srv/uploads/' . $this->name); // expect: CWE-22
    }
}

$upload = new Upload();
$upload->setName($_POST['name']);
$upload->remove();
