<?php
$name = preg_replace('/[^A-Za-z0-9-]/', '', $_GET['name']) . '.csv';
header("Content-Disposition: attachment; filename=\"$name\"");
readfile('/srv/report.csv');
