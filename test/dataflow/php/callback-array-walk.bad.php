<?php
$tags = explode(',', $_GET['tags']);
array_walk($tags, function (string $tag): void {
    echo "<li>$tag</li>"; // expect: CWE-79
});
