<?php
class Formatter
{
    protected function label($segment)
    {
        return sprintf('<span class="label">%s</span>', htmlspecialchars($segment->getName()));
    }
}
