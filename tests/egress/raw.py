"""Receivers on bare sockets that answer byte by byte as told, and a resolver that follows a script."""

import asyncio
import os
import socket
from collections import Counter
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from heliograph.adapters.egress import dial
from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.http import GuardedSender
from heliograph.adapters.egress.targets import TargetPolicy

OPENED = ("127.0.0.2/32", "127.0.0.3/32")
"""What the tests may dial; 127.0.0.1 is forbidden to the sender all the same."""
TIMEOUT = 0.5


class ScriptedResolver(AbstractResolver):
    """Gives a name the addresses of its next turn; the last turn stays."""

    def __init__(self, **turns):
        self.turns = {name.replace("_", "."): list(turn) for name, turn in turns.items()}
        self.asked = Counter()

    async def resolve(self, host, port=0, family=socket.AF_INET):  # noqa: ARG002
        self.asked[host] += 1
        turns = self.turns.get(host)
        if not turns:
            raise OSError(f"no script for {host}")
        addresses = turns.pop(0) if len(turns) > 1 else turns[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in addresses
        ]

    async def close(self):
        """Nothing is held."""


class Receiver:
    """Reads each request whole, notes it, and lets `behave(writer)` answer."""

    def __init__(self, behave):
        self.behave = behave
        self.requests = []
        self.connections = 0
        self.port = 0
        self._writers = set()

    async def handle(self, reader, writer):
        self.connections += 1
        self._writers.add(writer)
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = next(
                    (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
                )
                self.requests.append((head, await reader.readexactly(length)))
                await self.behave(writer)
                if writer.is_closing():
                    return
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            self._writers.discard(writer)
            writer.close()

    def hang_up(self):
        """Close every connection that is open."""
        for writer in list(self._writers):
            writer.close()

    @property
    def open_connections(self):
        return len(self._writers)


@asynccontextmanager
async def receiving(behave, host="127.0.0.2", port=0):
    receiver = Receiver(behave)
    server = await asyncio.start_server(receiver.handle, host, port, limit=2**22)
    receiver.port = server.sockets[0].getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()
        receiver.hang_up()
        await server.wait_closed()
        await until(lambda: not receiver.open_connections)


@asynccontextmanager
async def serving(handle, host="127.0.0.2"):
    """A server without any manners; its port. On the way out every `handle(reader, writer)` has ended."""
    writers, tasks = [], []

    async def handled(reader, writer):
        writers.append(writer)
        tasks.append(asyncio.current_task())
        try:
            await handle(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.transport.resume_reading()
            writer.close()

    server = await asyncio.start_server(handled, host, 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for writer in writers:
            writer.transport.abort()
        await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 5)
        await server.wait_closed()


@asynccontextmanager
async def sending(
    resolver=None, *, timeout_seconds=TIMEOUT, allow=OPENED, policy=None, dns_timeout_seconds=5.0, **more
):
    policy = policy or TargetPolicy(AddressPolicy(allow))
    sender = GuardedSender(
        policy=policy,
        timeout_seconds=timeout_seconds,
        user_agent="Tests/1",
        dns_timeout_seconds=dns_timeout_seconds,
        **more,
    )
    await sender.open(resolver=resolver or ScriptedResolver())
    try:
        yield sender
    finally:
        await sender.close()


def saying(*chunks, close=True):
    """Write these bytes and hang up."""

    async def behave(writer):
        for chunk in chunks:
            writer.write(chunk)
            await writer.drain()
        if close:
            writer.close()

    return behave


def status(line, *headers, body=b"", close=True):
    """An HTTP answer."""
    lines = [f"HTTP/1.1 {line}", *headers, f"Content-Length: {len(body)}"]
    return saying("\r\n".join(lines).encode() + b"\r\n\r\n" + body, close=close)


def descriptors():
    return len(os.listdir(Path("/proc/self/fd")))  # noqa: PTH208  # iterdir would hold one itself


async def until(condition, seconds=5.0):
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.005)


@contextmanager
def recording():
    """What would have been dialled; nothing is connected to."""
    targets = []

    async def record(addresses, *, socket_factory, **_):
        for address in addresses:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(dial.socket, "socket", lambda *_: None)
                socket_factory(address)
            targets.append(address[4][:2])
        raise OSError("nothing is connected to")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dial, "start_connection", record)
        yield targets
