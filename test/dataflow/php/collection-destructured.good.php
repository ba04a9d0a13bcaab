<?php
[$name, $kind] = [$_GET['name'], 'user'];
mysqli_query($db, "SELECT * FROM users WHERE kind = '$kind'");
