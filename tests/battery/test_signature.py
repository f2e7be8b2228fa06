"""Signatures as the official vectors have them and the official library verifies them; nothing else verifies."""

import base64
import json
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook, WebhookVerificationError

from heliograph.domain.signature import SigningSecret, signed_headers, standard_signature
from heliograph.receiver import NotVerified, read_callback
from tests.samples import KEY, OTHER_SECRET, SECRET

keys = st.binary(min_size=24, max_size=64)
bodies = st.dictionaries(st.text(), st.text()).map(lambda body: json.dumps(body, ensure_ascii=False).encode())
CONTENT = {"code": 200, "msg": "🌊 \u2028 \u2029 é", "data": {"taskId": "task12345", "info": None}}
NASTY = json.dumps(CONTENT, ensure_ascii=False).encode()
NOW = 1755572609


def secret_of(key):
    return SigningSecret.parse("whsec_" + base64.b64encode(key).decode())


def sign(body, *secrets, timestamp=None):
    moment = int(time.time()) if timestamp is None else timestamp
    return dict(signed_headers(webhook_id="msg_1", task_id="task12345", timestamp=moment, body=body, secrets=secrets))


def test_the_official_vector_comes_out():
    secret = SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    signature = standard_signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}')
    assert signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@given(keys, bodies)
def test_the_official_library_verifies_what_is_signed_here(key, body):
    secret = secret_of(key)
    assert Webhook(secret.text).verify(body, sign(body, secret)) == json.loads(body)


@given(keys, bodies)
def test_what_is_signed_here_is_what_the_official_library_signs(key, body):
    secret = secret_of(key)
    by_the_library = Webhook(secret.text).sign("msg_1", datetime.fromtimestamp(NOW, UTC), body.decode())
    assert standard_signature(secret, "msg_1", NOW, body) == by_the_library


def test_emoji_and_line_separators_verify_as_they_are():
    assert Webhook(SECRET.text).verify(NASTY, sign(NASTY, SECRET)) == CONTENT
    assert read_callback(NASTY, sign(NASTY, SECRET), secrets=[SECRET.text]).message == CONTENT["msg"]


@given(st.lists(keys, min_size=1, max_size=4, unique=True), bodies)
def test_while_a_secret_rotates_each_of_them_verifies(several, body):
    secrets = [secret_of(key) for key in several]
    headers = sign(body, *secrets)
    for secret in secrets:
        Webhook(secret.text).verify(body, headers)


@pytest.mark.parametrize("known", [SECRET, OTHER_SECRET, KEY], ids=["the first", "the second", "the public key"])
def test_a_receiver_that_knows_one_of_several_secrets_reads_the_callback(known):
    text = known.public_text if known is KEY else known.text
    headers = sign(NASTY, SECRET, OTHER_SECRET, KEY)
    assert read_callback(NASTY, headers, secrets=[text]).webhook_id == "msg_1"


@given(keys, bodies, st.data())
def test_a_body_with_one_byte_changed_does_not_verify(key, body, data):
    secret = secret_of(key)
    place = data.draw(st.integers(0, len(body) - 1))
    tampered = body[:place] + bytes([body[place] ^ 1]) + body[place + 1 :]
    refuses(secret, tampered, sign(body, secret))


def test_another_id_does_not_verify():
    refuses(SECRET, NASTY, sign(NASTY, SECRET) | {"webhook-id": "msg_2"})


def test_what_is_replayed_under_a_fresh_timestamp_does_not_verify():
    headers = sign(NASTY, SECRET)
    refuses(SECRET, NASTY, headers | {"webhook-timestamp": str(int(headers["webhook-timestamp"]) + 1)})


def test_what_is_replayed_as_it_was_has_the_id_by_which_it_is_known():
    headers = sign(NASTY, SECRET, timestamp=NOW)
    replayed = [read_callback(NASTY, headers, secrets=[SECRET.text], now=NOW + wait) for wait in (0, 299)]
    assert {callback.webhook_id for callback in replayed} == {"msg_1"}


def test_another_secret_does_not_verify():
    refuses(OTHER_SECRET, NASTY, sign(NASTY, SECRET))


@pytest.mark.parametrize("seconds_later", [-301, 301, 10**9])
@pytest.mark.parametrize("text", [SECRET.text, KEY.public_text], ids=["secret", "public key"])
def test_an_old_one_is_not_verified(text, seconds_later):
    headers = sign(NASTY, SECRET, KEY, timestamp=NOW)
    with pytest.raises(NotVerified, match="300 s from this clock"):
        read_callback(NASTY, headers, secrets=[text], now=NOW + seconds_later)


@pytest.mark.parametrize("age", [-3600, 3600])
def test_the_official_library_refuses_an_old_one_too(age):
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET.text).verify(NASTY, sign(NASTY, SECRET, timestamp=int(time.time()) - age))


def refuses(secret, body, headers):
    with pytest.raises((WebhookVerificationError, UnicodeDecodeError)):
        Webhook(secret.text).verify(body, headers)
    with pytest.raises(NotVerified):
        read_callback(body, headers, secrets=[secret.text])
