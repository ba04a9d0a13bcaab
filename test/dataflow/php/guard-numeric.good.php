<?php
$id = $_GET['id'];
if (!is_numeric($id)) {
    http_response_code(400);
    exit;
}
mysqli_query($db, "SELECT * FROM users WHERE id = $id");
