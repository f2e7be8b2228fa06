"""Names of inboxes, and what is told of the signatures of what arrives."""

import json

import pytest

from heliograph.domain.contract import success_callback
from heliograph.domain.inbox import checked_signatures, inbox_named, task_and_code
from heliograph.domain.signature import TOLERANCE_SECONDS, signed_headers
from tests.samples import KEY, OTHER_SECRET, SECRET

AT = 1_767_225_600
BODY = success_callback("task1", ["https://a.test/1.png"])
V1, V1A, COMPAT = "webhook-signature v1 1", "webhook-signature v1a 2", "X-Webhook-Signature"


def signed(secrets=(SECRET, KEY), body=BODY):
    headers = signed_headers(webhook_id="msg_1", task_id="task1", timestamp=AT, body=body, secrets=secrets)
    return [*headers.items()]


@pytest.mark.parametrize("name", ["a", "A.b-c_9", "..a", "a..b", "x" * 64])
def test_a_plain_word_names_an_inbox(name):
    assert inbox_named(name) == name


@pytest.mark.parametrize("name", ["", ".", "..", "...", "x" * 65, "a/b", "a b", "%2e", "a?b", "a#b", "é", "a\n", "a\0"])
def test_whatever_could_be_read_as_more_than_a_word_names_none(name):
    assert inbox_named(name) is None


def test_every_signature_is_told_about_by_header_version_and_place():
    checked = checked_signatures(signed(), BODY, secrets=[SECRET, KEY], now=AT + 10)
    assert checked == ((V1, True), (V1A, True), (COMPAT, True))


def test_a_signature_of_an_unknown_secret_does_not_verify_and_the_others_do():
    headers = signed([OTHER_SECRET, KEY])
    assert checked_signatures(headers, BODY, secrets=[SECRET, KEY], now=AT) == (
        (V1, False),
        (V1A, True),
        (COMPAT, False),
    )


def test_a_changed_body_is_seen_by_those_that_cover_it():
    changed = BODY.replace(b"1.png", b"2.png")
    assert checked_signatures(signed(), changed, secrets=[SECRET, KEY], now=AT) == (
        (V1, False),
        (V1A, False),
        (COMPAT, True),
    )


@pytest.mark.parametrize(("after", "fits"), [(TOLERANCE_SECONDS, True), (TOLERANCE_SECONDS + 1, False), (-301, False)])
def test_an_old_timestamp_does_not_verify(after, fits):
    checked = checked_signatures(signed(), BODY, secrets=[SECRET, KEY], now=AT + after)
    assert {each for _, each in checked} == {fits}


@pytest.mark.parametrize("value", ["v1", "v1,", "v1a,=", ",", "x,y", "v1a,\xe9", "v9,AAAA"])
def test_what_is_no_signature_does_not_verify(value):
    headers = [(n, v) for n, v in signed([KEY]) if n != "webhook-signature"] + [("webhook-signature", value)]
    [(_, fits)] = checked_signatures(headers, BODY, secrets=[SECRET, KEY], now=AT)
    assert fits is False


def test_without_signatures_there_is_nothing_to_tell():
    assert checked_signatures([("a", "b")], BODY, secrets=[SECRET], now=AT) == ()


def test_without_a_timestamp_nothing_verifies():
    headers = [(name, value) for name, value in signed() if "timestamp" not in name.lower()]
    assert {fits for _, fits in checked_signatures(headers, BODY, secrets=[SECRET, KEY], now=AT)} == {False}


def test_a_callback_of_ours_tells_its_task_and_code():
    assert task_and_code(BODY) == ("task1", 200)


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"\xff", b"null", b'{"code":1}', b'{"code":"a","data":{"taskId":1}}']
)
def test_another_body_tells_none(body):
    assert task_and_code(body) == (None, None)


def test_a_body_of_deep_json_is_no_trouble():
    assert task_and_code(b"[" * 60_000) == (None, None)
    assert task_and_code(json.dumps({"code": 200, "data": []}).encode()) == (None, None)
