<?php

$folder = '/srv/uploads/';
$name = str_replace('../', '', $_REQUEST['name']);
move_uploaded_file($_FILES['file']['tmp_name'], $folder . $name); // expect: CWE-22
