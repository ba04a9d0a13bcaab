<?php
$url = $_GET['url'];
if (parse_url($url, PHP_URL_SCHEME) === 'https') {
    $handle = curl_init($url); // expect: CWE-918
    curl_exec($handle);
}
