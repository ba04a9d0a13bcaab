<?php
require_once 'helpers.php';

echo shown($_GET['name']); // expect: CWE-79
