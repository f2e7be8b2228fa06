"""A receiver that costs next to nothing: run as a process, answers every POST with 200 and notes when it came.

Reads commands from standard input, a line each: `report` prints what came since the last report, as one JSON line
`{"count", "first", "last", "times": {task id: seconds}}` in seconds of the machine's monotonic clock.
"""

import asyncio
import json
import sys
import time

import uvloop

ANSWER = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 21\r\n\r\n{"status":"received"}'
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

    def __init__(self, log: Log) -> None:
        self._log = log
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
            self._transport.write(ANSWER)


async def main(hosts: list[str]) -> None:
    log, loop = Log(), asyncio.get_running_loop()
    servers = [await loop.create_server(lambda: Answering(log), host, 0, backlog=4096) for host in hosts]
    ports = [server.sockets[0].getsockname()[1] for server in servers]
    print(json.dumps(ports), flush=True)
    commands = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    while await commands.readline():
        print(json.dumps({"count": log.count, "first": log.first, "last": log.last, "times": log.times}), flush=True)
        log.clear()


if __name__ == "__main__":
    uvloop.run(main(sys.argv[1:]))
