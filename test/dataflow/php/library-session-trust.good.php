<?php
session_start();
$_SESSION['role'] = 'guest';
