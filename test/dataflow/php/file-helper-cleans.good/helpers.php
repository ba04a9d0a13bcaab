<?php
function shown(string $text): string
{
    return '<b>' . htmlspecialchars($text, ENT_QUOTES) . '</b>';
}
