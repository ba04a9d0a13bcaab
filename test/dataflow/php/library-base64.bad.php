<?php
$cart = unserialize(base64_decode($_COOKIE['cart'])); // expect: CWE-502
echo $cart ? 'full' : 'empty';
