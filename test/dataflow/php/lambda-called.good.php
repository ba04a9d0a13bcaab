<?php
$run = function (string $folder): void {
    system('ls ' . $folder);
};
$run('/srv');
