"""The steps of PostgreSQL's history, and which of them may be taken while processes of an older version run."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory

from heliograph.adapters.store.migrate import POSTGRES_STEPS, configured


class Kind(StrEnum):
    """What a step says of itself, in `kind`.

    PRE only adds: processes of the version before go on as if nothing were there. POST takes away or changes what they
    need: none of them may run any more, nor start again. What this version brings works before its POST steps, too.
    """

    PRE = "pre"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Step:
    revision: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Steps:
    """All that a version knows, in their order."""

    steps: tuple[Step, ...]
    config: Config = field(repr=False, compare=False)

    @property
    def head(self) -> str:
        return self.steps[-1].revision

    @property
    def known(self) -> frozenset[str]:
        return frozenset(step.revision for step in self.steps)

    def after(self, revision: str | None) -> tuple[Step, ...]:
        """Those that a database at this revision lacks; none where it is beyond what is known."""
        if revision is None:
            return self.steps
        names = [step.revision for step in self.steps]
        return self.steps[names.index(revision) + 1 :] if revision in names else ()

    def lacks(self, step: Step, head: str) -> bool:
        """Whether a process whose last step is `head` does not know that one. Who knows more than we do knows it."""
        return head in self.known and step in self.after(head)


def run_of(pending: Sequence[Step]) -> tuple[Step, ...]:
    """The steps that come next and are of one kind."""
    return tuple(takewhile(lambda step: step.kind is pending[0].kind, pending))


def steps_in(*more: Path) -> Steps:
    """The steps of this version, and those in other folders."""
    config = configured(POSTGRES_STEPS, *more)
    scripts = reversed(list(ScriptDirectory.from_config(config).walk_revisions()))
    return Steps(tuple(Step(script.revision, Kind(script.module.kind)) for script in scripts), config)
