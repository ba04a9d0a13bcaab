<?php
$host = $_GET['host'];
if (!preg_match('/[a-z0-9.]+/', $host)) {
    throw new InvalidArgumentException('No host');
}
system("ping -c 1 $host"); // expect: CWE-78
