<?php
class Query
{
    public static function where(string $column, string $value): string
    {
        return "SELECT * FROM items WHERE $column = '$value'";
    }
}

mysqli_query($db, Query::where('name', $_POST['name'])); // expect: CWE-89
