"""The tracer that records nothing: a caller's trace is only passed on."""

from collections.abc import Callable
from typing import Self

from heliograph.domain.delivery import Delivery, Receipt
from heliograph.domain.task import Task, TaskId
from heliograph.domain.trace import TraceContext


class NoSpan:
    """Records nothing."""

    __slots__ = ("trace",)

    def __init__(self, trace: TraceContext | None = None) -> None:
        self.trace = trace

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing was begun."""

    def came_to(self, receipt: Receipt) -> None:
        """Nobody is told."""


_NOTHING = NoSpan()


class Untraced:
    """Gives each attempt a span id of its own in the caller's trace; where there is none, there is nothing."""

    def __init__(self, new_span_id: Callable[[], str]) -> None:
        self._new_span_id = new_span_id

    def accepting(self, task_id: TaskId, caller: TraceContext | None) -> NoSpan:  # noqa: ARG002  # as in the port
        return NoSpan(caller) if caller else _NOTHING

    def working(self, step: str, task: Task) -> NoSpan:  # noqa: ARG002  # as in the port
        return _NOTHING

    def attempting(self, delivery: Delivery) -> NoSpan:
        return NoSpan(delivery.trace.below(self._new_span_id())) if delivery.trace else _NOTHING
