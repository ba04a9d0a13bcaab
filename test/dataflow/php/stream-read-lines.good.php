<?php
$input = fopen('php://input', 'r');
while (($line = fgets($input)) !== false) {
    system('host ' . escapeshellarg($line));
}
