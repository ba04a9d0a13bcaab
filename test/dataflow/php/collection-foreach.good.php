<?php
foreach ($_GET['tags'] as $tag) {
    echo '<li>' . htmlspecialchars($tag) . '</li>';
}
