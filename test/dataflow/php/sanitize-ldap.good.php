<?php
$uid = ldap_escape($_GET['uid'], '', LDAP_ESCAPE_FILTER);
ldap_search($link, 'dc=example,dc=org', "(uid=$uid)");
