<?php
function stop(): void
{
    $id = $_GET["id"];
    if (filter_var($id, FILTER_VALIDATE_INT) === false) {
        return;
    }
    shell_exec("kill " . $id);
}
