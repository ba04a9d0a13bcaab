<?php
class Store {
    private $folder;

    public function __construct($folder) {
        $this->folder = $folder;
    }

    public function load($name) {
        return readfile($this->folder . '/' . $name); // expect: CWE-22
    }
}
