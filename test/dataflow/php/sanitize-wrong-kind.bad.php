<?php
$name = htmlspecialchars($_GET['name'], ENT_NOQUOTES);
mysqli_query($db, "SELECT * FROM users WHERE name = '$name'"); // expect: CWE-89
