<?php
$body = file_get_contents('php://input');
$order = json_decode($body, true);
echo is_array($order) ? 'ok' : 'no';
