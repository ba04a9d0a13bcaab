<?php
$from = str_replace(["\r", "\n"], '', $_POST['mail']);
mail('office@example.com', 'Question', 'See below', 'From: ' . $from);
