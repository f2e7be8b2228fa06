"""Fetching: what a task starts from is brought here before it is drawn, and goes again when the task has ended."""

from heliograph.domain.contract import TRY_AGAIN_LATER
from heliograph.domain.inputs import NONE, Inputs, sources_of
from heliograph.domain.task import Failure, FailureKind, Owner, Task
from heliograph.flow.fetch import Intake, fetch, forget
from heliograph.ports import Clock, Generator, Observer, Tracer


class Fetching:
    """`inputs_of` a task comes before its generator, `ended` after its end."""

    def __init__(
        self,
        *,
        owner: Owner,
        intake: Intake,
        deadline_seconds: float,
        clock: Clock,
        observer: Observer,
        tracer: Tracer,
    ) -> None:
        self._owner = owner
        self._intake = intake
        self._deadline_seconds = deadline_seconds
        self._clock = clock
        self._observer = observer
        self._tracer = tracer

    async def inputs_of(self, task: Task, generator: Generator) -> Inputs | Failure:
        """For most tasks there are none, and nothing is done."""
        if not sources_of(task.params).images:
            return NONE
        began_at = self._clock.steady()
        with self._tracer.working("fetch", task):
            outcome = await self._outcome(task, generator)
        self._observer.inputs_fetched(task, outcome, seconds=self._clock.steady() - began_at)
        return outcome

    async def ended(self, task: Task) -> None:
        """Those of another process's task are left to the sweep: that process may be fetching them still."""
        if task.owner in (None, self._owner):
            await forget(task, intake=self._intake)

    async def _outcome(self, task: Task, generator: Generator) -> Inputs | Failure:
        try:
            return await fetch(
                task,
                generator=generator,
                intake=self._intake,
                clock=self._clock,
                deadline_seconds=self._deadline_seconds,
            )
        except OSError as error:
            self._observer.step_failed("fetch", error, task=task.id)
            return Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER)
