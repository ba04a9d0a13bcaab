<?php
function run()
{
    exec('ls /srv');
}
