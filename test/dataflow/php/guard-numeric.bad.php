<?php
$id = $_GET['id'];
if (!is_string($id)) {
    http_response_code(400);
    exit;
}
mysqli_query($db, "SELECT * FROM users WHERE id = $id"); // expect: CWE-89
