<?php
function lines(string $text): Generator
{
    foreach (explode("\n", $text) as $line) {
        yield htmlspecialchars($line);
    }
}

foreach (lines($_POST['text']) as $line) {
    echo "<p>$line</p>";
}
