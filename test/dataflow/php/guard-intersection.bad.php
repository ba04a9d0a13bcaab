<?php
const KNOWN = ['text/html', 'text/plain'];

$types = array_diff(explode(',', $_SERVER['HTTP_ACCEPT']), KNOWN);
echo 'Type: ' . current($types); // expect: CWE-79
