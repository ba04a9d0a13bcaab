<?php
$job = [
    'program' => 'ls',
    'folder' => $_GET['folder'],
];
$command = 'ls ' . $job['folder'];
shell_exec($command); // expect: CWE-78
