"""A receiver that costs next to nothing: `receiver OPTIONS HOST…`, answers every POST with 200 and notes when it came.

`--certificate FILE` makes it speak TLS, `--fresh` close each connection after one answer, `--answer-seconds N` wait
that long before each answer.
Reads commands from standard input, a line each: `report` prints what came since the last report, as one JSON line
`{"count", "first", "last", "times": {task id: seconds}}` in seconds of the machine's monotonic clock.
"""

import argparse
import asyncio
import json
import ssl
import sys
import time

import uvloop

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 21\r\n"
BODY = b'\r\n{"status":"received"}'
KEPT = HEAD + BODY
FRESH = HEAD + b"Connection: close\r\n" + BODY
TASK_ID = b'"taskId":"'
LENGTH = b"content-length: "


class Log:
    """When each task's callback came."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self.count = 0
        self.first = self.last = 0.0
        self.times: dict[str, float] = {}

    def note(self, body: bytes) -> None:
        now = time.monotonic()
        self.first = self.first or now
        self.last = now
        self.count += 1
        start = body.find(TASK_ID) + len(TASK_ID)
        self.times[body[start : start + 32].decode()] = now


class Answering(asyncio.Protocol):
    """Just enough HTTP for one well-behaved client."""

    def __init__(self, log: Log, *, fresh: bool, answer_seconds: float) -> None:
        self._log = log
        self._fresh = fresh
        self._answer_seconds = answer_seconds
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end].lower()
            start = head.find(LENGTH) + len(LENGTH)
            length = int(head[start:].split(b"\r\n", 1)[0])
            if len(self._buffer) < end + 4 + length:
                return
            self._log.note(self._buffer[end + 4 : end + 4 + length])
            self._buffer = self._buffer[end + 4 + length :]
            if self._answer_seconds:
                asyncio.get_running_loop().call_later(self._answer_seconds, self._answer)
            else:
                self._answer()

    def _answer(self) -> None:
        self._transport.write(FRESH if self._fresh else KEPT)
        if self._fresh:
            self._transport.close()


async def main(hosts: list[str], *, certificate: str, fresh: bool, answer_seconds: float) -> None:
    log, loop = Log(), asyncio.get_running_loop()
    tls = None
    if certificate:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(certificate)

    def answering() -> Answering:
        return Answering(log, fresh=fresh, answer_seconds=answer_seconds)

    servers = [await loop.create_server(answering, host, 0, backlog=4096, ssl=tls) for host in hosts]
    ports = [server.sockets[0].getsockname()[1] for server in servers]
    print(json.dumps(ports), flush=True)
    commands = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    while await commands.readline():
        print(json.dumps({"count": log.count, "first": log.first, "last": log.last, "times": log.times}), flush=True)
        log.clear()


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--certificate", default="")
    options.add_argument("--fresh", action="store_true")
    options.add_argument("--answer-seconds", type=float, default=0.0)
    options.add_argument("hosts", nargs="+")
    given = options.parse_args()
    uvloop.run(main(given.hosts, certificate=given.certificate, fresh=given.fresh, answer_seconds=given.answer_seconds))
