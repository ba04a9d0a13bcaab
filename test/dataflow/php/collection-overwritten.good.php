<?php
$values = ['title' => $_GET['title']];
$values['title'] = 'Welcome';
echo '<h1>' . $values['title'] . '</h1>';
