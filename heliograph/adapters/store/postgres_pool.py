"""The connections to PostgreSQL: one transaction per operation, faults in our words, text with any character in it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Any, Generic, TypeVar

import asyncpg

from heliograph.adapters.store.postgres_faults import CONNECTION_FAULTS, fault_of
from heliograph.adapters.store.postgres_url import place_of
from heliograph.domain.errors import StoreError, StoreUnavailable

ResultT = TypeVar("ResultT")

POOL_SIZE = 8
CONNECT_SECONDS = 5.0
STATEMENT_SECONDS = 30.0
"""An answer that takes longer is given up: the connection may lead to a machine that is gone."""

# Statistics of a table that has just begun to grow say that it is empty, and a plan that is made then reads all of it.
# Every statement here has an index to go by.
SESSION = {
    "application_name": "heliograph",
    "jit": "off",
    "enable_seqscan": "off",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "idle_in_transaction_session_timeout": "15000",
    "timezone": "UTC",
}


class CommitUnknown(StoreUnavailable, Generic[ResultT]):
    """The connection was lost while the commit was under way; `result` holds if it went through."""

    def __init__(self, fault: StoreError, result: ResultT) -> None:
        super().__init__(str(fault))
        self.result = result


class Session:
    """One connection inside one transaction; text goes in and comes out with characters that PostgreSQL cannot keep."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def execute(self, statement: str, *args: Any) -> int:
        """How many rows it touched."""
        status = await self._connection.execute(statement, *map(_kept, args))
        count = status.rpartition(" ")[2]
        return int(count) if count.isdecimal() else 0

    async def values(self, statement: str, *args: Any) -> list[tuple[Any, ...]]:
        """The rows as tuples."""
        rows = await self._connection.fetch(statement, *map(_kept, args))
        return [tuple(map(_read, row)) for row in rows]

    async def rows(self, statement: str, *args: Any) -> list[dict[str, Any]]:
        """The rows by the names of their columns."""
        rows = await self._connection.fetch(statement, *map(_kept, args))
        return [{name: _read(value) for name, value in row.items()} for row in rows]


Operation = Callable[[Session], Awaitable[ResultT]]


class Database:
    """A pool of connections; it connects anew by itself when the server is back."""

    def __init__(self, url: str, pool: Any) -> None:
        self.url = url
        self.place = place_of(url)
        self._pool = pool

    @classmethod
    async def connect(cls, url: str) -> "Database":
        """Raises `StoreError`s."""
        try:
            pool = await asyncpg.create_pool(
                url,
                min_size=1,
                max_size=POOL_SIZE,
                timeout=CONNECT_SECONDS,
                command_timeout=STATEMENT_SECONDS,
                server_settings=SESSION,
                reset=_ready_for_the_next,
            )
        except CONNECTION_FAULTS as error:
            raise fault_of(place_of(url), error) from error
        return cls(url, pool)

    async def close(self) -> None:
        # What is still lent out belongs to somebody who was cancelled: it is not waited for.
        with suppress(TimeoutError):
            async with asyncio.timeout(CONNECT_SECONDS):
                await self._pool.close()
                return
        self._pool.terminate()

    async def read(self, query: Operation[ResultT]) -> ResultT:
        """Run a query; each statement sees what is committed when it starts."""
        async with self._lent() as connection:
            return await query(Session(connection))

    async def write(self, operation: Operation[ResultT]) -> ResultT:
        """Run an operation as one transaction, durable on return. Raises `StoreError`s, among them `CommitUnknown`."""
        async with self._lent() as connection:
            await connection.execute("BEGIN")
            try:
                result = await operation(Session(connection))
            except BaseException:
                with suppress(*CONNECTION_FAULTS):
                    await connection.execute("ROLLBACK")
                raise
            try:
                await connection.execute("COMMIT")
            except CONNECTION_FAULTS as error:
                fault = fault_of(self.place, error, is_lost=_is_lost(connection, error))
                if not isinstance(fault, StoreUnavailable):
                    raise fault from error
                raise CommitUnknown(fault, result) from error
            return result

    @asynccontextmanager
    async def _lent(self) -> AsyncIterator[Any]:
        connection = None
        try:
            connection = await self._pool.acquire(timeout=2 * CONNECT_SECONDS)
            yield connection
        except CONNECTION_FAULTS as error:
            raise fault_of(self.place, error, is_lost=_is_lost(connection, error)) from error
        finally:
            if connection is not None:
                with suppress(*CONNECTION_FAULTS):  # The pool ends what cannot be lent again.
                    await self._pool.release(connection)


async def moment_of(url: str) -> datetime:
    """What the server's clock shows. Raises `StoreError`s."""
    database = await Database.connect(url)
    try:
        moment: datetime
        [(moment,)] = await database.read(lambda db: db.values("SELECT clock_timestamp()"))
        return moment
    finally:
        await database.close()


def _is_lost(connection: Any, error: BaseException) -> bool:
    if isinstance(error, asyncpg.InternalClientError):
        # The server's goodbye has come between two statements, and asyncpg takes it for the answer to the next one.
        connection.terminate()
    try:
        return connection is None or bool(connection.is_closed())
    except asyncpg.InterfaceError:
        return True  # The pool has taken it back already, because it is closed.


async def _ready_for_the_next(connection: Any) -> None:
    """Who was cancelled in the middle may have left a transaction open; nothing else of a session is ever touched."""
    if connection.is_in_transaction():
        await connection.execute("ROLLBACK")


# PostgreSQL keeps no NUL in text, and a prompt may hold one: a rare character stands for it, and for itself.
_STAND_IN = "\x1a"


def _kept(value: Any) -> Any:
    if isinstance(value, str):
        return _escaped(value)
    if isinstance(value, list | tuple):
        return [_escaped(each) if isinstance(each, str) else each for each in value]
    return value


def _escaped(text: str) -> str:
    if "\0" in text or _STAND_IN in text:
        return text.replace(_STAND_IN, f"{_STAND_IN}1").replace("\0", f"{_STAND_IN}0")
    return text


def _read(value: Any) -> Any:
    if isinstance(value, str) and _STAND_IN in value:
        return value.replace(f"{_STAND_IN}0", "\0").replace(f"{_STAND_IN}1", _STAND_IN)
    return value


def by_column(rows: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
    """One list per column, for `unnest`."""
    return [list(column) for column in zip(*rows, strict=True)]
