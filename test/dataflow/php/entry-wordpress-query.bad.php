<?php
function run()
{
    exec('ls ' . get_query_var('folder')); // expect: CWE-78
}
