<?php
$order = json_decode($_POST['order'], true);
mysqli_query($db, "INSERT INTO orders (item) VALUES ('{$order['item']}')"); // expect: CWE-89
