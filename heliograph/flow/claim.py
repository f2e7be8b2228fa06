"""Claim: what is due and has room gets an owner, whose lease says for how long."""

from collections.abc import Mapping, Sequence

from heliograph.domain.delivery import Delivery, Lane
from heliograph.domain.task import Owner, Task
from heliograph.domain.turns import Turns
from heliograph.ports import Clock, DeliveryStore, TaskStore


async def claim_tasks(
    *, owner: Owner, limit: int, queues: Sequence[str], generator: str, store: TaskStore, clock: Clock
) -> list[Task]:
    """The oldest tasks of these queues that are due, at most `limit`: those of the first before those of the next."""
    return await store.claim_tasks(owner=owner, limit=limit, now=clock.now(), queues=queues, generator=generator)


async def claim_deliveries(
    *,
    owner: Owner,
    limit: int,
    per_lane: int,
    in_flight: Mapping[Lane, int],
    turns: Turns,
    store: DeliveryStore,
    clock: Clock,
) -> list[Delivery]:
    """Due deliveries, at most `limit`, by turns between the keys, and for no host more than it has room for."""
    return await store.claim_deliveries(
        owner=owner, limit=limit, now=clock.now(), per_lane=per_lane, in_flight=in_flight, turns=turns
    )
