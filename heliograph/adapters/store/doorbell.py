"""A doorbell in the data folder: SQLite tells nobody of a commit, so who writes beside the server rings.

Where there can be none, as in a folder with too long a path for a socket, the server finds by a poll what was written.
"""

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

BELL = "heliograph.bell"
_RINGS = 64
"""So many that came in the meantime are taken for one."""


class Doorbell:
    """Listens in a folder that nobody else holds; made and closed inside the event loop."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / BELL
        self._wakes: list[Callable[[], None]] = []
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        with suppress(OSError):
            self._path.unlink(missing_ok=True)  # of a process that was killed
            self._socket.bind(str(self._path))
            self._path.chmod(0o600)
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._socket.fileno(), self._hear)

    def on_ring(self, wake: Callable[[], None]) -> None:
        self._wakes.append(wake)

    def close(self) -> None:
        self._loop.remove_reader(self._socket.fileno())
        self._socket.close()
        with suppress(OSError):
            self._path.unlink()

    def _hear(self) -> None:
        with suppress(OSError):
            for _ in range(_RINGS):
                self._socket.recv(1)
        for wake in self._wakes:
            wake()


def ring(folder: Path) -> None:
    """Something was committed; without a listener, or where it has not yet come to the last rings, it is not told."""
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as bell:
        bell.sendto(b"!", str(folder / BELL))
