"""The guarded sender against receivers of every kind, on loopback."""

import asyncio

import pytest

from heliograph.domain.verdict import Fault
from tests.egress.raw import ScriptedResolver, descriptors, receiving, saying, sending, status, until

BODY = '{"code":200,"msg":"success \\u2028 é"}'.encode()
HEADERS = {"Content-Type": "application/json", "webhook-id": "msg_1"}
SLACK = 0.2


async def posted(behave, **how):
    """One post to one receiver; the answer and the receiver."""
    async with receiving(behave) as receiver, sending(**how) as sender:
        answer = await sender.post(f"http://127.0.0.2:{receiver.port}/back?a=b", body=BODY, headers=HEADERS)
        return answer, receiver


# --- what is sent


async def test_the_bytes_arrive_as_they_are_with_the_headers_that_were_given():
    answer, receiver = await posted(status("200 OK"))
    [(head, body)] = receiver.requests
    lines = head.decode().split("\r\n")
    assert (answer.status, answer.fault, answer.diagnosis) == (200, None, "")
    assert body == BODY
    assert lines[0] == "POST /back?a=b HTTP/1.1"
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:] if line)}
    assert headers["host"] == f"127.0.0.2:{receiver.port}"
    assert headers["content-type"] == "application/json"
    assert headers["webhook-id"] == "msg_1"
    assert headers["content-length"] == str(len(BODY))
    assert headers["accept-encoding"] == "identity"
    assert headers["user-agent"] == "Tests/1"
    assert "cookie" not in headers
    assert "authorization" not in headers


async def test_a_cookie_is_never_kept():
    async with receiving(status("200 OK", "Set-Cookie: a=b", close=False)) as receiver, sending() as sender:
        for _ in range(2):
            await sender.post(f"http://127.0.0.2:{receiver.port}/", body=BODY, headers={})
        assert not any(b"cookie" in head.lower() for head, _ in receiver.requests)


async def test_a_url_is_sent_as_it_was_written():
    async with receiving(status("200 OK")) as receiver, sending() as sender:
        await sender.post(f"http://127.0.0.2:{receiver.port}/a%2Fb?c=%7E&d=+#e", body=BODY, headers={})
        [(head, _)] = receiver.requests
        assert head.startswith(b"POST /a%2Fb?c=")
        assert b"#" not in head


async def test_no_proxy_is_taken_from_the_environment(monkeypatch):
    async with receiving(status("200 OK"), host="127.0.0.3") as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.3:{proxy.port}")
        monkeypatch.setenv("no_proxy", "")
        answer, receiver = await posted(status("204 No Content"))
        assert answer.status == 204
        assert len(receiver.requests) == 1
        assert proxy.connections == 0


# --- what is made of an answer


async def test_the_first_kilobyte_of_an_answer_is_kept_as_evidence():
    answer, _ = await posted(status("500 Broken", body=b"x" * 1500))
    assert (answer.excerpt, answer.bytes_read) == ("x" * 1024, 1500)
    assert answer.address == "127.0.0.2"
    assert answer.phases.first_byte_ms > 0


# --- what is no answer


@pytest.mark.parametrize(
    "url", ["http://", "http://[::1", "", "nonsense", "ftp://127.0.0.2/", "http://127.0.0.2:99999/"]
)
async def test_a_url_that_cannot_be_used_is_an_answer_and_nothing_is_raised(url):
    async with sending() as sender:
        answer = await sender.post(url, body=BODY, headers={})
    assert (answer.status, answer.fault) == (None, Fault.TARGET_FORBIDDEN)


@pytest.mark.parametrize("host", ["a" * 64 + ".test", ".".join(["a" * 60] * 6), "a..test", "\u2603.test", "-.test"])
async def test_a_name_that_cannot_be_resolved_is_an_answer_and_nothing_is_raised(host):
    async with sending() as sender:
        answer = await sender.post(f"http://{host}/", body=BODY, headers={})
    assert answer.status is None
    assert answer.fault in {Fault.TARGET_FORBIDDEN, Fault.NAME_NOT_RESOLVED}


# --- time and room


async def mute(writer):
    await writer.wait_closed()


# --- connections that are kept


# --- names


async def test_many_posts_at_once_each_tell_their_own_address():
    resolver = ScriptedResolver(two_test=[["127.0.0.2"]], three_test=[["127.0.0.3"]])
    async with (
        receiving(status("200 OK")) as two,
        receiving(status("200 OK"), host="127.0.0.3", port=two.port) as three,
        sending(resolver, timeout_seconds=5) as sender,
    ):
        names = ["two", "three"] * 25
        posts = (sender.post(f"http://{name}.test:{two.port}/", body=BODY, headers={}) for name in names)
        answers = await asyncio.gather(*posts)
        assert [answer.address for answer in answers] == ["127.0.0.2", "127.0.0.3"] * 25
        assert (len(two.requests), len(three.requests)) == (25, 25)


async def test_all_sockets_are_back_where_they_were_when_the_sender_closes():
    before = descriptors()
    for behave in (status("200 OK", close=False), saying(), mute, saying(b"noise\r\n\r\n")):
        await posted(behave)
    await until(lambda: descriptors() <= before)
