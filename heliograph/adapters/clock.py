"""Clocks: the machine's, that of a server as the commands beside it need it, and one that tests move."""

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

CLOCK = "heliograph.clock"
_BOOT = Path("/proc/sys/kernel/random/boot_id")

Began = tuple[datetime, float]
"""A moment, and what the steady seconds were then."""


class SystemClock:
    """The machine's clock as it stood at the start, gone on since by seconds that never jump.

    Who sets the machine's clock an hour forward must not send every retry at once; `wall` follows it all the same.
    """

    def __init__(
        self,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
        steady: Callable[[], float] = time.monotonic,
        *,
        began: Began | None = None,
    ) -> None:
        self._wall = wall
        self._steady = steady
        self._began_at, self._began_steady = began or (wall(), steady())

    def now(self) -> datetime:
        return self._began_at + timedelta(seconds=self._steady() - self._began_steady)

    def wall(self) -> datetime:
        return self._wall()

    def steady(self) -> float:
        return self._steady()

    @contextmanager
    def left_in(self, folder: Path) -> Iterator[None]:
        """Meanwhile `began_in(folder)` gives commands what this clock goes by; one process at a time.

        The machine's clock may be set between the start of a server and that of a command; the steady seconds are those
        of all processes since the machine's own start. Where no file can be written, commands go by their own.
        """
        with ExitStack() as stack:
            with suppress(OSError):
                file = stack.enter_context((folder / CLOCK).open("wb", buffering=0))
                (folder / CLOCK).chmod(0o600)
                # A command has it for a blink. The lock ends with the process, however that ends.
                fcntl.flock(file, fcntl.LOCK_EX)
                file.write(f"{self._began_at.isoformat()} {self._began_steady!r} {_boot()}".encode())
            yield


def began_in(folder: Path) -> Began | None:
    """What the clock of the server goes by that holds the folder; None where none runs on this machine."""
    with suppress(OSError, ValueError), (folder / CLOCK).open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            moment, steady, boot = file.read().split()
            if boot == _boot():
                return datetime.fromisoformat(moment), float(steady)
    return None


def _boot() -> str:
    """Which start of which machine this is, where the system tells."""
    try:
        return _BOOT.read_text().strip()
    except OSError:
        return "unknown"


class MovingClock:
    """Stands still until it is moved; shipped for tests of what is built on Heliograph."""

    def __init__(self, at: datetime = datetime(2026, 1, 1, tzinfo=UTC)) -> None:
        self._at = at
        self._steady = 0.0
        self._set_by = timedelta()

    def now(self) -> datetime:
        return self._at

    def wall(self) -> datetime:
        return self._at + self._set_by

    def steady(self) -> float:
        return self._steady

    def set_wall(self, **by: float) -> None:
        """Somebody sets the machine's clock by a `timedelta(**by)`; no time goes by."""
        self._set_by += timedelta(**by)

    def move(self, **duration: float) -> None:
        """Go on by a `timedelta(**duration)`."""
        step = timedelta(**duration)
        self._at += step
        self._steady += step.total_seconds()
