"""What a receipt says of an attempt that failed: what happened and what helps, and never a secret."""

import asyncio
import errno
import os
import re
import socket
import ssl

import pytest
import trustme

from heliograph.adapters.egress.classify import classified
from heliograph.adapters.egress.dial import NotConnected
from heliograph.adapters.egress.evidence import Evidence, answered
from heliograph.adapters.egress.redaction import bare_location
from heliograph.domain.signature import compat_signature
from heliograph.domain.verdict import Fault
from tests.egress.raw import ScriptedResolver, receiving, saying, sending, serving, status

SECRET = "whsec_" + "c2VjcmV0" * 4
LOCATED = [301, 302, 303, 307, 308]


def said_of(code, *, url="http://a.test/", location="", retry_after=None, body=b""):
    evidence = Evidence(url=url, location=location, retry_after=retry_after)
    evidence.body += body
    return answered(evidence, code).diagnosis


async def diagnosed(behave, **how):
    """The class and the sentence of one post, with its receiver's address as HOST:PORT."""
    async with receiving(behave) as receiver, sending(**how) as sender:
        answer = await sender.post(f"http://127.0.0.2:{receiver.port}/", body=b"{}", headers={})
    return answer.fault, answer.diagnosis.replace(f"127.0.0.2:{receiver.port}", "HOST:PORT")


# --- statuses


@pytest.mark.parametrize("code", LOCATED)
def test_a_redirect_is_told_with_where_it_leads_and_that_nothing_follows_it(code):
    said = said_of(code, location="https://www.a.test/back/")
    assert said == f"answered {code} to https://www.a.test/back/: redirects are not followed, use that URL"
    assert said_of(code) == (
        f"answered {code} and not where to: redirects are not followed, give the URL that answers 2xx"
    )


def test_where_a_redirect_leads_is_bounded_and_leaves_room_for_what_helps():
    said = said_of(301, location="http://10.0.0.1/" + "a" * 5000)
    assert said.startswith("answered 301 to http://10.0.0.1/aaa")
    assert said.endswith("aaa… (cut here): redirects are not followed, use the whole URL")
    assert len(said) <= 300


@pytest.mark.parametrize(
    ("location", "where"),
    [
        ("/login", "https://a.test:8443/login"),
        ("/@alice/hook", "https://a.test:8443/@alice/hook"),
        ("/a\x1b[2J", "https://a.test:8443/a%1B[2J"),
        ("next", "https://a.test:8443/in/next"),
        ("../up/./x", "https://a.test:8443/up/x"),
        ("//b.test/in", "https://b.test/in"),
        ("https://a.test:8443/in/cb/", "https://a.test:8443/in/cb/"),
        (r"\\b.test\in", "https://b.test/in"),
        ("HTTP://b.test/", "HTTP://b.test/"),
        ("/two words\u2028", "https://a.test:8443/two%20words%E2%80%A8"),
    ],
)
def test_where_a_redirect_leads_is_told_as_the_whole_url_that_it_is(location, where):
    said = said_of(302, url="https://a.test:8443/in/cb#x", location=location)
    assert said == f"answered 302 to {where}: redirects are not followed, use that URL"


@pytest.mark.parametrize(
    ("location", "where"),
    [
        ("?key=secret", "https://a.test/in/cb"),
        ("/next?key=secret#x", "https://a.test/next"),
        ("https://b.test?key=secret", "https://b.test"),
        ("#part", "https://a.test/in/cb"),
        ("https://b.test/" + "x" * 165 + "?key=secret", "https://b.test/" + "x" * 165),
    ],
)
def test_a_query_that_is_left_out_of_where_a_redirect_leads_is_told_to_be(location, where):
    assert said_of(307, url="https://a.test/in/cb?mine=secret", location=location) == (
        f"answered 307 to {where} and a query that is not shown: redirects are not followed, use that URL with its "
        "query"
    )


@pytest.mark.parametrize("location", ["mailto:me@b.test", "ftp://b.test/", "https://[b/", "https://u:secret?x@b.test/"])
def test_a_redirect_to_what_could_not_be_called_names_no_url(location):
    assert said_of(302, location=location) == (
        "answered 302 to a URL that this server does not call: redirects are not followed, give the URL that answers "
        "2xx"
    )


