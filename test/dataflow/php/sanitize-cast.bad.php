<?php
$id = $_GET['id'];
mysqli_query($db, 'SELECT * FROM users WHERE id = ' . $id); // expect: CWE-89
