<?php
$word = trim($_GET['word']);
echo preg_match_all("/$word/i", $text); // expect: CWE-1333
