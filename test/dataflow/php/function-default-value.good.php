<?php
function load(string $page = 'home'): void
{
    include 'pages/' . $page . '.php';
}

load();
