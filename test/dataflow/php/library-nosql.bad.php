<?php
$found = $users->findOne(['name' => $_POST['name']]); // expect: CWE-943
echo $found === null ? 'unknown' : 'known';
