<?php
$options = ['input' => ['name' => $_GET['name'], 'kind' => 'text']];
$path = '/srv/' . $options['input']['name'];
unlink($path); // expect: CWE-22
