"""Enhancing: the prompt that a task is drawn with, which is found once and kept."""

from dataclasses import replace

from heliograph.domain.task import Task
from heliograph.domain.wording import Wording, drawn_with, is_to_be_enhanced
from heliograph.flow.enhance import as_submitted, enhance
from heliograph.ports import Clock, Observer, PromptEnhancer, PromptStore, Tracer
from heliograph.workers.persist import until_stored


class Enhancing:
    """Asks the enhancer for tasks that want it; a second try is drawn with the words of the first."""

    def __init__(
        self, *, enhancer: PromptEnhancer, store: PromptStore, clock: Clock, observer: Observer, tracer: Tracer
    ) -> None:
        self._enhancer = enhancer
        self._store = store
        self._clock = clock
        self._observer = observer
        self._tracer = tracer

    async def worded(self, task: Task) -> Task:
        """The task with the prompt that is to be drawn."""
        if not is_to_be_enhanced(task):
            return task
        noted = await until_stored("enhance", lambda: self._store.prompt_of(task.id), self._observer)
        if noted is not None:
            return replace(task, prompt=noted)
        with self._tracer.working("enhance", task):
            wording = await self._wording(task)
        now = self._clock.now()
        await until_stored("enhance", lambda: self._store.note_prompt(task, wording, now=now), self._observer)
        return drawn_with(task, wording)

    async def _wording(self, task: Task) -> Wording:
        try:
            return await enhance(task, enhancer=self._enhancer)
        except Exception as error:  # noqa: BLE001  # an enhancer's fault must not cost the picture
            self._observer.step_failed("enhance", error, task=task.id)
            return as_submitted(task, self._enhancer, "it failed, see the log")
