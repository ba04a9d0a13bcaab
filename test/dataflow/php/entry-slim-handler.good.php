<?php
$app->get('/files/{name}', function ($request, $response, $args) {
    $text = file_get_contents('/srv/files/' . basename($args['name']));
    $response->getBody()->write(strval(strlen($text)));
    return $response;
});
