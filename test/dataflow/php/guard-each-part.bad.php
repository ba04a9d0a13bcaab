<?php

$name = $_GET['name'];
foreach (explode('/', $name) as $part) {
    if ($part === '..') {
        continue;
    }
}
readfile('/srv/pages/' . $name); // expect: CWE-22
