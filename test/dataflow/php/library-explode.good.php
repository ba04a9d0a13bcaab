<?php
[$name, $domain] = explode('@', $_POST['mail'], 2);
shell_exec('host ' . escapeshellarg($domain));
