<?php
$body = file_get_contents('php://input');
$order = unserialize($body); // expect: CWE-502
echo is_array($order) ? 'ok' : 'no';
