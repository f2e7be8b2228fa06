"""An inbox: a receiver for trying things, which keeps what arrives and misbehaves when it is told to."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from heliograph.domain.signature import (
    TOLERANCE_SECONDS,
    Secret,
    SigningKey,
    SigningSecret,
    compat_signature,
    fits_public_key,
    standard_signature,
)

InboxName = NewType("InboxName", str)

ARRIVALS_KEPT = 100
"""Of each inbox the last so many."""
ARRIVALS_KEPT_IN_ALL = 10_000
"""What is not among the last so many of all inboxes is forgotten: anybody with a key can make up names."""
INSTRUCTIONS_KEPT = 1_000
"""So many inboxes can have an instruction at a time."""

_NAME = re.compile(r"(?!\.+$)[A-Za-z0-9._-]{1,64}")
_SECONDS = re.compile(r"[0-9]{1,15}")


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

    `signatures` says of each signature in its headers whether it verifies, by the name of the header and, for those
    of which there may be several, their version and place: `webhook-signature v1 1`.
    """

    inbox: InboxName
    at: datetime
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes = field(repr=False)
    signatures: tuple[tuple[str, bool], ...]

    @property
    def verifies(self) -> bool:
        """Whether it is signed, and every signature is right."""
        return bool(self.signatures) and all(fits for _, fits in self.signatures)


def inbox_named(text: str) -> InboxName | None:
    """The inbox of that name: 1 to 64 letters, digits, dots, hyphens and underscores, not dots alone."""
    return InboxName(text) if _NAME.fullmatch(text) else None


def checked_signatures(
    headers: Sequence[tuple[str, str]], body: bytes, *, secrets: Sequence[Secret], now: float
) -> tuple[tuple[str, bool], ...]:
    """Of each signature whether it was made with one of the secrets, and within the last minutes; for an `Arrival`."""
    given = {name.lower(): value for name, value in headers}
    standard = given.get("webhook-signature", "").split()
    checked = [
        (f"webhook-signature {each.partition(',')[0]} {place}", _is_standard(each, given, body, secrets, now))
        for place, each in enumerate(standard, 1)
    ]
    if compat := given.get("x-webhook-signature"):
        checked.append(("X-Webhook-Signature", _is_compat(compat, given, body, secrets, now)))
    return tuple(checked)


def task_and_code(body: bytes) -> tuple[str | None, int | None]:
    """What a callback of ours tells about: the task's id, and its code; None for what is no such thing."""
    try:
        content = json.loads(body)
        task_id, code = content["data"]["taskId"], content["code"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None, None
    return (task_id, code) if isinstance(task_id, str) and isinstance(code, int) else (None, None)


def _is_standard(signature: str, given: Mapping[str, str], body: bytes, secrets: Sequence[Secret], now: float) -> bool:
    webhook_id, moment = given.get("webhook-id", ""), _recent(given.get("webhook-timestamp", ""), now)
    return moment is not None and any(_fits(each, signature, webhook_id, moment, body) for each in secrets)


def _is_compat(signature: str, given: Mapping[str, str], body: bytes, secrets: Sequence[Secret], now: float) -> bool:
    (task_id, _), moment = task_and_code(body), _recent(given.get("x-webhook-timestamp", ""), now)
    if task_id is None or moment is None:
        return False
    keys = [each.text for each in secrets if isinstance(each, SigningSecret)]
    return signature in [compat_signature(key, task_id, moment) for key in keys]


def _fits(secret: Secret, signature: str, webhook_id: str, moment: int, body: bytes) -> bool:
    if isinstance(secret, SigningKey):
        return fits_public_key(secret.public_text, signature, webhook_id, moment, body)
    return signature == standard_signature(secret, webhook_id, moment, body)


def _recent(text: str, now: float) -> int | None:
    """A timestamp in Unix seconds, if it is near enough to `now`."""
    moment = int(text) if _SECONDS.fullmatch(text) else None
    return moment if moment is not None and abs(now - moment) <= TOLERANCE_SECONDS else None
