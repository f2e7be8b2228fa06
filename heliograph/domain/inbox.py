"""An inbox: a receiver for trying things, which keeps what arrives and misbehaves when it is told to."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

InboxName = NewType("InboxName", str)

ARRIVALS_KEPT = 100
"""Of each inbox the last so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """How an inbox answers.

    After `delay_seconds` it answers `status`, with `location` where that is not empty, its body a byte a second if
    `slow_body`; `reset` closes the connection in place of an answer.
    """

    status: int = 200
    delay_seconds: float = 0.0
    location: str = ""
    reset: bool = False
    slow_body: bool = False


WELL_BEHAVED = Behaviour()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One callback as it came, with the answer that it got.

    `signatures` says of each signature in its headers whether it verifies, by the name of the header and, for several
    in one header, their version and place: `webhook-signature v1 1`.
    """

    inbox: InboxName
    at: datetime
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes = field(repr=False)
    signatures: tuple[tuple[str, bool], ...]
