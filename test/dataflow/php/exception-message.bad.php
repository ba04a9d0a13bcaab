<?php
function check(string $name): void
{
    throw new RuntimeException("No user $name");
}

try {
    check($_GET['name']);
} catch (RuntimeException $error) {
    echo '<p>' . $error->getMessage() . '</p>'; // expect: CWE-79
}
