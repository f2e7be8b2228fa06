"""Both signatures of a callback: Standard Webhooks over the body, and the older header for existing receivers."""

import base64
import binascii
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from heliograph.domain.errors import SettingsError

PREFIX = "whsec_"
KEY_BYTES = range(24, 65)
"""How long a symmetric Standard Webhooks key may be, in bytes."""


@dataclass(frozen=True, slots=True)
class SigningSecret:
    """A symmetric secret: `text` as the operator writes it (`whsec_…`), `key` the bytes behind it."""

    text: str = field(repr=False)
    key: bytes = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> "SigningSecret":
        """Read `whsec_` + base64 of 24 to 64 bytes; raises `SettingsError` otherwise."""
        try:
            key = base64.b64decode(text.removeprefix(PREFIX), validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if not text.startswith(PREFIX) or len(key) not in KEY_BYTES:
            raise SettingsError("a signing secret is not usable: write whsec_ followed by base64 of 24 to 64 bytes")
        return cls(text, key)


def signed_headers(
    *, webhook_id: str, task_id: str, timestamp: int, body: bytes, secrets: Sequence[SigningSecret]
) -> Mapping[str, str]:
    """The signature headers of one attempt; none without a secret.

    Every secret signs, so that receivers keep working while one is rotated; the compat header takes the first
    (wire contract, section 5). `timestamp` is Unix seconds, fresh on every attempt.
    """
    if not secrets:
        return {}
    return {
        "webhook-id": webhook_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(standard_signature(secret, webhook_id, timestamp, body) for secret in secrets),
        "X-Webhook-Timestamp": str(timestamp),
        "X-Webhook-Signature": compat_signature(secrets[0].text, task_id, timestamp),
    }


def standard_signature(secret: SigningSecret, webhook_id: str, timestamp: int, body: bytes) -> str:
    """`v1,` and the base64 HMAC-SHA256 over `id.timestamp.body` (Standard Webhooks 1.0.0)."""
    return "v1," + _hmac(secret.key, f"{webhook_id}.{timestamp}.".encode() + body)


def compat_signature(secret_text: str, task_id: str, timestamp: int) -> str:
    """The hosted service's header: the whole secret, as text, is the key, and the body is not covered."""
    return _hmac(secret_text.encode(), f"{task_id}.{timestamp}".encode())


def _hmac(key: bytes, message: bytes) -> str:
    signing = _keyed(key).copy()
    signing.update(message)
    return binascii.b2a_base64(signing.digest(), newline=False).decode()


@lru_cache(maxsize=16)
def _keyed(key: bytes) -> hmac.HMAC:
    # Half of the work of a signature depends on the key alone, and there are few keys.
    return hmac.new(key, digestmod="sha256")
