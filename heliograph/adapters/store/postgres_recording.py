"""Recording tasks so that a connection lost at the worst moment neither loses one nor makes it twice."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from heliograph.adapters.store import postgres_tasks as tasks
from heliograph.adapters.store.postgres_pool import CommitUnknown, Database, Session
from heliograph.domain.errors import StoreError
from heliograph.domain.task import Task, TaskId, TaskState

RETRY_PAUSES_SECONDS = (0.1, 0.3, 0.6, 1.0)
"""How long a caller is kept waiting for what became of a commit."""


class Recording:
    """Tasks are all or none of them there after a commit that was lost sight of: their ids tell."""

    def __init__(self, database: Database, *, tell: Callable[[Session], Awaitable[None]]) -> None:
        self._database = database
        self._tell = tell
        self._doubtful: list[TaskId] = []

    async def record(self, items: Sequence[Task]) -> Sequence[None]:
        """Raises `StoreError`s; then nothing of it is written, or it is taken back as soon as that can be done."""
        try:
            await self._database.write(lambda db: self._record(db, items))
        except CommitUnknown as lost:
            await self._find_out(items, lost)
        return [None for _ in items]

    async def forget_doubtful(self) -> None:
        """Take back what nobody was told to be accepted: its caller has been asked to submit it again."""
        if self._doubtful:
            doubtful = list(self._doubtful)
            await self._database.write(lambda db: tasks.forget(db, doubtful))
            del self._doubtful[: len(doubtful)]

    async def _find_out(self, items: Sequence[Task], lost: StoreError) -> None:
        for pause_seconds in RETRY_PAUSES_SECONDS:
            await asyncio.sleep(pause_seconds)
            try:
                if await self._database.read(lambda db: tasks.are_recorded(db, items)):
                    return
                await self._database.write(lambda db: self._record(db, items))
            except StoreError:
                # Still away, or the commit that was lost sight of has gone through just now: both are seen next time.
                continue
            return
        self._doubtful += [task.id for task in items]
        raise lost

    async def _record(self, db: Session, items: Sequence[Task]) -> None:
        await tasks.record(db, items)
        if any(task.state is TaskState.QUEUED for task in items):
            await self._tell(db)
