<?php
$url = $_GET['url'];
if (parse_url($url, PHP_URL_HOST) === 'api.example.com') {
    $handle = curl_init($url);
    curl_exec($handle);
}
