<?php
function shown(string $text): string
{
    return '<b>' . $text . '</b>';
}
