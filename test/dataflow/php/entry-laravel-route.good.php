<?php
Route::get('/size/{folder}', function (string $folder) {
    return shell_exec('du -s /srv/' . escapeshellarg($folder));
});
