"""What a check comes to."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad it is: `failed` is what callbacks, pictures or the start would fail at."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, what was seen, and what helps. Never a secret."""

    name: str
    level: Level
    text: str
    cure: str = ""

    @property
    def sentence(self) -> str:
        return f"{self.text}: {self.cure}" if self.cure else self.text


def ok(name: str, text: str) -> Finding:
    return Finding(name, Level.OK, text)


def warning(name: str, text: str, cure: str) -> Finding:
    return Finding(name, Level.WARNING, text, cure)


def failed(name: str, text: str, cure: str = "") -> Finding:
    return Finding(name, Level.FAILED, text, cure)


def failed_with(name: str, error: Exception | str) -> Finding:
    """Our errors and diagnoses say what is wrong, a colon, and what helps."""
    text, _, cure = str(error).partition(": ")
    return failed(name, text, cure)
