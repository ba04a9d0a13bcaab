<?php
const EXTERNAL = false;
$target = EXTERNAL ? '/home' : $_GET['next'];
header('Location: ' . $target); // expect: CWE-601
