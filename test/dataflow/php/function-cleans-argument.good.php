<?php
function identifier(string $value): int
{
    return intval($value);
}

function sameText(string $value): string
{
    return $value;
}

$id = identifier($_GET['id']);
mysqli_query($db, "DELETE FROM notes WHERE id = $id");
