<?php
function handle(ServerRequestInterface $request, PDO $pdo): void
{
    $form = $request->getParsedBody();
    $pdo->exec("INSERT INTO notes (text) VALUES ('" . $form['text'] . "')"); // expect: CWE-89
}
