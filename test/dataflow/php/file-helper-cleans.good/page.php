<?php
require_once 'helpers.php';

echo shown($_GET['name']);
