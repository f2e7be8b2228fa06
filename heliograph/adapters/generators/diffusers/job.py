"""A job: one picture to draw, as who asked for it and the device that draws it both see it."""

import asyncio
from collections.abc import Callable

from heliograph.adapters.generators.diffusers.messages import Draw, Outcome, Step


class Job:
    """`news` is set whenever something is new; several jobs of one task share it."""

    def __init__(self, draw: Draw, news: asyncio.Event) -> None:
        self.draw = draw
        self.share = 0.0
        self.outcome: Outcome | None = None
        self.is_cancelled = False
        self._preview: bytes | None = None
        self._news = news
        self._on_cancel: Callable[[], None] | None = None

    def begin(self, on_cancel: Callable[[], None]) -> None:
        """A device draws it now; `on_cancel` is called if it is cancelled before `leave`."""
        self._on_cancel = on_cancel

    def leave(self) -> None:
        """The device draws it no more."""
        self._on_cancel = None

    def tell(self, step: Step) -> None:
        """Only the latest preview is kept: who asked for it may be slower than the device."""
        self.share = step.share
        self._preview = step.preview or self._preview
        self._news.set()

    def end(self, outcome: Outcome) -> None:
        self.share, self.outcome = 1.0, outcome
        self._news.set()

    def cancel(self) -> None:
        """Nobody waits for it any more; what has an end keeps it."""
        if self.outcome is None and not self.is_cancelled:
            self.is_cancelled = True
            if self._on_cancel:
                self._on_cancel()

    def take_preview(self) -> bytes | None:
        """The latest preview, once."""
        preview, self._preview = self._preview, None
        return preview
