"""Receivers that play a script of bytes, pauses and ends, or that never let anybody in."""

import asyncio
import contextlib
import select
import socket
import threading
from contextlib import asynccontextmanager

from tests.egress.raw import receiving

HANG, RESET, CLOSE = object(), object(), object()
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
SILENT_BODY = b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n"


def playing(*script):
    """Bytes are written, numbers are seconds to wait; `HANG` waits for the other side to go. At the end it hangs up."""

    async def behave(writer):
        for step in script:
            await _play(step, writer)
            if writer.is_closing():
                return
        writer.close()

    return behave


def repeating(start, piece, *, every=0.0):
    """These bytes, and then the same piece without end."""

    async def behave(writer):
        writer.write(start)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(every)

    return behave


class Pouring:
    """What a receiver got rid of, in bytes."""

    def __init__(self, port):
        self.port = port
        self.sent = 0


@contextlib.contextmanager
def pouring(start, piece, *, most=2**28):
    """In a thread of its own, as fast as it goes: these bytes, and then the same piece until nobody takes any more."""
    with socket.create_server(("127.0.0.2", 0)) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 64 * 1024)
        poured = Pouring(listening.getsockname()[1])

        def pour():
            # A listener that is shut down lets nobody in.
            with contextlib.suppress(OSError), listening.accept()[0] as connection:
                connection.recv(2**16)
                connection.sendall(start)
                while poured.sent < most:
                    poured.sent += connection.send(piece)

        thread = threading.Thread(target=pour)
        thread.start()
        try:
            yield poured
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


async def _play(step, writer):
    if isinstance(step, bytes):
        writer.write(step)
        await writer.drain()
    elif step is HANG:
        await writer.wait_closed()
    elif step is RESET:
        writer.transport.abort()
    elif step is CLOSE:
        writer.close()
    else:
        await asyncio.sleep(step)


class ByTurns:
    """Another behaviour for each request; the last one stays."""

    def __init__(self, *behaviours):
        self.behaviours = list(behaviours)

    async def __call__(self, writer):
        behave = self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]
        await behave(writer)


@asynccontextmanager
async def port_of(behave):
    async with receiving(behave) as receiver:
        yield receiver.port


@asynccontextmanager
async def never_accepting():
    """Its queue is full: who connects waits for an answer to the first packet."""
    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.bind(("127.0.0.2", 0))
        listening.listen(0)
        is_taken = True
        while is_taken:
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listening.getsockname())
            is_taken = bool(select.select([], [waiting], [], 0.05)[1])
        yield listening.getsockname()[1]


@asynccontextmanager
async def never_reading():
    """Lets everybody in and reads not a byte."""
    gone = asyncio.Event()

    async def deaf(reader, writer):
        reader._transport.pause_reading()
        await gone.wait()
        writer.close()

    listening = socket.create_server(("127.0.0.2", 0))
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    server = await asyncio.start_server(deaf, sock=listening)
    async with server:
        yield listening.getsockname()[1]
        gone.set()
