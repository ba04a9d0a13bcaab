<?php
function archive(string $folder, string $label): void
{
    error_log('Archiving ' . json_encode($label));
    shell_exec("tar czf /backup/data.tgz $folder");
}

archive('/srv/data', $_POST['label']);
