<?php
$host = $_GET['host'];
if (strlen($host) < 64) {
    system("ping -c 1 $host"); // expect: CWE-78
}
