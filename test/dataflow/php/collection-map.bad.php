<?php
$names = explode(',', $_POST['names']);
$safe = array_map('trim', $names);
exec('rm ' . implode(' ', $safe)); // expect: CWE-78
