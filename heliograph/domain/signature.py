"""The signatures of a callback: Standard Webhooks over the body, and the older header for existing receivers."""

import base64
import binascii
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC

from heliograph.domain.errors import SettingsError

PREFIX = "whsec_"
PRIVATE_PREFIX = "whsk_"
PUBLIC_PREFIX = "whpk_"
TOLERANCE_SECONDS = 300
"""How old, or how far ahead, a signature's timestamp may be (Standard Webhooks 1.0.0)."""
KEY_BYTES = range(24, 65)
"""How long a symmetric Standard Webhooks key may be, in bytes."""
KEY_LENGTH = 32
"""Bytes of an ed25519 seed and of a public key."""
_UNUSABLE = (
    "a signing secret is not usable: write whsec_ followed by base64 of 24 to 64 bytes, or whsk_ followed by base64 of "
    "an ed25519 key (32 bytes, or 64 with the public key)"
)


@dataclass(frozen=True, slots=True)
class SigningSecret:
    """A symmetric secret: `text` as the operator writes it (`whsec_…`), `key` the bytes behind it."""

    text: str = field(repr=False)
    key: bytes = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> "SigningSecret":
        """Read `whsec_` + base64 of 24 to 64 bytes; raises `SettingsError` otherwise."""
        key = _raw(text, PREFIX)
        if len(key) not in KEY_BYTES:
            raise SettingsError(_UNUSABLE)
        return cls(text, key)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An ed25519 private key; receivers need only the public one, and so cannot sign in our name."""

    text: str = field(repr=False)
    private: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> "SigningKey":
        """Read `whsk_` + base64 of the 32 bytes of the seed, or of those and the public key behind them.

        Raises `SettingsError` otherwise.
        """
        raw = _raw(text, PRIVATE_PREFIX)
        if len(raw) not in (KEY_LENGTH, 2 * KEY_LENGTH):
            raise SettingsError(_UNUSABLE)
        key = cls(text, Ed25519PrivateKey.from_private_bytes(raw[:KEY_LENGTH]))
        if raw[KEY_LENGTH:] not in (b"", key.public_bytes):
            raise SettingsError(_UNUSABLE)
        return key

    @property
    def key(self) -> bytes:
        """The seed, without the public key."""
        return self.private.private_bytes_raw()

    @property
    def public_bytes(self) -> bytes:
        return self.private.public_key().public_bytes_raw()

    @property
    def public_text(self) -> str:
        """What a receiver is given: `whpk_` + base64."""
        return PUBLIC_PREFIX + base64.b64encode(self.public_bytes).decode()


Secret = SigningSecret | SigningKey


def parse_secret(text: str) -> Secret:
    """A secret of either kind; raises `SettingsError` with what may be written."""
    return SigningKey.parse(text) if text.startswith(PRIVATE_PREFIX) else SigningSecret.parse(text)


def secret_text(prefix: str, raw: bytes) -> str:
    """A secret as an operator writes it; `raw` are 32 bytes of chance."""
    return prefix + base64.b64encode(raw).decode()


def fingerprint(text: str) -> str:
    """What tells secrets apart without telling them: the beginning of the SHA-256 of the text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def signed_headers(
    *, webhook_id: str, task_id: str, timestamp: int, body: bytes, secrets: Sequence[Secret]
) -> Mapping[str, str]:
    """The signature headers of one attempt; none without a secret.

    Every secret signs, so that receivers keep working while one is rotated; the compat header takes the first
    symmetric one, if there is any (wire contract, section 5). `timestamp` is Unix seconds, fresh on every attempt.
    """
    if not secrets:
        return {}
    headers = {
        "webhook-id": webhook_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join([standard_signature(secret, webhook_id, timestamp, body) for secret in secrets]),
    }
    for secret in secrets:
        if isinstance(secret, SigningSecret):
            headers["X-Webhook-Timestamp"] = str(timestamp)
            headers["X-Webhook-Signature"] = compat_signature(secret.text, task_id, timestamp)
            break
    return headers


def confidential(headers: Mapping[str, str], secrets: Sequence[Secret]) -> list[bytes]:
    """What nobody may read in what is kept of an answer: the keys, and the signatures in `headers`, as raw bytes."""
    signatures = [each.partition(",")[2] for each in headers.get("webhook-signature", "").split()]
    signatures.append(headers.get("X-Webhook-Signature", ""))
    return [*(secret.key for secret in secrets), *(base64.b64decode(each) for each in signatures if each)]


def standard_signature(secret: Secret, webhook_id: str, timestamp: int, body: bytes) -> str:
    """Over `id.timestamp.body` in base64: `v1,` HMAC-SHA256 or `v1a,` ed25519 (Standard Webhooks 1.0.0)."""
    signed = _signed(webhook_id, timestamp, body)
    if isinstance(secret, SigningKey):
        return "v1a," + base64.b64encode(secret.private.sign(signed)).decode()
    return "v1," + _hmac(secret.key, signed)


def fits_public_key(public_text: str, signature: str, webhook_id: str, timestamp: int, body: bytes) -> bool:
    """Whether a `v1a,…` signature was made by who holds the private key to `whpk_…`; raises `SettingsError`."""
    raw = _raw(public_text, PUBLIC_PREFIX)
    if len(raw) != KEY_LENGTH:
        raise SettingsError("a public key is not usable: write whpk_ followed by base64 of 32 bytes")
    version, _, value = signature.partition(",")
    try:
        public = Ed25519PublicKey.from_public_bytes(raw)
        public.verify(base64.b64decode(value, validate=True), _signed(webhook_id, timestamp, body))
    except (ValueError, InvalidSignature):  # the first for what is no base64 at all: anybody may send that
        return False
    return version == "v1a"


def _raw(text: str, prefix: str) -> bytes:
    """The bytes behind a prefix; none for anything else."""
    try:
        return base64.b64decode(text.removeprefix(prefix), validate=True) if text.startswith(prefix) else b""
    except ValueError:
        return b""


def _signed(webhook_id: str, timestamp: int, body: bytes) -> bytes:
    return f"{webhook_id}.{timestamp}.".encode() + body


def compat_signature(secret_text: str, task_id: str, timestamp: int) -> str:
    """The hosted service's header: the whole secret, as text, is the key, and the body is not covered."""
    return _hmac(secret_text.encode(), f"{task_id}.{timestamp}".encode())


def _hmac(key: bytes, message: bytes) -> str:
    signing = _keyed(key).copy()
    signing.update(message)
    return binascii.b2a_base64(signing.finalize(), newline=False).decode()


@lru_cache(maxsize=16)
def _keyed(key: bytes) -> HMAC:
    # Half of the work of a signature depends on the key alone, and there are few keys.
    return HMAC(key, SHA256())
