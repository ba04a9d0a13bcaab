<?php
$files = explode(' ', $_POST['files']);
$quoted = array_map(fn (string $file): string => "'$file'", $files);
shell_exec('rm -- ' . implode(' ', $quoted)); // expect: CWE-78
