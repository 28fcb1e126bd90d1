<?php

/** Whether $body, the bytes as they arrived, was signed less than five minutes ago. */
function verify(array $headers, string $body): bool
{
    $headers = array_change_key_case($headers);
    $key = base64_decode(preg_replace('/^whsec_/', '', getenv('WEBHOOK_SECRET')));
    $sent = $headers['webhook-timestamp'];
    $digest = hash_hmac('sha256', "{$headers['webhook-id']}.{$sent}.{$body}", $key, true);
    $expected = 'v1,' . base64_encode($digest);
    $fresh = abs(time() - (int) $sent) < 300;
    foreach (explode(' ', $headers['webhook-signature']) as $one) {
        if ($fresh && hash_equals($expected, $one)) {
            return true;
        }
    }
    return false;
}

$authentic = verify(getallheaders(), file_get_contents('php://input'));
