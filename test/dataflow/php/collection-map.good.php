<?php
$names = explode(',', $_POST['names']);
$safe = array_map('escapeshellarg', $names);
exec('rm ' . implode(' ', $safe));
