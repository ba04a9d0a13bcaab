<?php
$name = $_GET['sort'];
switch ($name) {
    case 'name':
    case 'mail':
        break;
    default:
        error_log('Unknown order');
}
echo call_user_func($name, $user) ? 'yes' : 'no'; // expect: CWE-470
