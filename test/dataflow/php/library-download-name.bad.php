<?php
$name = $_GET['name'];
header("Content-Disposition: attachment; filename=\"$name\""); // expect: CWE-73
readfile('/srv/report.csv');
