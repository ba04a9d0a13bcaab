<?php
const EXTERNAL = false;
$target = EXTERNAL ? $_GET['next'] : '/home';
header('Location: ' . $target);
