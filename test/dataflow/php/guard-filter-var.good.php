<?php
$page = filter_var($_GET['page'], FILTER_VALIDATE_INT);
header('Location: /list?page=' . $page);
