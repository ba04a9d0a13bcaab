<?php
$page = $_GET['page'];
if ($page !== '') {
    include "pages/$page.php"; // expect: CWE-98
}