async def test_a_redirect_to_a_place_on_the_same_host_is_told_with_that_host():
    fault, said = await diagnosed(status("308 Moved", "Location: /in/"))
    assert (fault, said) == (
        Fault.REDIRECTED,
        "answered 308 to http://HOST:PORT/in/: redirects are not followed, use that URL",
    )


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("https://a.test/b", "https://a.test/b"),
        ("/login", "/login"),
        ("?token=secret", ""),
        ("https://a.test/b?token=secret", "https://a.test/b"),
        ("https://a.test/b#token=secret", "https://a.test/b"),
        ("https://user:secret@a.test/b?c", "https://a.test/b"),
        ("https://secret@a.test", "https://a.test"),
        ("//user:secret@a.test/b", "//a.test/b"),
        ("https:user:secret@a.test/b", "https:a.test/b"),
        (r"https:\\user:secret@a.test\b", r"https:\\a.test\b"),
        ("https://user:se@cret@a.test/b", "https://a.test/b"),
        ("https://user:secret?x@a.test/b", "https://[redacted]"),
        ("https://user:secret#x@a.test/b", "https://[redacted]"),
        ("https://a.test?mail=b@c.test", "https://a.test"),
        ("https://[2001:db8::1]:80/b", "https://[2001:db8::1]:80/b"),
    ],
)
def test_where_a_redirect_leads_is_told_without_what_may_be_secret(location, shown):
    assert bare_location(location) == shown
    assert "secret" not in said_of(302, location=location)


def test_a_redirect_that_carries_our_signature_does_not_bring_it_into_the_receipt():
    signature = compat_signature(SECRET, "task", 1).replace("/", "%2F")
    assert said_of(302, location=f"https://a.test/{signature}/").startswith("answered 302 to https://a.test/[redacted]")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (300, "only 2xx counts as delivered"),
        (304, "only 2xx counts as delivered"),
        (400, "its log says why"),
        (401, "signing secret and its clock"),
        (403, "firewall"),
        (404, "check the URL"),
        (405, "takes no POST"),
        (408, "proxy"),
        (410, "wants no more"),
        (413, "proxy"),
        (415, "application/json"),
        (418, "the receiver refused"),
        (422, "schema"),
        (429, "more comes than"),
        (500, "failed in its own code"),
        (502, "the application behind it is down"),
        (503, "down or overloaded"),
        (504, "the application behind it is down"),
        (599, "the receiver failed"),
        (999, "no status of an answer"),
    ],
)
def test_a_status_is_told_with_what_helps(code, words):
    said = said_of(code)
    assert said.startswith(f"answered {code}: ")
    assert words in said


@pytest.mark.parametrize("code", [429, 503])
@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("120", "; it asks to wait 120 s"),
        ("Fri, 31 Dec 2027 23:59:59 GMT", "; it asks to wait until Fri, 31 Dec 2027 23:59:59 GMT"),
    ],
)
def test_how_long_a_receiver_asks_to_wait_is_told(code, asked, words):
    assert said_of(code, retry_after=asked).endswith(words)


@pytest.mark.parametrize("asked", ["", "soon", "-5", "1" * 50, "whsec_abc", "<script>"])
def test_a_wait_that_is_none_is_not_told(asked):
    assert "wait" not in said_of(429, retry_after=asked)


@pytest.mark.parametrize(
    "body", [b"The plain HTTP request was sent to HTTPS port", b"Client sent an HTTP request to an HTTPS server.\n"]
)
def test_a_web_server_that_wanted_tls_is_understood(body):
    assert said_of(400, body=body) == "answered 400: this port speaks TLS: use https"


# --- time


async def mute(writer):
    await writer.wait_closed()


async def test_a_receiver_that_never_answers_is_told_to_answer_first():
    fault, said = await diagnosed(mute)
    assert fault is Fault.TIMED_OUT
    assert re.fullmatch(
        r"connected in \d+ ms and sent, but no answer within 0.5 s: answer 200 first, work later", said
    ), said


async def test_over_a_kept_connection_no_time_of_connecting_is_told():
    turns = iter([status("200 OK", close=False), mute])

    async def behave(writer):
        await next(turns)(writer)

    async with receiving(behave) as receiver, sending() as sender:
        answers = [await sender.post(f"http://127.0.0.2:{receiver.port}/", body=b"{}", headers={}) for _ in range(2)]
    assert answers[1].diagnosis == (
        "sent over a kept connection, but no answer within 0.5 s: answer 200 first, work later"
    )


async def test_headers_that_are_begun_and_not_complete_are_told_with_their_first_moment():
    async def half(writer):
        writer.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        await mute(writer)

    fault, said = await diagnosed(half)
    assert fault is Fault.TIMED_OUT
    assert re.fullmatch(
        r"an answer began after \d+ ms, but its headers were not complete within 0.5 s: send them at once", said
    ), said


async def test_a_receiver_that_does_not_read_the_request_is_told_so():
    async def deaf(reader, writer):
        reader._transport.pause_reading()
        await gone.wait()
        writer.close()

    gone = asyncio.Event()
    async with serving(deaf) as port, sending() as sender:
        answer = await sender.post(f"http://127.0.0.2:{port}/", body=b"x" * 30_000_000, headers={})
        gone.set()
    assert answer.diagnosis == (
        "the receiver took the connection, but not the whole request within 0.5 s: does it read the body?"
    )


