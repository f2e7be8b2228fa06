import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heliograph.domain.contract import Code, Size, envelope, failure_callback, success_callback

any_text = st.text(st.characters(exclude_categories=[]))


def test_the_body_of_a_success_is_these_bytes():
    assert success_callback("task12345", ["https://example.com/result/image1.png"]) == (
        b'{"code":200,"msg":"success","data":{"taskId":"task12345",'
        b'"info":{"result_urls":["https://example.com/result/image1.png"]}}}'
    )


def test_the_body_of_a_failure_is_these_bytes():
    reason = "Your content was flagged by OpenAI as violating content policies"
    assert failure_callback("task12345", Code.BAD_REQUEST, reason) == (
        b'{"code":400,"msg":"Your content was flagged by OpenAI as violating content policies",'
        b'"data":{"taskId":"task12345","info":null}}'
    )


def test_several_pictures_keep_their_order():
    body = json.loads(success_callback("t", ["https://b/", "https://a/"]))
    assert body["data"]["info"]["result_urls"] == ["https://b/", "https://a/"]


@pytest.mark.parametrize("reason", ["🌊", "a\u2028b\u2029c", "é", '"\\/\n\x00\x7f'])
def test_a_reason_travels_as_ascii_and_arrives_as_it_was(reason):
    body = failure_callback("t", 500, reason)
    assert body.isascii()
    assert json.loads(body)["msg"] == reason


@given(any_text, st.sampled_from([400, 451, 500]))
def test_no_reason_breaks_a_body_not_even_a_lone_surrogate(reason, code):
    body = failure_callback("t", code, reason)
    assert body.decode("ascii").isprintable() or "\x7f" in reason
    told = json.loads(body)
    assert list(told) == ["code", "msg", "data"]
    assert list(told["data"]) == ["taskId", "info"]
    assert (told["code"], told["data"]["info"]) == (code, None)


def test_an_envelope_of_an_error_has_null_data():
    assert envelope(Code.INVALID, "why") == {"code": 422, "msg": "why", "data": None}
    assert type(envelope(Code.INVALID, "why")["code"]) is int


@pytest.mark.parametrize(("size", "pixels"), [("1:1", (1024, 1024)), ("3:2", (1536, 1024)), ("2:3", (1024, 1536))])
def test_each_size_has_its_pixels(size, pixels):
    assert Size(size).pixels == pixels
    assert len(Size) == 3
