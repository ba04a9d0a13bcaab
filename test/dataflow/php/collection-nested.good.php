<?php
$options = ['input' => ['name' => $_GET['name'], 'kind' => 'text']];
$path = '/srv/' . $options['input']['kind'];
unlink($path);
