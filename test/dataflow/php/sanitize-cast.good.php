<?php
$id = (int) $_GET['id'];
mysqli_query($db, 'SELECT * FROM users WHERE id = ' . $id);
