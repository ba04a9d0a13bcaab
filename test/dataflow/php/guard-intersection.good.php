<?php
const KNOWN = ['text/html', 'text/plain'];

$types = array_intersect(explode(',', $_SERVER['HTTP_ACCEPT']), KNOWN);
echo 'Type: ' . current($types);
