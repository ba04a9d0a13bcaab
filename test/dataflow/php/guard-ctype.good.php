<?php
$host = $_GET['host'];
if (ctype_alnum($host)) {
    system("ping -c 1 $host");
}
