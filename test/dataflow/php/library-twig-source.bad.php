<?php
$template = $twig->createTemplate('<p>' . $_POST['text'] . '</p>'); // expect: CWE-1336
$page = $template->render(['text' => $_POST['text']]);
