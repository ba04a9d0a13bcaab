<?php
class GreetingController extends AbstractController
{
    public function greet(Request $request): Response
    {
        $name = $request->query->get('name');
        return new Response("<h1>Hello, $name</h1>"); // expect: CWE-79
    }
}
