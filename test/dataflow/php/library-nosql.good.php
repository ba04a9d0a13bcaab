<?php
$found = $users->findOne(['name' => (string) $_POST['name']]);
echo $found === null ? 'unknown' : 'known';
