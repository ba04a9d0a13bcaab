<?php
$tags = explode(',', $_GET['tags']);
array_walk($tags, function (string $tag): void {
    echo '<li>' . htmlspecialchars($tag) . '</li>';
});
