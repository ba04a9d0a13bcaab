<?php
$template = $twig->createTemplate('<p>{{ text }}</p>');
$page = $template->render(['text' => $_POST['text']]);
