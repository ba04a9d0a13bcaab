<?php
$files = explode(' ', $_POST['files']);
$quoted = array_map(fn (string $file): string => escapeshellarg($file), $files);
shell_exec('rm -- ' . implode(' ', $quoted));
