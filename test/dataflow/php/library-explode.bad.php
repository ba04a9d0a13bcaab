<?php
[$name, $domain] = explode('@', $_POST['mail'], 2);
shell_exec("host $domain"); // expect: CWE-78
