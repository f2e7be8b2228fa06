"""What is not known to be written: a connection was lost while its commit was under way."""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import Generic, TypeVar

from heliograph.adapters.store.postgres_pool import CommitUnknown, Database, Operation, Session

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


class Claims(Generic[ItemT]):
    """A claim that its process does not know of would be held for ever: it is handed back before the next one."""

    def __init__(self, database: Database, hand_back: Callable[[Session, Sequence[ItemT]], Awaitable[None]]) -> None:
        self._database = database
        self._hand_back = hand_back
        self._doubtful: list[ItemT] = []

    async def claim(self, operation: Operation[list[ItemT]]) -> list[ItemT]:
        """What the operation claims. Raises `StoreError`s."""
        if self._doubtful:
            doubtful = list(self._doubtful)
            await self._database.write(lambda db: self._hand_back(db, doubtful))
            del self._doubtful[: len(doubtful)]
        try:
            return await self._database.write(operation)
        except CommitUnknown as lost:
            self._doubtful += lost.result
            raise


class Ends(Generic[ItemT]):
    """Writes that are guarded by what was seen before: written once more they would be told that they came too late.

    Who tries again after such a loss is answered by what stands in the database.
    """

    def __init__(
        self,
        database: Database,
        *,
        write: Callable[[Session, Sequence[ItemT]], Awaitable[list[bool]]],
        is_written: Callable[[Session, Sequence[ItemT]], Awaitable[list[bool]]],
        key: Callable[[ItemT], Hashable],
    ) -> None:
        self._database = database
        self._write = write
        self._is_written = is_written
        self._key = key
        self._doubtful: set[Hashable] = set()

    async def write(self, items: Sequence[ItemT]) -> list[bool]:
        """False where something had changed hands. Raises `StoreError`s."""
        doubtful = [item for item in items if self._key(item) in self._doubtful] if self._doubtful else []
        keys = {self._key(item) for item in items}

        async def operation(db: Session) -> list[bool]:
            written = await self._write(db, items)
            there = await self._is_written(db, doubtful) if doubtful else []
            before = {self._key(item) for item, is_there in zip(doubtful, there, strict=True) if is_there}
            return [is_new or self._key(item) in before for item, is_new in zip(items, written, strict=True)]

        try:
            answer = await self._database.write(operation)
        except CommitUnknown:
            self._doubtful |= keys
            raise
        self._doubtful -= keys
        return answer
