"""The connections there are, and which of them wait for another request."""

import asyncio
from typing import NamedTuple

from heliograph.adapters.egress.connection import Connection
from heliograph.adapters.egress.request import Origin

IDLE_SECONDS = 15.0
LIFE_SECONDS = 60.0
"""An older connection carries no further request: a name that leads elsewhere by now is looked up again."""


class _Life(NamedTuple):
    origin: Origin
    until: float


class Pool:
    """Keeps what is idle for a while, the latest first; how many there are is decided lane by lane, before a POST."""

    def __init__(self, *, idle_seconds: float = IDLE_SECONDS, life_seconds: float = LIFE_SECONDS) -> None:
        self._life_seconds = life_seconds
        self._idle_seconds = idle_seconds
        self._open: dict[Connection, _Life] = {}
        # In each the one that has been idle longest comes first.
        self._idle: dict[Origin, dict[Connection, float]] = {}
        self._sweeping: asyncio.TimerHandle | None = None
        self._is_closed = False

    @property
    def idle(self) -> int:
        return sum(map(len, self._idle.values()))

    def add(self, connection: Connection, origin: Origin) -> None:
        self._open[connection] = _Life(origin, asyncio.get_running_loop().time() + self._life_seconds)

    def has(self, origin: Origin) -> bool:
        """Whether a connection there is idle."""
        return bool(self._idle.get(origin))

    def take(self, origin: Origin) -> Connection | None:
        waiting, now = self._idle.get(origin), asyncio.get_running_loop().time()
        while waiting:
            connection, _ = waiting.popitem()
            if connection.is_open and self._is_young(connection, now):
                return connection
            connection.close()
        return None

    def give(self, connection: Connection) -> Origin | None:
        """Keep it if it can carry another request, and close it if not; where it leads, if it is kept."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        if not connection.is_free or self._is_closed or not self._is_young(connection, now):
            connection.close()
            return None
        origin = self._open[connection].origin
        self._idle.setdefault(origin, {})[connection] = now
        if self._sweeping is None:
            self._sweeping = loop.call_later(self._idle_seconds, self._sweep)
        return origin

    def forget(self, connection: Connection) -> None:
        """It is lost."""
        life = self._open.pop(connection, None)
        if life is not None:
            self._idle.get(life.origin, {}).pop(connection, None)

    async def close(self) -> None:
        """Returns when every socket is back."""
        self._is_closed = True
        if self._sweeping is not None:
            self._sweeping.cancel()
        connections = list(self._open)
        for connection in connections:
            connection.close()
        if connections:
            await asyncio.wait([connection.lost for connection in connections])

    def _is_young(self, connection: Connection, now: float) -> bool:
        life = self._open.get(connection)
        return life is not None and now < life.until

    def _sweep(self) -> None:
        """Close what has been idle for long; look again when the next may be due, but not all the time."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        idle_since = now
        for origin, waiting in list(self._idle.items()):
            for connection in [one for one, since in waiting.items() if since + self._idle_seconds <= now]:
                waiting.pop(connection)
                connection.close()
            if not waiting:
                del self._idle[origin]
            else:
                idle_since = min(idle_since, next(iter(waiting.values())))
        wait = max(idle_since + self._idle_seconds - now, self._idle_seconds / 15)
        self._sweeping = loop.call_later(wait, self._sweep) if self._idle else None
