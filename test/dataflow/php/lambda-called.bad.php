<?php
$run = function (string $folder): void {
    system('ls ' . $folder); // expect: CWE-78
};
$run($_GET['folder']);
