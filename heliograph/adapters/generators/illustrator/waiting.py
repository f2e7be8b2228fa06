"""What has been said of a thing before its noun."""

from dataclasses import dataclass

from .palette import named
from .scene import Pose


@dataclass(slots=True)
class Waiting:
    """Adjectives and counts that wait for their noun."""

    colour: str | None = None
    made_of: str | None = None
    tone: str | None = None
    size: float = 1.0
    count: int | None = None
    pose: Pose = Pose.PLAIN
    definite: bool = False
    absent: bool = False

    def shade(self) -> str | None:
        return named(self.colour, self.tone) if self.colour else None
