<?php
trait LogsLogins
{
    public function note(string $user): void
    {
        error_log('Login of ' . str_replace(["\r", "\n"], ' ', $user));
    }
}

class Login
{
    use LogsLogins;
}

(new Login())->note($_POST['user']);
