<?php
class GreetingController extends AbstractController
{
    public function greet(Request $request): Response
    {
        $name = $request->query->get('name');
        return new Response('<h1>Hello, ' . htmlspecialchars($name) . '</h1>');
    }
}
