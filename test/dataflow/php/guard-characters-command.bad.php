<?php
function ping(): void
{
    $host = $_GET["host"];
    if (strpbrk($host, "., ") !== false) {
        return;
    }
    shell_exec("ping -c 1 " . $host); // expect: CWE-78
}
