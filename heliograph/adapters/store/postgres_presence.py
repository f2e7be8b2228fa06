"""One connection per process that says it is alive, and hears what other processes have written."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import asyncpg

from heliograph.adapters.store.postgres_faults import CONNECTION_FAULTS, fault_of
from heliograph.adapters.store.postgres_older import name_of, refuse_ourselves
from heliograph.adapters.store.postgres_pool import CONNECT_SECONDS, Session
from heliograph.adapters.store.postgres_steps import Steps
from heliograph.adapters.store.postgres_url import place_of
from heliograph.domain.errors import StoreBusy, StoreError
from heliograph.domain.task import Owner

CHANNEL = "heliograph"
RECONNECT_SECONDS = 0.2
HEARTBEAT_SECONDS = 5.0

_LOCK = "SELECT pg_try_advisory_lock(hashtextextended($1, 0))"
_UNLOCK = "SELECT pg_advisory_unlock(hashtextextended($1, 0))"
_TELL = "SELECT pg_notify($1, $2)"
# A machine that is cut off sends no goodbye: its locks are free when the server has asked in vain for this long.
_KEEPALIVE = {
    "tcp_keepalives_idle": "3",
    "tcp_keepalives_interval": "1",
    "tcp_keepalives_count": "3",
}


class Presence:
    """A session lock for every owner, on a connection that ends with the process; LISTEN runs on the same one.

    It begins with the first `hold`; a connection that is lost is made anew, and `back` is called then.
    """

    def __init__(self, url: str, *, steps: Steps, back: Callable[[], Awaitable[None]]) -> None:
        self._url = url
        self._steps = steps
        self._back = back
        self._name = secrets.token_hex(4)
        self._owners: set[Owner] = set()
        self._wakes: list[Callable[[], None]] = []
        self._connection: Any = None
        self._locked: set[Owner] = set()
        self._asking = asyncio.Lock()
        self._lost = asyncio.Event()
        self._keeping: asyncio.Task[None] | None = None

    @property
    def owners(self) -> frozenset[Owner]:
        return frozenset(self._owners)

    def on_change(self, wake: Callable[[], None]) -> None:
        """Call `wake` whenever another process has told something, or may have while nobody listened."""
        self._wakes.append(wake)

    async def tell(self, db: Session) -> None:
        """Let the others know, when the transaction commits."""
        await db.values(_TELL, CHANNEL, self._name)

    async def hold(self, owner: Owner) -> None:
        """Take the owner's lock, or see that it is still held. Raises `StoreError`s."""
        self._owners.add(owner)
        try:
            async with self._asking:
                if self._connection is None or self._connection.is_closed():
                    await self._connect()
                elif owner not in self._locked:
                    await self._lock(owner)
        except CONNECTION_FAULTS as error:
            raise fault_of(place_of(self._url), error) from error
        if self._keeping is None:
            self._keeping = asyncio.create_task(self._keep())

    async def release(self, owner: Owner) -> None:
        self._owners.discard(owner)
        async with self._asking:
            if self._connection is not None and owner in self._locked:
                self._locked.discard(owner)
                with suppress(*CONNECTION_FAULTS):
                    await self._connection.fetchval(_UNLOCK, owner)

    async def close(self) -> None:
        if self._keeping is not None:
            self._keeping.cancel()
            await asyncio.wait([self._keeping])
        if self._connection is not None:
            self._connection.remove_termination_listener(self._end)
            with suppress(*CONNECTION_FAULTS):
                await self._connection.close(timeout=CONNECT_SECONDS)

    async def _connect(self) -> None:
        connection = await asyncpg.connect(
            self._url,
            timeout=CONNECT_SECONDS,
            command_timeout=CONNECT_SECONDS,
            server_settings=_KEEPALIVE | {"application_name": name_of(self._steps)},
        )
        try:
            await refuse_ourselves(connection, place_of(self._url), self._steps)
            await connection.add_listener(CHANNEL, self._hear)
            self._connection, self._locked = connection, set[Owner]()
            for owner in self._owners:
                await self._lock(owner)
        except BaseException:
            connection.terminate()
            raise
        self._lost.clear()
        connection.add_termination_listener(self._end)

    async def _lock(self, owner: Owner) -> None:
        if not await self._connection.fetchval(_LOCK, owner):
            # The server may not have noticed yet that the last connection of this very process is gone.
            raise StoreBusy(f"{place_of(self._url)}: the lock of process {owner} is still held: it is tried again")
        self._locked.add(owner)

    async def _keep(self) -> None:
        is_anew = False
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(0 if is_anew else HEARTBEAT_SECONDS):
                    await self._lost.wait()
            try:
                async with self._asking:
                    if not await self._is_alive():
                        is_anew = True
                        await self._connect()
                if is_anew:
                    await self._back()
                    self._wake()
                is_anew = False
            except (*CONNECTION_FAULTS, StoreError):
                await asyncio.sleep(RECONNECT_SECONDS)

    async def _is_alive(self) -> bool:
        if self._connection.is_closed():
            return False
        try:
            await self._connection.fetchval("SELECT 1")
        except CONNECTION_FAULTS:
            self._connection.terminate()
            return False
        return True

    def _end(self, _: Any) -> None:
        self._lost.set()

    def _hear(self, _connection: Any, _pid: int, _channel: str, name: str) -> None:
        if name != self._name:
            self._wake()

    def _wake(self) -> None:
        for wake in self._wakes:
            wake()
