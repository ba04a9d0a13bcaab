<?php
function stop(): void
{
    $id = $_GET["id"];
    if (filter_var($id, FILTER_VALIDATE_EMAIL) === false) {
        return;
    }
    shell_exec("kill " . $id); // expect: CWE-78
}
