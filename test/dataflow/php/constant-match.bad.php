<?php
$kind = 2;
$page = match ($kind) {
    1 => 'home',
    2 => $_GET['page'],
};
include "pages/$page.php"; // expect: CWE-98
