<?php
// Works on the callbacks that index.php has kept: fetches the pictures, prints why a task failed. Runs until stopped.

declare(strict_types=1);

const RETRY_SECONDS = 60;

$output = getenv('OUTPUT_DIR') ?: '.';
$inbox = "$output/callbacks";
@mkdir($inbox, 0777, true); // index.php may have been first

// A refused connection, a 404 or a full disk is only a warning in PHP: without this it would pass for success.
set_error_handler(function (int $level, string $message, string $file, int $line): never {
    throw new ErrorException($message, 0, $level, $file, $line);
});

function fetch(string $url): string
{
    if (!preg_match('#^https?://#i', $url)) { // fopen would also read file:///etc/passwd
        throw new RuntimeException("$url is not an http(s) URL");
    }
    $stream = fopen($url, 'rb', false, stream_context_create(['http' => ['timeout' => 60]]));
    $picture = stream_get_contents($stream);
    // PHP takes an answer that was cut off for a whole one, so count the bytes.
    $length = null;
    foreach (stream_get_meta_data($stream)['wrapper_data'] as $header) {
        if (str_starts_with($header, 'HTTP/')) {
            $length = null; // what came before was a redirect
        } elseif (preg_match('/^content-length:\s*(\d+)/i', $header, $found)) {
            $length = (int) $found[1];
        }
    }
    if ($length !== null && $length !== strlen($picture)) {
        throw new RuntimeException("$url was cut off");
    }
    return $picture;
}

function work_on(array $callback, string $output): void
{
    ['code' => $code, 'msg' => $msg, 'data' => $data] = $callback;
    if ($code !== 200) {
        echo "Task {$data['taskId']} failed with $code: $msg\n";
        return;
    }
    foreach ($data['info']['result_urls'] ?? [] as $index => $url) {
        $picture = "$output/4o_image_{$data['taskId']}_" . ($index + 1) . '.png';
        file_put_contents("$picture.part", fetch($url));
        rename("$picture.part", $picture);
        echo "Saved $picture\n";
    }
}

$lock = fopen("$inbox/lock", 'c');
if (!flock($lock, LOCK_EX | LOCK_NB)) { // two workers would both fetch; so cron may start this every minute
    exit("Another work.php works on $inbox\n");
}
echo "Working on $inbox\n";
$notBefore = [];
for (;; sleep(1)) {
    foreach (preg_grep('/\.json$/', scandir($inbox)) as $name) {
        $done = "$inbox/" . basename($name, '.json') . '.done';
        if (file_exists($done) || time() < ($notBefore[$name] ?? 0)) {
            continue;
        }
        try {
            work_on(json_decode(file_get_contents("$inbox/$name"), true), $output);
            touch($done);
        } catch (Throwable $error) { // whatever is wrong with this one, the others are worked on
            $notBefore[$name] = time() + RETRY_SECONDS;
            echo "$name is not done, next try in " . RETRY_SECONDS . " s: {$error->getMessage()}\n";
        }
    }
}
