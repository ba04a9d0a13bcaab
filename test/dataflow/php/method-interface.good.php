<?php
interface Formatter
{
    public function format(string $text): string;
}

class MarkupFormatter implements Formatter
{
    public function format(string $text): string
    {
        return '<i>' . htmlentities($text) . '</i>';
    }
}

function show(Formatter $formatter): void
{
    echo $formatter->format($_GET['text']);
}

show(new MarkupFormatter());
