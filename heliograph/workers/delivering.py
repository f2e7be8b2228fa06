"""Delivering: claims owed callbacks, makes one attempt at each, and settles them in batches."""

import random
from collections import ChainMap
from collections.abc import Mapping, Sequence
from datetime import datetime

from heliograph.domain.delivery import Delivery, DeliveryState, Lane
from heliograph.domain.records import Settlement
from heliograph.domain.schedule import Schedule, asked_wait_seconds
from heliograph.domain.task import KeyId, Owner
from heliograph.domain.trace import TraceContext
from heliograph.domain.turns import Hearing, Turns
from heliograph.domain.verdict import Answer, Fault
from heliograph.flow.claim import claim_deliveries
from heliograph.flow.notify import notify
from heliograph.flow.settle import settle
from heliograph.ports import Clock, DeliveryStore, Observer, Sender, Signing, Tracer
from heliograph.workers.batch import Batch
from heliograph.workers.breaker import Breaker, says_unwell
from heliograph.workers.desk import Desk
from heliograph.workers.hosts import Hosts
from heliograph.workers.persist import until_stored
from heliograph.workers.places import Places

KEPT_SHARE = 4
"""One place in so many is kept for keys that hold little: the hung hosts of one key must not hold every place."""
KEPT_SHARE_PER_LANE = 8
"""As `KEPT_SHARE`, of each host where several keys call: what one of them owes must not hold all its places."""
LITTLE_SHARE = 16
"""A key holds little while it has fewer than one in so many of all places."""
BATCH, SMALL_BATCH = 256, 32
"""Attempts settled in one transaction, and where several keys call: enough to make its commit cheap, and few enough
that what somebody waits for is not behind many."""

NOT_MADE = Answer(fault=Fault.INTERNAL, diagnosis="the server could not make this attempt: its log says why")


