<?php
$mode = 'plain';
switch ($mode) {
    case 'plain':
        $text = $_GET['text'];
        break;
    default:
        $text = 'nothing to show';
}
echo "<p>$text</p>"; // expect: CWE-79
