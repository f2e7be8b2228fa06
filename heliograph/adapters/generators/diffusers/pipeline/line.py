"""The line to the server: messages in and out, and the orders that are waiting."""

import os
import queue
import threading
from typing import BinaryIO

from heliograph.adapters.generators.diffusers.messages import (
    HEAD,
    Cancel,
    Draw,
    FromProcess,
    ToProcess,
    frame,
    to_process,
)


class Line:
    """The standard input and output that the process was started with."""

    def __init__(self, hears: BinaryIO, says: BinaryIO) -> None:
        self._hears = hears
        self._says = says

    @classmethod
    def taken_over(cls) -> "Line":
        """From now on whatever a library prints goes to standard error, and not between two messages."""
        hears, says = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)
        return cls(hears, says)

    def hear(self) -> ToProcess:
        """The next message. Raises `EOFError` when the server is gone."""
        (length,) = HEAD.unpack(self._exactly(HEAD.size))
        return to_process(self._exactly(length))

    def say(self, message: FromProcess) -> None:
        self._says.write(frame(message))
        self._says.flush()

    def _exactly(self, count: int) -> bytes:
        heard = self._hears.read(count)
        if len(heard) < count:
            raise EOFError
        return heard


class Orders:
    """What the server asks for, heard by a thread, so that a cancel is noticed while a picture is drawn."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._waiting: queue.SimpleQueue[Draw] = queue.SimpleQueue()
        self._cancelled = 0
        threading.Thread(target=self._listen, name="orders", daemon=True).start()

    def next(self) -> Draw:
        """Wait for the next order."""
        return self._waiting.get()

    def is_cancelled(self, number: int) -> bool:
        return number == self._cancelled

    def _listen(self) -> None:
        try:
            while True:
                match self._line.hear():
                    case Draw() as draw:
                        self._waiting.put(draw)
                    case Cancel(number):
                        self._cancelled = number
                    case _:
                        break
        finally:
            # In the middle of a step too: nobody waits for it, and the device is wanted by the next server.
            os._exit(0)
