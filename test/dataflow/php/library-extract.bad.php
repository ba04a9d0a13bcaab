<?php
$title = 'Welcome';
extract($_GET); // expect: CWE-915
echo strlen($title);
