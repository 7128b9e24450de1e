<?php
// Giữ một tiến trình `cdht assess -`, gửi mỗi dòng một hồ sơ JSON và nhận mỗi dòng một câu trả lời.
// Keeps one `cdht assess -` process: a record as JSON goes in on a line, an answer comes out on a line.
//
// php assess.php node dist/cli/index.js assess - --on 2025-12-31 < nguoi.ndjson      (PHP 8.0+)
declare(strict_types=1);

/**
 * One process for as many people as there are. A record is written and its answer read before the next is written, so that
 * neither side ever waits for the other with a full pipe.
 */
final class Cdht
{
    /** @var resource|null */
    private $process;
    /** @var array<int, resource> */
    private array $pipes = [];
    private int $exitCode = -1;

    /** @param list<string> $command `node`, the path of `dist/cli/index.js`, `assess`, `-`, `--on`, `2025-12-31` */
    public function __construct(array $command)
    {
        // Standard error goes where ours goes: a pipe that nobody reads would fill up and stop the process.
        $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], STDERR], $this->pipes);
        if ($process === false) {
            throw new RuntimeException('cdht cannot be started');
        }
        $this->process = $process;
    }

    /**
     * The answer to one record, at once.
     *
     * @param array<string, mixed> $record texts in UTF-8; an empty map of evidence is `new stdClass()`, for `[]` is a list
     * @return array<string, mixed> `ok`, and `assessment` or `issues`
     */
    public function ask(array $record): array
    {
        return json_decode($this->askText(json_encode($record, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR)), true, 512, JSON_THROW_ON_ERROR);
    }

    /** The answer to one record, both as JSON. */
    public function askText(string $record): string
    {
        if (trim($record) === '' || str_contains($record, "\n")) {
            throw new InvalidArgumentException('one record, on one line');
        }
        $line = "$record\n";
        while ($line !== '') {
            // A pipe may take a part of a long line at a time; nothing at all says that the process has ended.
            $written = @fwrite($this->pipes[0], $line);
            if ($written === false || $written === 0) {
                break;
            }
            $line = substr($line, $written);
        }
        fflush($this->pipes[0]);
        $answer = fgets($this->pipes[1]);
        if ($answer === false) {
            throw new RuntimeException('cdht ended with exit code ' . $this->close());
        }
        return rtrim($answer, "\n");
    }

    /** Tells the process that nobody more comes. 0: all were assessed; 1: some records had errors; 2: wrong usage. */
    public function close(): int
    {
        if ($this->process !== null) {
            array_map('fclose', $this->pipes);
            $this->exitCode = proc_close($this->process);
            $this->process = null;
        }
        return $this->exitCode;
    }
}

try {
    $cdht = new Cdht(array_slice($argv, 1));
    while (($line = fgets(STDIN)) !== false) {
        if (trim($line) === '') {
            continue;
        }
        $answer = json_decode($cdht->askText(rtrim($line, "\r\n")), true, 512, JSON_THROW_ON_ERROR);
        $id = $answer['ok'] ? $answer['assessment']['id'] : ($answer['id'] ?? '');
        echo $id, ': ', $answer['ok'] ? $answer['assessment']['verdict'] : "refused {$answer['issues'][0]['code']}", "\n";
    }
    exit($cdht->close());
} catch (RuntimeException $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(2);
}
