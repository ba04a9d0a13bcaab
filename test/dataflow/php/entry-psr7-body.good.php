<?php
function handle(ServerRequestInterface $request, PDO $pdo): void
{
    $form = $request->getParsedBody();
    $pdo->prepare('INSERT INTO notes (text) VALUES (?)')->execute([$form['text']]);
}
