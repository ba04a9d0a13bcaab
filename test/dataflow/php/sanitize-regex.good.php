<?php
$word = preg_quote(trim($_GET['word']), '/');
echo preg_match_all("/$word/i", $text);
