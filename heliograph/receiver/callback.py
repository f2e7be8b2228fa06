"""A callback as it arrives: verified before it is believed."""

import hmac
import json
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from heliograph.domain.errors import HeliographError
from heliograph.domain.signature import (
    PUBLIC_PREFIX,
    TOLERANCE_SECONDS,
    SigningSecret,
    fits_public_key,
    standard_signature,
)

_SECONDS = re.compile(r"[0-9]{1,15}")


class NotVerified(HeliographError):
    """Nothing shows that the callback comes from who holds the secret: answer 401 and do nothing."""


@dataclass(frozen=True, slots=True)
class Callback:
    """A verified callback. `webhook_id` is the same whenever it is sent again: work on it once."""

    webhook_id: str
    task_id: str
    code: int
    message: str
    urls: tuple[str, ...]


def read_callback(
    body: bytes, headers: Mapping[str, str], *, secrets: Sequence[str], now: float | None = None
) -> Callback:
    """Verify the Standard Webhooks signature over the raw `body` and read it.

    `headers` in any case; `secrets` are `whsec_…` or `whpk_…` texts, of which one has to fit; `now` is Unix seconds.
    Raises `NotVerified`.
    """
    given = {name.lower(): value for name, value in headers.items()}
    webhook_id, timestamp = given.get("webhook-id", ""), given.get("webhook-timestamp", "")
    if not webhook_id or not webhook_id.isascii() or not _SECONDS.fullmatch(timestamp):
        raise NotVerified("the headers webhook-id and webhook-timestamp are missing: this is no signed callback")
    if abs((time.time() if now is None else now) - int(timestamp)) > TOLERANCE_SECONDS:
        raise NotVerified(f"the timestamp is over {TOLERANCE_SECONDS} s from this clock: replayed, or a wrong clock")
    signatures = given.get("webhook-signature", "").split()
    if not any(_fits(text, one, webhook_id, int(timestamp), body) for one in signatures for text in secrets):
        raise NotVerified("no signature fits: the secret is another one, or the body was changed on its way")
    return _read(webhook_id, body)


def _fits(secret: str, signature: str, webhook_id: str, timestamp: int, body: bytes) -> bool:
    if secret.startswith(PUBLIC_PREFIX):
        return fits_public_key(secret, signature, webhook_id, timestamp, body)
    expected = standard_signature(SigningSecret.parse(secret), webhook_id, timestamp, body)
    return hmac.compare_digest(signature.encode(errors="replace"), expected.encode())


def _read(webhook_id: str, body: bytes) -> Callback:
    content = json.loads(body)
    info = content["data"].get("info") or {}
    return Callback(
        webhook_id, content["data"]["taskId"], content["code"], content["msg"], tuple(info.get("result_urls", ()))
    )
