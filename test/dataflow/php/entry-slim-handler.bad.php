<?php
$app->get('/files/{name}', function ($request, $response, $args) {
    $text = file_get_contents('/srv/files/' . $args['name']); // expect: CWE-22
    $response->getBody()->write(strval(strlen($text)));
    return $response;
});
