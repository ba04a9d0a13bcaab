<?php
$order = json_decode($_POST['order'], true);
$item = mysqli_real_escape_string($db, $order['item']);
mysqli_query($db, "INSERT INTO orders (item) VALUES ('$item')");
