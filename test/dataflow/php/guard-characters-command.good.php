<?php
function ping(): void
{
    $host = $_GET["host"];
    if (strpbrk($host, ";&|`$<>(){}'\"\n") !== false) {
        return;
    }
    shell_exec("ping -c 1 " . $host);
}
