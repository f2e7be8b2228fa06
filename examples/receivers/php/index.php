<?php
// Receives 4o image callbacks: verify, keep, answer. The work is done by work.php, a process of its own.
//
// Guarantee: a callback is on disk before it is answered, so what was answered 200 is worked on, after a crash too.
// It is worked on once per webhook-id; only a crash in the middle of the work makes it start again, and that
// overwrites the same files.

declare(strict_types=1);

const TOLERANCE_SECONDS = 300;
const TASK_ID = '/^[A-Za-z0-9_-]{1,64}$/D'; // it becomes part of a file name

http_response_code(500); // until the callback is kept: whatever breaks before that, the sender tries again

function answer(int $status, array $body): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    exit(json_encode($body));
}

function is_signed(string $id, string $timestamp, string $signatures, string $body): bool
{
    $key = base64_decode(preg_replace('/^whsec_/', '', (string) getenv('WEBHOOK_SECRET')), true);
    if (!$key) {
        throw new RuntimeException('WEBHOOK_SECRET must be whsec_ and base64'); // an empty key is anybody's key
    }
    if ($id === '' || !ctype_digit($timestamp) || abs(time() - (int) $timestamp) > TOLERANCE_SECONDS) {
        return false;
    }
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    foreach (explode(' ', $signatures) as $signature) { // while a secret rotates there is one for each
        if (hash_equals($expected, $signature)) {
            return true;
        }
    }
    return false;
}

function keep(string $id, string $body): void
{
    // Hashed, the id is a safe file name. Renamed into place, the file is never half there; a repeated callback
    // replaces it by the same bytes, and what says that it was worked on is the .done file beside it.
    $inbox = (getenv('OUTPUT_DIR') ?: '.') . '/callbacks';
    @mkdir($inbox, 0777, true);
    $file = $inbox . '/' . hash('sha256', $id);
    $part = $file . '.' . bin2hex(random_bytes(16));
    if (file_put_contents($part, $body) !== strlen($body) || !rename($part, "$file.json")) {
        throw new RuntimeException("$file.json could not be written");
    }
}

if (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) !== '/4o-image-callback') {
    answer(404, ['error' => 'Callbacks go to /4o-image-callback.']);
}
if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
    answer(405, ['error' => 'Callbacks are POSTed.']);
}
$body = file_get_contents('php://input'); // the signature covers the bytes as they came
$id = $_SERVER['HTTP_WEBHOOK_ID'] ?? '';
if (!is_signed($id, $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '', $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '', $body)) {
    answer(401, ['error' => 'The signature is missing, wrong or too old.']);
}
$taskId = json_decode($body, true)['data']['taskId'] ?? null;
if (!is_string($taskId) || !preg_match(TASK_ID, $taskId)) {
    answer(400, ['error' => 'This is no task result.']);
}
keep($id, $body);
// Under PHP-FPM the work could follow in this process: print the answer, call fastcgi_finish_request(), go on. It would
// hold an FPM worker for as long as the pictures take, and a crash would lose it, so even there a process like work.php
// is the better half. PHP's built-in server has no such call: it answers when the script ends.
answer(200, ['status' => 'received']);
