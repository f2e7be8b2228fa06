"""A generator as a process knows it that draws nothing: another process has its libraries and its device."""

from dataclasses import dataclass

from heliograph.domain.contract import TRY_AGAIN_LATER
from heliograph.domain.picture import Abilities, Brief, Pictures
from heliograph.domain.task import Failure, FailureKind
from heliograph.ports import Progress


@dataclass(slots=True, kw_only=True)
class Elsewhere:
    """Says what the generator can do, as far as it is known here."""

    name: str
    abilities: Abilities
    concurrency: int | None = None

    async def generate(self, brief: Brief, *, progress: Progress) -> Pictures | Failure:  # noqa: ARG002
        """Nobody asks a process that lacks the role."""
        return Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER, "drawn_elsewhere")
