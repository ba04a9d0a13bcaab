<?php
$job = [
    'program' => 'ls',
    'folder' => $_GET['folder'],
];
$command = $job['program'] . ' /srv';
shell_exec($command);
