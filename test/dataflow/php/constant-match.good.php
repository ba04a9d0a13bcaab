<?php
$kind = 2;
$page = match ($kind) {
    1 => $_GET['page'],
    2 => 'home',
};
include "pages/$page.php";