class Delivering:
    """`desk` holds the callbacks that are in flight, `settlements` what came of those that are not yet written."""

    def __init__(
        self,
        *,
        owner: Owner,
        store: DeliveryStore,
        sender: Sender,
        signing: Signing,
        schedule: Schedule,
        per_host: int,
        in_flight: int,
        weights: Mapping[KeyId, float],
        breaker: Breaker,
        clock: Clock,
        observer: Observer,
        tracer: Tracer,
    ) -> None:
        self._owner = owner
        self._store = store
        self._sender = sender
        self._signing = signing
        self._schedule = schedule
        self._places = Places(
            per_lane=per_host,
            in_all=in_flight,
            kept=in_flight // KEPT_SHARE,
            little=max(1, in_flight // LITTLE_SHARE),
            kept_per_lane=per_host // KEPT_SHARE_PER_LANE,
        )
        self._weights = weights
        self._breaker = breaker
        self._hosts = Hosts(places=in_flight)
        self._clock = clock
        self._observer = observer
        self._tracer = tracer
        self.settlements: Batch[Settlement] = Batch(
            self._settle, most=lambda: SMALL_BATCH if self._places.in_company else BATCH
        )
        self.desk: Desk[Delivery] = Desk(
            owner=owner,
            places=self._places,
            is_shut=lambda lane: breaker.is_open(lane) or not self._hosts.has_place(lane),
            is_worth_a_look=self._is_worth_a_look,
            moved=self._hosts.moved,
            lane_of=lambda delivery: delivery.lane,
            key_of=lambda delivery: delivery.key_id,
            claim=self._claim,
            work=self._attempt,
            observer=observer,
        )

    async def _claim(self, limit: int, in_flight: Mapping[Lane, int]) -> list[Delivery]:
        claimed = await claim_deliveries(
            owner=self._owner,
            limit=limit,
            per_lane=self._places.per_lane,
            in_flight=self._with_open_lanes(in_flight),
            turns=self._turns(sum(in_flight.values()), self._hosts.hearing(limit)),
            store=self._store,
            clock=self._clock,
        )
        for delivery in claimed:
            self._breaker.tries(delivery.lane, delivery.key_id)
        return claimed

    def _with_open_lanes(self, in_flight: Mapping[Lane, int]) -> Mapping[Lane, int]:
        """An open lane counts as full, or as full but for one place when its next try is due."""
        now, full = self._clock.steady(), dict[Lane, int]()
        for lane in self._breaker.leave_idle(now=now):
            self._observer.lane_closed(lane, lanes_open=len(self._breaker.open_lanes), answered=False)
        for lane in self._breaker.open_lanes:
            is_next = not in_flight.get(lane) and self._breaker.may_try(lane, now=now)
            full[lane] = self._places.per_lane - is_next
        return ChainMap(full, in_flight) if full else in_flight  # type: ignore[arg-type]  # it is only read

    def _is_worth_a_look(self, lane: Lane, key_id: KeyId) -> bool:
        """Whether a claim could bring what that key has for the lane; where it could not, an alarm rings in time."""
        if self._breaker.is_open(lane):
            return not self._places.in_flight[lane] and self._breaker.may_try(lane, now=self._clock.steady())
        return self._hosts.has_place(lane) or self._places.holds_little_in_all(key_id)

    def _learn(self, lane: Lane, answer: Answer) -> None:
        if answer.status is None:
            self._hosts.failed(lane)
        elif self._hosts.answered(lane):
            self.desk.look(lane)
        self._judge(lane, answer)

    def _judge(self, lane: Lane, answer: Answer) -> None:
        now = self._clock.steady()
        match says_unwell(answer):
            case True:
                asked = asked_wait_seconds(self._schedule, answer.retry_after, now=self._clock.wall())
                if self._breaker.failed(lane, now=now, asked_seconds=asked):
                    self._observer.lane_opened(lane, lanes_open=len(self._breaker.open_lanes))
                if self._breaker.is_open(lane):
                    self._wake_in(self._breaker.seconds_to_try(lane, now=now), answer)
            case False if self._breaker.answered(lane):
                self._observer.lane_closed(lane, lanes_open=len(self._breaker.open_lanes), answered=True)
                self.desk.look(lane)

    def _turns(self, count: int, hearing: Hearing) -> Turns:
        return Turns(
            weights=self._weights,
            held=self._places.held(),
            held_in_all=self._places.held_in_all(),
            open_to_all=max(0, self._places.open_to_all - count),
            little=self._places.little,
            shared=self._places.shared,
            kept_per_lane=self._places.kept_per_lane,
            tried={**self._places.tried, **self._breaker.tried},
            hearing=hearing,
        )

    async def _attempt(self, delivery: Delivery) -> None:
        settlement = started_at = None
        try:
            await self._sender.ready(delivery.url)  # What waits for its turn has not begun.
            started_at = self._clock.now()
            with self._tracer.attempting(delivery) as span:
                settlement = await self._settlement(delivery, started_at, span.trace)
                self._learn(delivery.lane, settlement.receipt.answer)
                span.came_to(settlement.receipt)
        except Exception as error:  # noqa: BLE001  # our own fault must not leave the delivery held: it is tried again
            self._observer.step_failed("notify", error, delivery=delivery.id)
        self.settlements.add(settlement or self._settled(delivery, NOT_MADE, started_at or self._clock.now()))

    async def _settlement(self, delivery: Delivery, started_at: datetime, trace: TraceContext | None) -> Settlement:
        secrets = self._signing.current()
        answer = await notify(delivery, sender=self._sender, secrets=secrets, clock=self._clock, trace=trace)
        return self._settled(delivery, answer, started_at)

    def _settled(self, delivery: Delivery, answer: Answer, started_at: datetime) -> Settlement:
        return settle(
            delivery,
            answer,
            started_at=started_at,
            schedule=self._schedule,
            clock=self._clock,
            chance=random.random,
        )

    async def _settle(self, settlements: Sequence[Settlement]) -> None:
        written = await until_stored("settle", lambda: self._store.settle_deliveries(settlements), self._observer)
        for settlement, is_written in zip(settlements, written, strict=True):
            if is_written:
                self._observer.delivery_attempted(settlement)
            if settlement.after.state is DeliveryState.OWED:
                seconds = (settlement.after.due_at - self._clock.now()).total_seconds()
                self._wake_in(max(0.0, seconds), settlement.receipt.answer)

    def _wake_in(self, seconds: float, last: Answer) -> None:
        """Then a host may be tried again that gave this answer; where all places for such as hang are taken, later."""
        if last.status is None:
            self.desk.wake_in(seconds, provided=self._hosts.may_take_more)
        else:
            self.desk.wake_in(seconds)
