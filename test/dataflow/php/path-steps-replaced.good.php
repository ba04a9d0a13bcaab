<?php

$folder = '/srv/uploads/';
$name = str_replace('./', '_', $_REQUEST['name']);
move_uploaded_file($_FILES['file']['tmp_name'], $folder . $name);
