<?php
function value_of($key, $default = '')
{
    return isset($_POST[$key]) ? $_POST[$key] : $default;
}

function text_of($key, $default = '')
{
    return call_user_func_array('value_of', [$key, $default]);
}

echo '<p>' . text_of('note') . '</p>'; // expect: CWE-79
