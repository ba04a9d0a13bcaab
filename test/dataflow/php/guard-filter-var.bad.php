<?php
$page = filter_var($_GET['page'], FILTER_VALIDATE_INT);
header('Location: ' . $_GET['next'] . '?page=' . $page); // expect: CWE-601
