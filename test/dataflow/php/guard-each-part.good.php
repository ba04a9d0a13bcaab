<?php

$name = $_GET['name'];
foreach (explode('/', $name) as $part) {
    if ($part === '..') {
        exit;
    }
}
readfile('/srv/pages/' . $name);
