"""Making: claims the tasks of one generator, prepares each, runs it, and brings each to its end or to another try."""

import random
from collections.abc import Callable, Mapping, Sequence

from heliograph.domain.contract import GENERATION_FAILED
from heliograph.domain.course import Course, Step, failed_try
from heliograph.domain.delivery import Delivery, Lane
from heliograph.domain.inputs import Inputs
from heliograph.domain.picture import Pictures
from heliograph.domain.task import Failure, FailureKind, Owner, Task
from heliograph.flow.claim import claim_tasks
from heliograph.flow.generate import generate
from heliograph.flow.insist import insist
from heliograph.flow.keep import Shelf, keep
from heliograph.ports import Clock, Generator, Handoff, Observer, TaskStore, Tracer
from heliograph.workers.desk import Desk
from heliograph.workers.enhancing import Enhancing
from heliograph.workers.fetching import Fetching
from heliograph.workers.persist import until_stored
from heliograph.workers.places import Places
from heliograph.workers.screening import Screening
from heliograph.workers.watch import Watch


class Making:
    """`desk` holds the tasks that are being drawn; what a task owes when it ends goes to `deliveries`.

    It takes what waits in `queues`. `put_back` is told of each task that waits for another try.
    """

    def __init__(
        self,
        *,
        owner: Owner,
        store: TaskStore,
        shelf: Shelf,
        generator: Generator,
        fetching: Fetching,
        enhancing: Enhancing,
        screening: Screening,
        queues: Sequence[str],
        at_once: int,
        course: Course,
        put_back: Callable[[Task], None],
        deliveries: Handoff[Delivery],
        clock: Clock,
        observer: Observer,
        tracer: Tracer,
        watch: Watch,
    ) -> None:
        self._owner = owner
        self._store = store
        self._shelf = shelf
        self._generator = generator
        self._fetching = fetching
        self._enhancing = enhancing
        self._screening = screening
        self._queues = queues
        self._course = course
        self._put_back = put_back
        self._deliveries = deliveries
        self._clock = clock
        self._observer = observer
        self._tracer = tracer
        self._watch = watch
        self.lane = Lane(generator.name)
        self.desk: Desk[Task] = Desk(
            owner=owner,
            places=Places(per_lane=at_once, in_all=at_once),
            lane_of=lambda _: self.lane,
            key_of=lambda task: task.key_id,
            claim=self._claim,
            work=self._make,
            observer=observer,
        )

    async def end(self, task: Task, outcome: Pictures | Failure, *, note: str = "") -> None:
        """Keep what came out and write the task's end, unless somebody else has ended it."""
        if isinstance(outcome, Failure):
            note = note or failed_try(task, outcome)

        async def write() -> Task | None:
            return await keep(
                task,
                outcome,
                shelf=self._shelf,
                store=self._store,
                clock=self._clock,
                handoff=self._deliveries,
                note=note,
            )

        with self._tracer.working("keep", task):
            ended = await until_stored("keep", write, self._observer)
        if ended:
            self._observer.task_ended(ended)
            await self._fetching.ended(task)

    async def _claim(self, limit: int, _: Mapping[Lane, int]) -> list[Task]:
        return await claim_tasks(
            owner=self._owner,
            limit=limit,
            queues=self._queues,
            generator=self._generator.name,
            store=self._store,
            clock=self._clock,
        )

    async def _make(self, task: Task) -> None:
        outcome = await self._watch.over(task, self._outcome(task))
        match outcome:
            case Pictures():
                await self.end(task, outcome, note=self._generator.name)
            case Failure():
                await self._after(task, outcome)
            case None:
                await self._let_go(task)

    async def _let_go(self, task: Task) -> None:
        """It has been ended by somebody else, or somebody else goes on with it, who wants its inputs."""
        found = await self._store.find_task(task.id)
        if found and found.state.is_end:
            await self._fetching.ended(task)

    async def _after(self, task: Task, failure: Failure) -> None:
        """Another try, of this generator or of another, or the end."""

        async def write() -> Step:
            return await insist(
                task, failure, course=self._course, store=self._store, clock=self._clock, chance=random.random()
            )

        step = await until_stored("insist", write, self._observer)
        self._observer.try_failed(task, failure, note=step.note)
        if step.waits:
            self._put_back(step.waits)
        else:
            await self.end(task, failure, note=step.note)

    async def _outcome(self, task: Task) -> Pictures | Failure:
        try:
            return await self._screened(task)
        except Exception as error:  # noqa: BLE001  # a generator's fault is the task's failure, with its trace in the log
            self._observer.step_failed("generate", error, task=task.id)
            return Failure(FailureKind.FAILED, GENERATION_FAILED, type(error).__name__)

    async def _screened(self, task: Task) -> Pictures | Failure:
        """Nothing that the content policy refuses goes to an enhancer, to a generator or to the shelf."""
        if refusal := await self._screening.prompt(task.prompt):
            return refusal
        worded = await self._enhancing.worded(task)
        if worded is not task and (refusal := await self._screening.prompt(worded.prompt, is_reworded=True)):
            return refusal
        inputs = await self._fetching.inputs_of(task, self._generator)
        if isinstance(inputs, Failure):
            return inputs
        if refusal := await self._screening.inputs(task, inputs):
            return refusal
        outcome = await self._drawn(worded, inputs)
        if isinstance(outcome, Pictures) and (refusal := await self._screening.outputs(task, outcome)):
            return refusal
        return outcome

    async def _drawn(self, task: Task, inputs: Inputs) -> Pictures | Failure:
        with self._tracer.working("generate", task):
            return await generate(
                task,
                generator=self._generator,
                store=self._store,
                clock=self._clock,
                deadline_seconds=self._course.deadline_seconds,
                inputs=inputs,
                keeps_previews=not self._screening.judges_pictures,
            )
