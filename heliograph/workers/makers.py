"""Makers: every generator of a process with a desk of its own, so that a slow one holds no task of another."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from heliograph.domain.concurrency import Concurrency
from heliograph.domain.contract import FALLBACK_MODELS
from heliograph.domain.course import Course, Other
from heliograph.domain.delivery import Delivery
from heliograph.domain.schedule import Schedule
from heliograph.domain.task import CONFIGURED, Owner, Task
from heliograph.flow.keep import Shelf
from heliograph.ports import Clock, Generator, Handoff, Observer, TaskStore, Tracer
from heliograph.workers.enhancing import Enhancing
from heliograph.workers.fetching import Fetching
from heliograph.workers.making import Making
from heliograph.workers.screening import Screening
from heliograph.workers.watch import Watch


@dataclass(frozen=True, slots=True, kw_only=True)
class Generators:
    """The configured one, and those that callers may fall back to, by the names that callers have for them."""

    configured: Generator
    fallbacks: Mapping[str, Generator] = field(default_factory=dict)

    def others(self) -> dict[str, Other]:
        return {
            name: Other(generator=generator.name, abilities=generator.abilities)
            for name, generator in self.fallbacks.items()
        }

    def queues(self) -> list[tuple[Generator, list[str]]]:
        """Each generator once, with the queues that it takes from.

        What waits under a name that leads nowhere any more is the configured one's: it must not wait for ever.
        """
        lost = [name for name in FALLBACK_MODELS if name not in self.fallbacks]
        found = {self.configured.name: (self.configured, [CONFIGURED, *lost])}
        for name, generator in self.fallbacks.items():
            found.setdefault(generator.name, (generator, []))[1].append(name)
        return list(found.values())


class Makers:
    """What is accepted goes to `configured`; what a task owes when it ends goes to `deliveries`."""

    def __init__(
        self,
        *,
        owner: Owner,
        store: TaskStore,
        shelf: Shelf,
        generators: Generators,
        fetching: Fetching,
        enhancing: Enhancing,
        screening: Screening,
        concurrency: Concurrency,
        retries: Schedule,
        deadline_seconds: float,
        deliveries: Handoff[Delivery],
        clock: Clock,
        observer: Observer,
        tracer: Tracer,
    ) -> None:
        self._clock = clock
        self.watch = Watch(owner=owner, store=store, observer=observer)
        course = Course(schedule=retries, deadline_seconds=deadline_seconds, others=generators.others())
        self._by_queue: dict[str, Making] = {}
        self._all: list[Making] = []
        for generator, queues in generators.queues():
            making = Making(
                owner=owner,
                store=store,
                shelf=shelf,
                generator=generator,
                fetching=fetching,
                enhancing=enhancing,
                screening=screening,
                queues=queues,
                at_once=concurrency.of(generator.name, generator.concurrency),
                course=course,
                put_back=self._put_back,
                deliveries=deliveries,
                clock=clock,
                observer=observer,
                tracer=tracer,
                watch=self.watch,
            )
            self._all.append(making)
            self._by_queue.update(dict.fromkeys(queues, making))

    @property
    def configured(self) -> Making:
        return self._by_queue[CONFIGURED]

    async def run(self) -> None:
        """Draw until `stop`."""
        async with asyncio.TaskGroup() as group:
            for making in self._all:
                group.create_task(making.desk.run())

    def stop(self, *, grace_seconds: float) -> None:
        for making in self._all:
            making.desk.stop(grace_seconds=grace_seconds)

    def wake(self) -> None:
        """Another process may have left work, or ended what is being drawn here."""
        self.watch.look_soon()
        for making in self._all:
            making.desk.hear()

    def _put_back(self, task: Task) -> None:
        making = self._by_queue[task.queue]
        if task.due_at:
            making.desk.wake_in(max(0.0, (task.due_at - self._clock.now()).total_seconds()))
        else:
            making.desk.wake(making.lane, task.key_id)
