<?php
$uid = htmlspecialchars($_GET['uid']);
ldap_search($link, 'dc=example,dc=org', "(uid=$uid)"); // expect: CWE-90
