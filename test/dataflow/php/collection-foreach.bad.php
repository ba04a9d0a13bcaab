<?php
foreach ($_GET['tags'] as $tag) {
    echo "<li>$tag</li>"; // expect: CWE-79
}
