<?php
$id = trim($_GET['id']);
$nodes = simplexml_load_file('users.xml')->xpath("//user[@id='$id']"); // expect: CWE-643
