<?php
trait LogsLogins
{
    public function note(string $user): void
    {
        error_log('Login of ' . $user); // expect: CWE-117
    }
}

class Login
{
    use LogsLogins;
}

(new Login())->note($_POST['user']);
