import base64
import hashlib
import hmac
import json
import time

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook

from heliograph.domain.errors import SettingsError
from heliograph.domain.signature import (
    SigningKey,
    SigningSecret,
    compat_signature,
    fits_public_key,
    parse_secret,
    signed_headers,
    standard_signature,
)
from tests.samples import KEY, OTHER_SECRET, SECRET

keys = st.binary(min_size=24, max_size=64)
bodies = st.dictionaries(st.text(), st.text()).map(lambda body: json.dumps(body, ensure_ascii=False).encode())
NASTY = json.dumps({"msg": "🌊 \u2028 \u2029 é"}, ensure_ascii=False).encode()


def secret_of(key):
    return SigningSecret.parse("whsec_" + base64.b64encode(key).decode())


def sign(body, *secrets, timestamp=None):
    moment = int(time.time()) if timestamp is None else timestamp
    return dict(signed_headers(webhook_id="msg_1", task_id="task12345", timestamp=moment, body=body, secrets=secrets))


def test_the_compat_header_has_the_published_value():
    assert compat_signature("secret", "task12345", 1755572609) == "qyPliG/u5nu/2HB6xo+Tx5yn19nxy2xL/2YwwbFuXdE="


def test_the_headers_of_an_attempt_are_these_five():
    headers = sign(b"{}", SECRET, OTHER_SECRET, timestamp=1755572609)
    assert set(headers) == {
        "webhook-id", "webhook-timestamp", "webhook-signature", "X-Webhook-Timestamp", "X-Webhook-Signature",
    }  # fmt: skip
    assert headers["webhook-id"] == "msg_1"
    assert headers["webhook-timestamp"] == headers["X-Webhook-Timestamp"] == "1755572609"


def test_the_compat_header_is_keyed_with_the_whole_text_of_the_first_secret():
    expected = hmac.digest(SECRET.text.encode(), b"task12345.1755572609", hashlib.sha256)
    headers = sign(b"{}", SECRET, OTHER_SECRET, timestamp=1755572609)
    assert base64.b64decode(headers["X-Webhook-Signature"]) == expected


def test_without_a_secret_nothing_is_signed():
    assert sign(b"{}") == {}


@pytest.mark.parametrize("size", range(24, 65))
def test_24_to_64_bytes_are_a_secret(size):
    assert secret_of(b"k" * size).key == b"k" * size


@pytest.mark.parametrize(
    "text",
    [
        "whsec_" + base64.b64encode(b"k" * 23).decode(),
        "whsec_" + base64.b64encode(b"k" * 65).decode(),
        base64.b64encode(b"k" * 32).decode(),
        "WHSEC_" + base64.b64encode(b"k" * 32).decode(),
        "whsec_" + base64.b64encode(b"k" * 32).decode().rstrip("="),
        "whsec_" + base64.b64encode(b"k" * 32).decode() + "\n",
        "whsec_" + base64.urlsafe_b64encode(b"\xff" * 32).decode(),
        "whsec_🌊",
        "whsec_",
        "whsk_" + base64.b64encode(b"k" * 31).decode(),
        "whsk_" + base64.b64encode(b"k" * 64).decode(),
        "whsk_🌊",
        "",
    ],
)
def test_anything_else_is_refused_with_a_sentence_that_says_what_to_write(text):
    with pytest.raises(SettingsError, match="write whsec_ followed by base64 of 24 to 64 bytes") as refusal:
        parse_secret(text)
    assert len(text) < 10 or text[:10] not in str(refusal.value)


def test_a_secret_does_not_show_itself():
    assert repr(SECRET) == "SigningSecret()"


# --- ed25519

SEED = bytes(range(32))


def test_a_private_key_is_read_with_and_without_the_public_one_behind_it():
    both = parse_secret("whsk_" + base64.b64encode(SEED + KEY.public_bytes).decode())
    assert both.public_text == KEY.public_text
    assert KEY.public_text == "whpk_" + base64.b64encode(KEY.public_bytes).decode()
    assert repr(KEY) == "SigningKey()"


@given(st.binary(min_size=32, max_size=32), bodies)
def test_what_the_private_key_signs_the_public_one_verifies_and_no_other(seed, body):
    key = SigningKey.parse("whsk_" + base64.b64encode(seed).decode())
    signature = standard_signature(key, "msg_1", 1755572609, body)
    Ed25519PublicKey.from_public_bytes(key.public_bytes).verify(
        base64.b64decode(signature.removeprefix("v1a,")), b"msg_1.1755572609." + body
    )
    assert fits_public_key(key.public_text, signature, "msg_1", 1755572609, body)
    assert not fits_public_key(key.public_text, signature, "msg_2", 1755572609, body)
    assert not fits_public_key(key.public_text, signature, "msg_1", 1755572608, body)
    assert not fits_public_key(key.public_text, signature, "msg_1", 1755572609, body + b" ")
    assert fits_public_key(KEY.public_text, signature, "msg_1", 1755572609, body) == (seed == SEED)


def test_both_kinds_sign_together_and_the_standard_library_finds_its_own():
    headers = sign(NASTY, KEY, SECRET)
    asymmetric, symmetric = headers["webhook-signature"].split(" ")
    assert (asymmetric[:4], symmetric[:3]) == ("v1a,", "v1,")
    assert Webhook(SECRET.text).verify(NASTY, headers) == json.loads(NASTY)
    assert headers["X-Webhook-Signature"] == sign(NASTY, SECRET)["X-Webhook-Signature"]


def test_a_key_alone_makes_no_compat_header():
    assert set(sign(NASTY, KEY)) == {"webhook-id", "webhook-timestamp", "webhook-signature"}


@pytest.mark.parametrize("text", ["whpk_", "whpk_" + base64.b64encode(b"k" * 31).decode(), "whpk_🌊"])
def test_a_public_key_that_is_none_is_told(text):
    with pytest.raises(SettingsError, match="write whpk_ followed by base64 of 32 bytes"):
        fits_public_key(text, "v1a,", "msg_1", 1, b"")


@pytest.mark.parametrize("signature", ["", "v1a", "v1a,", "v1a,???", "v1," + "A" * 88])
def test_a_signature_that_is_none_does_not_fit(signature):
    assert not fits_public_key(KEY.public_text, signature, "msg_1", 1, b"")
