"""The observer: one structured log line per finished step, and the metrics, from the same facts."""

import math
from collections.abc import Sequence
from functools import lru_cache

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from heliograph.domain.delivery import Lane
from heliograph.domain.inputs import Inputs
from heliograph.domain.records import Settlement
from heliograph.domain.task import Failure, Task
from heliograph.domain.trace import TraceContext
from heliograph.domain.urls import without_paths
from heliograph.domain.verdict import Fault, Verdict

TASK_BUCKETS = (0.005, 0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600)
ATTEMPT_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 15, 20)


class LoggingObserver:
    """Logs through structlog and counts in `registry`."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._log = structlog.get_logger("heliograph").bind()
        self._accepted = Counter("heliograph_tasks_accepted", "Tasks accepted", registry=registry)
        self._ended = Counter(
            "heliograph_tasks_ended", "Tasks ended, by outcome code and reason", ["code", "reason"], registry=registry
        )
        self._task_seconds = Histogram(
            "heliograph_task_seconds", "From accept to end", buckets=TASK_BUCKETS, registry=registry
        )
        self._tries_failed = Counter(
            "heliograph_tries_failed",
            "Tries of a generator that brought no pictures",
            ["generator", "kind"],
            registry=registry,
        )
        self._attempts = Counter(
            "heliograph_callback_attempts",
            "Callback attempts, by verdict and fault",
            ["verdict", "fault"],
            registry=registry,
        )
        self._attempt_seconds = Histogram(
            "heliograph_callback_attempt_seconds",
            "Duration of a callback attempt",
            buckets=ATTEMPT_BUCKETS,
            registry=registry,
        )
        self._inputs = Counter(
            "heliograph_inputs_fetched", "Tasks whose input images were fetched, by code", ["code"], registry=registry
        )
        self._lanes_open = Gauge("heliograph_lanes_open", "Hosts tried one callback at a time", registry=registry)
        self._failures = Counter(
            "heliograph_step_failures", "Steps that failed on our side", ["step"], registry=registry
        )
        self._unusable = Counter(
            "heliograph_generator_unusable",
            "Answers of a generator's provider that only the operator can mend",
            ["generator", "reason"],
            registry=registry,
        )

    def task_accepted(self, task: Task) -> None:
        self._accepted.inc()
        self._log.info(
            "task.accepted",
            task=task.id,
            key=task.key_id[:8],
            size=task.size.value,
            variants=task.variants,
            callback=task.callback_url is not None,
            **_trace(task.trace),
        )

    def try_failed(self, task: Task, failure: Failure, *, note: str) -> None:
        self._tries_failed.labels(task.generator, str(failure.kind)).inc()
        self._log.warning(
            "task.try_failed",
            task=task.id,
            generator=task.generator,
            attempt=task.tries,
            kind=str(failure.kind),
            reason=failure.reason or None,
            note=note,
            **_trace(task.trace),
        )

    def task_ended(self, task: Task) -> None:
        code = task.failure.kind.code if task.failure else 200
        kind = str(task.failure.kind) if task.failure else ""
        seconds = (task.finished_at - task.created_at).total_seconds() if task.finished_at else math.nan
        self._ended.labels(str(int(code)), kind).inc()
        self._task_seconds.observe(seconds)
        self._log.info(
            "task.ended",
            task=task.id,
            state=str(task.state),
            code=int(code),
            images=len(task.images),
            tries=task.tries,
            seconds=round(seconds, 3),
            kind=kind or None,
            reason=without_paths(task.failure.message) if task.failure else None,
            **_trace(task.trace),
        )

    def delivery_attempted(self, settlement: Settlement) -> None:
        receipt, delivery = settlement.receipt, settlement.after
        answer = receipt.answer
        seconds = (receipt.ended_at - receipt.started_at).total_seconds()
        self._attempts_of(receipt.verdict, answer.fault).inc()
        self._attempt_seconds.observe(seconds)
        log = self._log.info if receipt.verdict is Verdict.DELIVERED else self._log.warning
        log(
            "delivery.attempted",
            delivery=delivery.id,
            task=delivery.task_id,
            host=delivery.lane,
            attempt=receipt.attempt,
            verdict=str(receipt.verdict),
            status=answer.status,
            fault=str(answer.fault) if answer.fault else None,
            diagnosis=without_paths(answer.diagnosis) or None,
            address=answer.address,
            seconds=round(seconds, 3),
            next_attempt_at=receipt.next_attempt_at.isoformat() if receipt.next_attempt_at else None,
            **_trace(delivery.trace),
        )

    @lru_cache(maxsize=64)  # noqa: B019  # one observer a process; the labels are few, and looking them up is slow
    def _attempts_of(self, verdict: Verdict, fault: Fault | None) -> Counter:
        return self._attempts.labels(str(verdict), str(fault or ""))

    def lane_opened(self, lane: Lane, *, lanes_open: int) -> None:
        self._lanes_open.set(lanes_open)
        self._log.warning("lane.opened", host=lane, lanes_open=lanes_open)

    def lane_closed(self, lane: Lane, *, lanes_open: int, answered: bool) -> None:
        self._lanes_open.set(lanes_open)
        self._log.info("lane.closed", host=lane, lanes_open=lanes_open, reason="answered" if answered else "idle")

    def clock_jumped(self, by_seconds: float) -> None:
        self._log.warning("clock.jumped", by_seconds=round(by_seconds, 3))

    def inputs_fetched(self, task: Task, outcome: Inputs | Failure, *, seconds: float) -> None:
        failure = outcome if isinstance(outcome, Failure) else None
        code = failure.kind.code if failure else 200
        self._inputs.labels(str(int(code))).inc()
        self._log.info(
            "task.inputs_fetched",
            task=task.id,
            code=int(code),
            images=len(outcome.images) if isinstance(outcome, Inputs) else 0,
            seconds=round(seconds, 3),
            reason=without_paths(failure.message) if failure else None,
            **_trace(task.trace),
        )

    def pictures_screened(
        self, task: Task, what: str, scores: Sequence[float], *, refused: bool, seconds: float
    ) -> None:
        self._log.info(
            "task.screened",
            task=task.id,
            what=what,
            scores=[round(score, 4) for score in scores],
            refused=refused,
            seconds=round(seconds, 3),
            **_trace(task.trace),
        )

    def swept(self, what: str, count: int) -> None:
        if count:
            self._log.info("swept", what=what, count=count)

    def generator_unusable(self, generator: str, reason: str, *, cure: str, says: str) -> None:
        self._unusable.labels(generator, reason).inc()
        self._log.error("generator.unusable", generator=generator, reason=reason, cure=cure, says=says or None)

    def step_failed(self, step: str, error: BaseException, **about: str) -> None:
        self._failures.labels(step).inc()
        self._log.error("step.failed", step=step, error=str(error) or type(error).__name__, exc_info=error, **about)


def _trace(trace: TraceContext | None) -> dict[str, str]:
    return {"trace": trace.trace_id} if trace else {}
