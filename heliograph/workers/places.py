"""Places: what one process has in flight, lane by lane and key by key, and for whom there is room."""

import asyncio
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

from heliograph.domain.delivery import Lane
from heliograph.domain.task import KeyId
from heliograph.domain.turns import UNLIMITED
from heliograph.workers.hosts import LANES_KEPT

OfT = TypeVar("OfT")

COMPANY_SECONDS = 10.0
"""After another key has come, for so long it counts as there."""


class Places:
    """At most `per_lane` of a lane, at most `in_all`, and some of them only for keys that hold little.

    The last `kept` of all are for a key that holds fewer than `little` over all lanes. Of a lane where several keys
    call, the last `kept_per_lane` are for a key that holds fewer than so many there; one that has it alone gets all.
    """

    def __init__(
        self, *, per_lane: int, in_all: int, kept: int = 0, little: int = UNLIMITED, kept_per_lane: int = 0
    ) -> None:
        self.per_lane = per_lane
        self.in_all = in_all
        self.open_to_all = in_all - kept
        self.little = little
        self.kept_per_lane = kept_per_lane
        self.count = 0
        self.in_flight: Counter[Lane] = Counter()
        self._held: defaultdict[Lane, Counter[KeyId]] = defaultdict(Counter)
        self._of_key: Counter[KeyId] = Counter()
        self._only_caller: dict[Lane, KeyId | None] = {}
        self._shared: set[Lane] = set()
        self._tried: dict[Lane, dict[KeyId, None]] = {}
        self._latest: KeyId | None = None
        self._company_until = -math.inf

    @property
    def in_company(self) -> bool:
        """Whether several keys have come lately: then what one waits for must not be behind many of another."""
        return asyncio.get_running_loop().time() < self._company_until

    @property
    def shared(self) -> AbstractSet[Lane]:
        """The lanes where several keys call, as it is now and as it will be."""
        return self._shared

    def held(self) -> Mapping[Lane, Mapping[KeyId, int]]:
        """How many each key holds in each lane where several call, as it is now."""
        # There may be thousands of lanes with one caller each, of whom it is asked at every claim.
        return {lane: dict(self._held[lane]) for lane in self._shared & self._held.keys()}

    def held_in_all(self) -> Mapping[KeyId, int]:
        """How many each key holds over all lanes, as it is now."""
        return dict(self._of_key)

    @property
    def tried(self) -> Mapping[Lane, Collection[KeyId]]:
        """Where a lane has one place, who had it in the lanes where several call, the latest last."""
        return {lane: list(keys) for lane, keys in self._tried.items()}

    def holds_little_in_all(self, key_id: KeyId) -> bool:
        """Over all lanes, whatever it holds in one."""
        return self._of_key[key_id] < self.little

    def came(self, lane: Lane, key_id: KeyId) -> None:
        """The key has something for that lane."""
        if key_id != self._latest:
            if self._latest is not None:
                self._company_until = asyncio.get_running_loop().time() + COMPANY_SECONDS
            self._latest = key_id
        only_caller = self._only_caller.pop(lane, key_id)
        if only_caller != key_id:
            only_caller = None
            self._shared.add(lane)
        self._only_caller[lane] = only_caller
        if len(self._only_caller) > LANES_KEPT:
            oldest = next(iter(self._only_caller))
            del self._only_caller[oldest]
            self._shared.discard(oldest)
            self._tried.pop(oldest, None)

    def enter(self, lane: Lane, key_id: KeyId) -> None:
        """A place for what `came` there."""
        self.count += 1
        self.in_flight[lane] += 1
        self._held[lane][key_id] += 1
        self._of_key[key_id] += 1
        if self.per_lane == 1 and lane in self._shared:
            tried = self._tried.setdefault(lane, {})
            tried.pop(key_id, None)
            tried[key_id] = None

    def leave(self, lane: Lane, key_id: KeyId) -> None:
        self.count -= 1
        _less(self.in_flight, lane)
        _less(self._of_key, key_id)
        _less(self._held[lane], key_id)
        if not self._held[lane]:
            del self._held[lane]

    def has_room(self, lane: Lane) -> bool:
        """Whether there is a place for somebody."""
        return self.count < self.in_all and self.in_flight[lane] < self.per_lane

    def has_room_for(self, lane: Lane, key_id: KeyId) -> bool:
        """Whether there is one for that key."""
        if not self.has_room(lane):
            return False
        if self.count >= self.open_to_all and not self.holds_little_in_all(key_id):
            return False
        return self.in_flight[lane] < self.open_of(lane) or self._holds_little(lane, key_id)

    def is_guest(self, lane: Lane, key_id: KeyId) -> bool:
        """Whether what waits for that lane need not be that key's: others call there, and it holds little."""
        return lane in self._shared and self._holds_little(lane, key_id)

    def open_of(self, lane: Lane) -> int:
        """How many places of that lane anybody may have."""
        return self.per_lane - self.kept_per_lane if lane in self._shared else self.per_lane

    def _holds_little(self, lane: Lane, key_id: KeyId) -> bool:
        keys = self._held.get(lane)
        return (keys[key_id] if keys else 0) < self.kept_per_lane


def _less(counts: Counter[OfT], of: OfT) -> None:
    counts[of] -= 1
    if not counts[of]:
        del counts[of]
