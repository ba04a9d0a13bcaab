<?php
$from = $_POST['mail'];
mail('office@example.com', 'Question', 'See below', 'From: ' . $from); // expect: CWE-113
