"""The course of a task whose generator has failed: it is tried again, another generator is asked, or it ends."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from heliograph.domain.inputs import sources_of
from heliograph.domain.picture import Abilities
from heliograph.domain.schedule import Schedule, next_attempt_at
from heliograph.domain.task import CONFIGURED, Failure, FailureKind, Task, fallen_back, retried

WORTH_ANOTHER_GENERATOR = frozenset({FailureKind.FAILED, FailureKind.TRY_AGAIN})
"""What was refused is not asked of somebody else, and an input is no better there."""


LONGEST_NOTE = 500
"""Characters of what a generator says of its failure that the timeline shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A generator that may be asked when the configured one has failed."""

    generator: str
    abilities: Abilities


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """`schedule` has the waits before each further try of one generator; `others` go by their callers' names.

    The time from submit to an end is `deadline_seconds`.
    """

    schedule: Schedule
    deadline_seconds: float
    others: Mapping[str, Other] = field(default_factory=dict)

    def deadline_of(self, task: Task) -> datetime:
        return task.created_at + timedelta(seconds=self.deadline_seconds)


@dataclass(frozen=True, slots=True)
class Step:
    """The task as it `waits` for another try, or None where this is its end; `note` says why, for the timeline."""

    waits: Task | None
    note: str


def next_step(task: Task, failure: Failure, *, course: Course, now: datetime, chance: float) -> Step:
    """What follows a failed try; `chance` is a number from 0 to 1 that picks the jitter."""
    what = failed_try(task, failure)
    if failure.kind not in WORTH_ANOTHER_GENERATOR:
        return Step(None, what)
    due_at = _next_try_at(task, failure, course=course, now=now, chance=chance)
    if due_at and due_at < course.deadline_of(task):
        return Step(retried(task, due_at=due_at), f"{what}; again in {(due_at - now).total_seconds():.0f} s")
    if not task.fallback or task.queue != CONFIGURED:
        return Step(None, what)
    if why_not := _why_not(task, course=course, now=now):
        return Step(None, f"{what}; no fallback: {why_not}")
    return Step(fallen_back(task), f"{what}; now {course.others[task.fallback].generator}")


def failed_try(task: Task, failure: Failure) -> str:
    """Which generator, if it was one, and why it failed."""
    reason = f" ({failure.reason})" if failure.reason else ""
    by = f"{task.generator}: " if task.generator and not failure.kind.is_by_policy else ""
    what = f"{by}{failure.message}{reason}"
    # A lone surrogate or a NUL fits into no database, and some say much.
    return what.encode(errors="replace").decode().replace("\0", "?")[:LONGEST_NOTE]


def needs_of(task: Task) -> Abilities:
    """What a generator has to be able to do for it (wire contract, section 2)."""
    sources = sources_of(task.params)
    return Abilities(inputs=len(sources.images), mask=sources.mask is not None, seed=task.seed is not None)


def _next_try_at(task: Task, failure: Failure, *, course: Course, now: datetime, chance: float) -> datetime | None:
    attempt = task.retries + 1
    if failure.kind is not FailureKind.TRY_AGAIN or attempt >= course.schedule.attempts_allowed:
        return None
    asked = failure.retry_after_seconds or 0.0
    return next_attempt_at(course.schedule, attempt=attempt, now=now, chance=chance, asked_seconds=asked)


def _why_not(task: Task, *, course: Course, now: datetime) -> str:
    """Why the generator that the caller falls back to is not asked; "" where it is."""
    other = course.others.get(task.fallback)
    if other is None:
        return f"{task.fallback} is not in HELIOGRAPH_FALLBACKS"
    if other.generator == task.generator:
        return f"{task.fallback} is {other.generator} too"
    if now >= course.deadline_of(task):
        return "no time is left"
    lacks = other.abilities.lacking(needs_of(task))
    return f"{other.generator} {lacks}" if lacks else ""
