<?php
function load(string $page = 'home'): void
{
    include 'pages/' . $page . '.php'; // expect: CWE-98
}

load($_GET['page']);
