<?php
$mode = 'plain';
switch ($mode) {
    case 'plain':
        $text = 'nothing to show';
        break;
    default:
        $text = $_GET['text'];
}
echo "<p>$text</p>";
