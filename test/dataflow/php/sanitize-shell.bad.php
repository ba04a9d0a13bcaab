<?php
$file = trim($_GET['file']);
exec("wc -l -- $file", $lines); // expect: CWE-78
