<?php
class Filter
{
    public string $name = '';
    public string $order = 'id';
}

$filter = new Filter();
$filter->name = $_GET['name'];
mysqli_query($db, "SELECT * FROM users ORDER BY $filter->order");