async def test_a_name_that_is_looked_up_for_ever_is_told():
    class Mute(ScriptedResolver):
        async def resolve(self, *_, **__):
            await asyncio.sleep(60)

    async with sending(Mute()) as sender:
        answer = await sender.post("http://a.test/", body=b"{}", headers={})
    assert answer.diagnosis == "a.test was still being looked up after 0.5 s: are the name servers reachable?"


async def test_a_host_that_takes_no_connection_is_told_as_a_firewall_that_drops():
    with socket.socket() as full:
        full.bind(("127.0.0.2", 0))
        full.listen(0)
        where = full.getsockname()
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:  # the queue is full: what comes now is dropped without a word
            one.setblocking(False)
            one.connect_ex(where)
        async with sending() as sender:
            answer = await sender.post(f"http://127.0.0.2:{where[1]}/", body=b"{}", headers={})
        for one in waiting:
            one.close()
    assert answer.fault is Fault.TIMED_OUT
    assert answer.diagnosis == (
        f"no connection to 127.0.0.2:{where[1]} within 0.5 s: nothing came back, as if a firewall drops what comes: "
        "check host, port and firewall"
    )


async def tls_to(behave, **how):
    async with serving(behave) as port, sending(**how) as sender:
        answer = await sender.post(f"https://127.0.0.2:{port}/", body=b"{}", headers={})
    return answer.fault, answer.diagnosis.replace(f"127.0.0.2:{port}", "HOST:PORT")


async def test_a_tls_handshake_that_stalls_is_told_as_one():
    async def stall(reader, writer):
        await reader.read()
        writer.close()

    fault, said = await tls_to(stall)
    assert fault is Fault.TIMED_OUT
    assert re.fullmatch(r"connected in \d+ ms, but no TLS within 0.5 s: check whether this port speaks TLS", said), said


# --- TLS and other protocols


@pytest.mark.parametrize("hello", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"hello, no TLS here\r\n"])
async def test_a_plain_port_that_is_called_by_https_is_told(hello):
    async def plain(reader, writer):
        await reader.read(1)
        writer.write(hello)
        await writer.drain()
        await reader.read()
        writer.close()

    assert await tls_to(plain, timeout_seconds=5) == (Fault.TLS_FAILED, "HOST:PORT does not speak TLS: is it http?")


async def test_a_port_that_hangs_up_on_tls_is_told():
    async def closing(reader, writer):
        await reader.read(1)
        writer.transport.abort()

    assert await tls_to(closing, timeout_seconds=5) == (
        Fault.TLS_FAILED,
        "HOST:PORT closed the connection within the TLS handshake: does it speak TLS?",
    )


async def test_a_port_for_tls_that_is_called_by_http_is_told():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("secure.test").configure_cert(context)
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    incoming.write(b"POST / HTTP/1.1\r\n\r\n")
    with pytest.raises(ssl.SSLError):
        context.wrap_bio(incoming, outgoing, server_side=True).do_handshake()
    alert = outgoing.read() or b"\x15\x03\x01\x00\x02\x02\x46"
    assert await diagnosed(saying(alert)) == (Fault.BAD_ANSWER, "not an HTTP answer, but one in TLS: use https")


@pytest.mark.parametrize(
    ("noise", "words"),
    [
        (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "but one in SSH: check the port"),
        (b"220 mail.test ESMTP\r\n", "but one in SMTP or FTP: check the port"),
        (b"<html>hello</html>\r\n\r\n", "HTTP/0.9"),
        (b"HTTP/1.1 abc OK\r\n\r\n", "that can be read"),
    ],
)
async def test_what_is_no_answer_is_told_as_what_it_is(noise, words):
    fault, said = await diagnosed(saying(noise))
    assert fault is Fault.BAD_ANSWER
    assert said.startswith("not an HTTP answer")
    assert words in said


@pytest.mark.parametrize(
    ("behave", "words"), [(saying(), "before it answered"), (saying(b"HTTP/1.1 200 OK\r\n"), "within its answer's")]
)
async def test_where_a_connection_was_closed_is_told(behave, words):
    fault, said = await diagnosed(behave)
    assert fault is Fault.CONNECTION_LOST
    assert words in said


@pytest.mark.parametrize(
    ("number", "fault", "words"),
    [
        (errno.ECONNREFUSED, Fault.CONNECTION_REFUSED, "nothing listens at"),
        (errno.EHOSTUNREACH, Fault.CONNECTION_FAILED, "no machine is at that address"),
        (errno.ENETUNREACH, Fault.CONNECTION_FAILED, "no route"),
        (errno.ETIMEDOUT, Fault.CONNECTION_FAILED, "firewall dropped it"),
        (errno.EIO, Fault.CONNECTION_FAILED, os.strerror(errno.EIO)),
        (errno.EMFILE, Fault.INTERNAL, "this server has no room"),
    ],
)
def test_why_no_connection_was_made_is_told(number, fault, words):
    error = NotConnected(OSError(number, os.strerror(number)))
    found, said = classified(error, Evidence(), timeout_seconds=1)
    assert found is fault
    assert words in said
