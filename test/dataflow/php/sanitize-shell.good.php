<?php
$file = escapeshellarg(trim($_GET['file']));
exec("wc -l -- $file", $lines);
