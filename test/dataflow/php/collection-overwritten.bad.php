<?php
$values = ['title' => $_GET['title']];
$values['subtitle'] = 'Welcome';
echo '<h1>' . $values['title'] . '</h1>'; // expect: CWE-79
