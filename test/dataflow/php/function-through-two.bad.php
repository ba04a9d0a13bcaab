<?php
function trimmed(string $text): string
{
    return trim($text);
}

function heading(string $text): string
{
    return '<h1>' . trimmed($text) . '</h1>';
}

echo heading($_GET['title']); // expect: CWE-79
