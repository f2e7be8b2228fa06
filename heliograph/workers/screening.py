"""Screening: prompts, inputs and pictures are held against the content policy; what cannot be judged does not pass."""

import asyncio
from collections.abc import Awaitable

from heliograph.domain.contract import TRY_AGAIN_LATER
from heliograph.domain.errors import ClassifierFailed
from heliograph.domain.inputs import Inputs
from heliograph.domain.picture import Pictures
from heliograph.domain.task import Failure, FailureKind, Task
from heliograph.flow.screen import Screen, Screened, screen_inputs, screen_outputs, screen_prompt
from heliograph.ports import Clock, Observer, Tracer

LONG_PROMPT = 8_000
"""Characters from which on judging a prompt takes a thread, so that the event loop waits for no megabyte."""


class Screening:
    """Each method gives the failure that the task comes to, or None where it goes on."""

    def __init__(self, *, screen: Screen, clock: Clock, observer: Observer, tracer: Tracer) -> None:
        self._screen = screen
        self._clock = clock
        self._observer = observer
        self._tracer = tracer

    @property
    def judges_pictures(self) -> bool:
        return self._screen.classifier is not None

    async def prompt(self, prompt: str, *, is_reworded: bool = False) -> Failure | None:
        if len(prompt) <= LONG_PROMPT:
            return screen_prompt(prompt, screen=self._screen, is_reworded=is_reworded)
        return await asyncio.to_thread(screen_prompt, prompt, screen=self._screen, is_reworded=is_reworded)

    async def inputs(self, task: Task, inputs: Inputs) -> Failure | None:
        """At every try: who has kept them may have judged by other settings, or not at all."""
        if not inputs.images or not self.judges_pictures:
            return None
        return await self._judged("inputs", task, screen_inputs(task, inputs, screen=self._screen))

    async def outputs(self, task: Task, pictures: Pictures) -> Failure | None:
        if not self.judges_pictures:
            return None
        return await self._judged("outputs", task, screen_outputs(pictures, screen=self._screen))

    async def _judged(self, what: str, task: Task, screened: Awaitable[Screened]) -> Failure | None:
        began_at = self._clock.steady()
        try:
            with self._tracer.working("screen", task):
                found = await screened
        except ClassifierFailed as error:
            self._observer.step_failed("screen", error, task=task.id)
            return Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER, "not_screened")
        seconds = self._clock.steady() - began_at
        self._observer.pictures_screened(task, what, found.scores, refused=found.refusal is not None, seconds=seconds)
        return found.refusal
