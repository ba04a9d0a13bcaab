<?php
$config = new stdClass();
$config->paths = new stdClass();
$config->paths->input = $_GET['folder'];
$config->paths->output = '/srv/out';
exec('ls ' . $config->paths->input); // expect: CWE-78
