"""A desk: what one process has claimed and works on, lane by lane, and where it is handed more."""

import asyncio
import contextlib
import math
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from heliograph.domain.delivery import Lane
from heliograph.domain.errors import StoreError
from heliograph.domain.task import KeyId, Owner
from heliograph.ports import Observer
from heliograph.workers.hosts import REFILL_SHARE
from heliograph.workers.places import Places

ItemT = TypeVar("ItemT")

POLL_SECONDS = 1.0
"""What is handed on in the process waits for no poll; this finds what came from elsewhere."""
CLAIM_LIMIT, SMALL_CLAIM = 256, 32
"""Of one claim, and of one where several keys call: what one of them waits for must not be behind a long one."""
NEWCOMER_SECONDS = 0.01
"""What is new for a full lane may come first by turn: this long after the last claim one free place is enough. What
another process has written is claimed no sooner either."""
HANDFUL, SMALL_HANDFUL = 64, 8
"""Claimed items that begin in one turn of the loop: if all did, all would end at once, and the next claim come late."""
ALARM_STEP_SECONDS = 0.02
"""Alarms that are closer together than this ring as one."""


def _always() -> bool:
    return True


class Desk(Generic[ItemT]):
    """What this process holds and works on, in `places`.

    A lane that `is_shut` gets only what a claim brings, and `is_worth_a_look` says whether one could bring it. `moved`
    is told of every place that is taken (1) or left (-1), and says whether it is time to look for what may have waited.
    """

    def __init__(
        self,
        *,
        owner: Owner,
        places: Places,
        is_shut: Callable[[Lane], bool] = lambda _: False,
        is_worth_a_look: Callable[[Lane, KeyId], bool] = lambda *_: True,
        moved: Callable[[Lane, int], bool] = lambda *_: False,
        lane_of: Callable[[ItemT], Lane],
        key_of: Callable[[ItemT], KeyId],
        claim: Callable[[int, Mapping[Lane, int]], Awaitable[list[ItemT]]],
        work: Callable[[ItemT], Awaitable[None]],
        observer: Observer,
    ) -> None:
        self._owner = owner
        self._places = places
        self._is_shut = is_shut
        self._is_worth_a_look = is_worth_a_look
        self._moved = moved
        self._lane_of = lane_of
        self._key_of = key_of
        self._claim = claim
        self._work = work
        self._observer = observer
        self._waiting: set[Lane] = set()
        self._asked: set[Lane] = set()
        self._newcomers: set[Lane] = set()
        self._claimed_at = -math.inf
        self._was_filled = False
        self._ready = asyncio.Event()
        self._stopping = False
        self._surplus: list[ItemT] = []
        self._alarms: set[tuple[int, Callable[[], bool]]] = set()
        self._group: asyncio.TaskGroup | None = None

    @property
    def count(self) -> int:
        """How many this process works on, or has a place reserved for."""
        return self._places.count

    # --- the handoff

    def reserve(self, lane: Lane, key_id: KeyId) -> Owner | None:
        if self._group is None or self._stopping or self._is_shut(lane):
            return None
        self._places.came(lane, key_id)
        is_next = not (lane in self._waiting or lane in self._asked) or self._places.is_guest(lane, key_id)
        if not is_next or not self._places.has_room_for(lane, key_id):
            return None
        self._enter(lane, key_id)
        return self._owner

    def take(self, item: ItemT) -> None:
        if self._group is None:
            return
        carry = self._carry(item)
        try:
            self._group.create_task(carry)
        except RuntimeError:
            carry.close()  # The grace is over while this was written: it goes back with the owner's lease.

    def release(self, lane: Lane, key_id: KeyId) -> None:
        self._leave(lane, key_id)

    def wake(self, lane: Lane, key_id: KeyId) -> None:
        self._places.came(lane, key_id)
        has_room = self._places.has_room_for(lane, key_id) and self._is_worth_a_look(lane, key_id)
        self._wait_in(lane, has_room=has_room)

    def look(self, lane: Lane) -> None:
        """Something may wait for that lane, whoever's it is."""
        self._wait_in(lane, has_room=self._places.has_room(lane))

    def _wait_in(self, lane: Lane, *, has_room: bool) -> None:
        if self._group is None:
            return  # Nothing runs here, or not yet: the first thing that a desk does is to claim.
        self._waiting.add(lane)
        if has_room:
            self._ready.set()
        else:
            self._newcomers.add(lane)

    def hear(self) -> None:
        """Another process has written something: look at once, or soon after the last claim."""
        self._look_after_last_claim()

    def wake_in(self, seconds: float, *, provided: Callable[[], bool] = _always) -> None:
        """Something comes due in that many seconds; `provided` says by then whether it is worth looking for it."""
        loop = asyncio.get_running_loop()
        at = math.ceil((loop.time() + seconds) / ALARM_STEP_SECONDS)
        if (at, provided) not in self._alarms:
            self._alarms.add((at, provided))
            loop.call_at(at * ALARM_STEP_SECONDS, self._ring, at, provided)

    def _ring(self, at: int, provided: Callable[[], bool]) -> None:
        self._alarms.discard((at, provided))
        if provided():
            self._ready.set()

    # --- the loop

    async def run(self) -> None:
        """Claim and work until `stop`; then finish what is held, as far as the grace goes."""
        try:
            async with asyncio.timeout(None) as self._limit, asyncio.TaskGroup() as self._group:
                while not self._stopping:
                    self._ready.clear()
                    if not await self._fill():
                        await self._wait()
        except TimeoutError:
            pass  # The grace is over: whatever is still held goes back with the owner's lease.
        finally:
            self._group = None

    def stop(self, *, grace_seconds: float) -> None:
        """Claim nothing more; `run` returns when all is done or the grace is over."""
        self._stopping = True
        self._ready.set()
        if self._group is not None:
            self._limit.reschedule(asyncio.get_running_loop().time() + grace_seconds)

    async def _fill(self) -> bool:
        """Claim once; True if there may be more to claim at once."""
        places = self._places
        surplus = Counter(self._lane_of(item) for item in self._surplus)
        free = places.in_all - places.count - surplus.total()
        limit = min(SMALL_CLAIM if places.in_company else CLAIM_LIMIT, free)
        if limit <= 0:
            return False
        waiting, self._waiting = self._waiting, set()
        self._newcomers.clear()
        self._claimed_at = asyncio.get_running_loop().time()
        before, open_places = places.in_flight.copy(), max(1, places.open_to_all - places.count)
        self._was_filled = False
        self._asked = waiting
        items = await self._claimed(limit, _Still(before, places.in_flight, surplus))
        self._asked = set()
        # Then more may wait, and have no place but those that are kept.
        self._was_filled = len(items) >= open_places
        self._begin(items)
        claimed = Counter(self._lane_of(item) for item in items)
        # A lane that took all it had room for may have more, and only that one: it is asked again when it has drained.
        filled = {lane for lane in waiting | claimed.keys() if before[lane] + claimed[lane] >= places.open_of(lane)}
        self._waiting |= filled | (waiting if len(items) == limit else set())
        return len(items) == limit or self._has_drained() or any(self._is_drained(lane) for lane in filled)

    def _begin(self, items: Iterable[ItemT]) -> None:
        """Work on what there is room for; what was reserved during the claim may have taken places: the rest waits."""
        roomy, surplus = [], []
        for item in items:
            lane, key_id = self._lane_of(item), self._key_of(item)
            self._places.came(lane, key_id)
            if self._places.has_room(lane):
                self._enter(lane, key_id)
                roomy.append(item)
            else:
                surplus.append(item)
        self._surplus += surplus
        self._take_by_turns(roomy)

    def _take_by_turns(self, items: Sequence[ItemT]) -> None:
        handful = SMALL_HANDFUL if self._places.in_company else HANDFUL
        for item in items[:handful]:
            self.take(item)
        if rest := items[handful:]:
            asyncio.get_running_loop().call_soon(self._take_by_turns, rest)

    async def _claimed(self, limit: int, in_flight: Mapping[Lane, int]) -> list[ItemT]:
        try:
            return await self._claim(limit, in_flight)
        except StoreError as error:
            self._observer.step_failed("claim", error)
            return []

    async def _wait(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(POLL_SECONDS):
                await self._ready.wait()

    async def _carry(self, item: ItemT) -> None:
        try:
            await self._work(item)
        except Exception as error:  # noqa: BLE001  # a fault in one item must not stop the others
            self._observer.step_failed("work", error, item=repr(item))
        finally:
            self._leave(self._lane_of(item), self._key_of(item))

    def _enter(self, lane: Lane, key_id: KeyId) -> None:
        self._places.enter(lane, key_id)
        self._moved(lane, 1)

    def _leave(self, lane: Lane, key_id: KeyId) -> None:
        is_wanted = self._moved(lane, -1) or self._places.count in (self._places.open_to_all, self._places.in_all)
        self._places.leave(lane, key_id)
        if self._surplus and not self._stopping:
            surplus, self._surplus = self._surplus, []
            self._begin(surplus)
        if is_wanted or self._has_drained() or (lane in self._waiting and self._is_drained(lane)):
            self._ready.set()
        elif lane in self._newcomers:
            self._newcomers.discard(lane)
            self._look_after_last_claim()

    def _look_after_last_claim(self) -> None:
        loop = asyncio.get_running_loop()
        loop.call_at(max(loop.time(), self._claimed_at + NEWCOMER_SECONDS), self._ready.set)

    def _has_drained(self) -> bool:
        """All places that are open to all were taken, and enough of them are free again."""
        return self._was_filled and self._places.count <= self._places.open_to_all * REFILL_SHARE

    def _is_drained(self, lane: Lane) -> bool:
        return self._places.in_flight[lane] <= self._places.open_of(lane) * REFILL_SHARE


class _Still(Mapping[Lane, int]):
    """How many of those in flight when a claim was asked for still are: places that are left before its turn count.

    The surplus of earlier claims has its next places.
    """

    def __init__(self, before: Counter[Lane], now: Counter[Lane], surplus: Counter[Lane]) -> None:
        self._before = before
        self._now = now
        self._surplus = surplus

    def __getitem__(self, lane: Lane) -> int:
        return min(self._before[lane], self._now[lane]) + self._surplus[lane]

    def __iter__(self) -> Iterator[Lane]:
        return iter(self._before.keys() | self._surplus.keys())

    def __len__(self) -> int:
        return len(self._before.keys() | self._surplus.keys())
