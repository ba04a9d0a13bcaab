<?php
interface Formatter
{
    public function format(string $text): string;
}

class MarkupFormatter implements Formatter
{
    public function format(string $text): string
    {
        return "<i>$text</i>";
    }
}

function show(Formatter $formatter): void
{
    echo $formatter->format($_GET['text']); // expect: CWE-79
}

show(new MarkupFormatter());
