<?php
$name = $_GET['sort'];
switch ($name) {
    case 'name':
    case 'mail':
        break;
    default:
        exit('Unknown order');
}
echo call_user_func($name, $user) ? 'yes' : 'no';
