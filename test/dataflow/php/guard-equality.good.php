<?php
$page = $_GET['page'];
if ($page === 'home' || $page === 'about') {
    include "pages/$page.php";
}
