"""Replays of many, part by part: what somebody else wants to write waits for one part at most, not for all of them."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from heliograph.adapters.store.rows import from_ms, to_ms
from heliograph.domain.records import Replay

AT_ONCE = 1000
"""Deliveries of one part, which is one transaction."""

Part = tuple[int, Sequence[tuple[int, int]]]
"""When its first row is due, and its rows: number, due."""
SomeReplayed = Callable[[int, int], Awaitable[Part]]
"""Takes the number of the last row that is done and when the next may be due, in milliseconds; gives the next part."""


def gap_ms(per_second: float | None) -> float:
    """Between one row of a replay and the next."""
    return 1000 / per_second if per_second else 0.0


async def in_parts(
    replay_some: SomeReplayed, count_under_way: Callable[[], Awaitable[int]], *, now: datetime, gap: float
) -> Replay:
    """Each row once, in the order of their numbers. What stops in the middle has replayed the parts before it."""
    done, last, start, due_until = 0, 0, to_ms(now), None
    while True:
        start, part = await replay_some(last, start)
        if not part:
            break
        done += len(part)
        start += int(len(part) * gap)
        last = max(seq for seq, _ in part)
        due_until = max(due_until or 0, *(due_at for _, due_at in part))
        if len(part) < AT_ONCE:
            break
    return Replay(
        count=done, under_way=await count_under_way(), due_until=None if due_until is None else from_ms(due_until)
    )
