"""The inboxes of the store in memory."""

from collections import deque

from heliograph.domain.inbox import (
    ARRIVALS_KEPT,
    ARRIVALS_KEPT_IN_ALL,
    INSTRUCTIONS_KEPT,
    WELL_BEHAVED,
    Arrival,
    Behaviour,
    InboxName,
)


class MemoryInboxes:
    """The arrivals of all inboxes in one row, so that the oldest of all are the ones to go."""

    def __init__(self) -> None:
        self._arrivals: deque[Arrival] = deque(maxlen=ARRIVALS_KEPT_IN_ALL)
        self._instructions: dict[InboxName, tuple[Behaviour, int]] = {}

    async def note_arrival(self, arrival: Arrival) -> Behaviour:
        self._arrivals.append(arrival)
        behaviour, times = self._instructions.get(arrival.inbox, (WELL_BEHAVED, 0))
        await self.instruct_inbox(arrival.inbox, behaviour, times=times - 1)
        return behaviour

    async def arrivals_in(self, inbox: InboxName) -> list[Arrival]:
        return [each for each in reversed(self._arrivals) if each.inbox == inbox][:ARRIVALS_KEPT]

    async def instruct_inbox(self, inbox: InboxName, behaviour: Behaviour, *, times: int) -> None:
        self._instructions.pop(inbox, None)
        if times > 0:
            self._instructions[inbox] = (behaviour, times)
        while len(self._instructions) > INSTRUCTIONS_KEPT:
            del self._instructions[next(iter(self._instructions))]

    async def empty_inbox(self, inbox: InboxName) -> int:
        self._instructions.pop(inbox, None)
        gone = await self.arrivals_in(inbox)
        self._arrivals = deque((each for each in self._arrivals if each.inbox != inbox), ARRIVALS_KEPT_IN_ALL)
        return len(gone)
