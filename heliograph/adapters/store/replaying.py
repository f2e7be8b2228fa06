"""Replays of many, part by part: what somebody else wants to write waits for one part at most, not for all of them."""

from collections.abc import Awaitable, Callable, Sequence

from heliograph.adapters.store.rows import from_ms
from heliograph.domain.records import Replay

AT_ONCE = 1000
"""Deliveries of one part, which is one transaction."""

SomeReplayed = Callable[[int, int], Awaitable[Sequence[tuple[int, int]]]]
"""Takes the number of the last row that is done and how many are, and gives the rows of the next part: number, due."""


async def in_parts(replay_some: SomeReplayed, count_under_way: Callable[[], Awaitable[int]]) -> Replay:
    """Each row once, in the order of their numbers. What stops in the middle has replayed the parts before it."""
    done, last, due_until = 0, 0, None
    while part := await replay_some(last, done):
        done += len(part)
        last = max(seq for seq, _ in part)
        due_until = max(due_until or 0, *(due_at for _, due_at in part))
        if len(part) < AT_ONCE:
            break
    return Replay(
        count=done, under_way=await count_under_way(), due_until=None if due_until is None else from_ms(due_until)
    )
