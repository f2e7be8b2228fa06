"""Fetching something whole: what comes back, and the sentence for whoever gave the URL where nothing does."""

import asyncio
import socket
import ssl
import struct
import time
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest
import trustme
import uvloop

from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.fetch import GuardedFetcher
from heliograph.adapters.egress.proxy import Proxy
from heliograph.adapters.egress.request import target_of
from heliograph.adapters.egress.targets import FORBIDDEN_TEXT, Ourselves, TargetPolicy
from heliograph.ports import NotFetched
from tests.battery.receivers import HANG, RESET, never_accepting, playing, repeating
from tests.egress.raw import OPENED, ScriptedResolver, descriptors, receiving, saying, sending, serving, status, until

LIMIT = 100_000
BODY = bytes(range(256)) * 100
TIMEOUT = 0.4
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
UNTIL_THE_END = b"HTTP/1.1 200 OK\r\n\r\n"
ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 30 + b"\r\n\r\n"


def ok(body=BODY, *headers, close=True):
    return status("200 OK", *headers, body=body, close=close)


def chunks(body, size=1000):
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return CHUNKED + b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def cutting(answer):
    """A reset, which is no orderly end."""

    async def behave(writer):
        writer.write(answer)
        await writer.drain()
        await asyncio.sleep(0.05)
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.close()

    return behave


@asynccontextmanager
async def fetching(resolver=None, *, timeout_seconds=TIMEOUT, **how):
    async with sending(resolver, **how) as sender:
        yield GuardedFetcher(sender.exchanges, timeout_seconds=timeout_seconds)


async def asked_for(behave, **how):
    async with receiving(behave) as receiver, fetching(**how) as fetcher:
        found = await fetcher.fetch(f"http://127.0.0.2:{receiver.port}/a.png?x=1#y", most_bytes=LIMIT)
    return found, receiver


async def fetched(behave, **how):
    before = descriptors()
    told = await asked_for(behave, **how)
    await until(lambda: descriptors() <= before)
    return told


async def why(behave, **how):
    found, receiver = await fetched(behave, **how)
    assert isinstance(found, NotFetched)
    assert not found.is_too_large
    return found.why.replace(str(receiver.port), "PORT")


@pytest.mark.parametrize(
    "behave",
    [
        ok(),
        ok(close=False),
        saying(chunks(BODY)),
        saying(UNTIL_THE_END + BODY),
        saying(b"HTTP/1.0 200 OK\r\n\r\n", BODY),
        saying(b"HTTP/1.1 103 Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 25600\r\n\r\n", BODY[:99], BODY[99:]),
        ok(BODY, "Content-Type: text/html", "Content-Encoding: identity"),
        ok(BODY, "Content-Encoding: \t identity \t"),
    ],
    ids=["length", "kept", "chunked", "until the end", "an old server", "in pieces", "called a page", "blanks"],
)
async def test_what_is_there_comes_byte_for_byte(behave):
    found, receiver = await fetched(behave)
    assert found == BODY
    [(head, body)] = receiver.requests
    assert head.startswith(b"GET /a.png?x=1 HTTP/1.1\r\nHost: 127.0.0.2:")
    assert (b"\r\nAccept-Encoding: identity\r\n" in head, b"Content-Length" in head, body) == (True, False, b"")


def test_it_is_the_same_on_the_loop_that_serves():
    for behave in (ok(), saying(chunks(BODY)), saying(UNTIL_THE_END + BODY)):
        assert uvloop.run(asked_for(behave))[0] == BODY


async def test_nothing_is_something_too():
    assert (await fetched(ok(b"")))[0] == b""
    assert (await fetched(saying(UNTIL_THE_END)))[0] == b""


@pytest.mark.parametrize("length", [LIMIT - 1, LIMIT])
async def test_what_is_as_large_as_may_be_comes(length):
    for behave in (ok(bytes(length)), saying(chunks(bytes(length))), saying(UNTIL_THE_END + bytes(length))):
        assert len((await fetched(behave))[0]) == length


@pytest.mark.parametrize(
    "behave",
    [
        saying(b"HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n", close=False),
        saying(chunks(bytes(LIMIT + 1)), close=False),
        saying(UNTIL_THE_END + bytes(LIMIT + 1)),
        repeating(UNTIL_THE_END, bytes(4096)),
        repeating(CHUNKED, b"1000\r\n" + bytes(4096) + b"\r\n"),
    ],
    ids=["says so", "chunked", "until the end", "without end", "chunks without end"],
)
async def test_what_is_larger_is_not_read_on(behave):
    found, _ = await fetched(behave, timeout_seconds=5)
    assert found.is_too_large


async def test_a_length_that_is_a_lie_is_not_believed():
    """Less than was said never comes for whole, and more is not part of it."""
    told = await why(saying(b"HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n" + BODY))
    assert told == "the connection ended after 25600 bytes, before it was whole: try again, or check its server"
    found, _ = await fetched(saying(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n" + BODY))
    assert found == BODY[:10]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("404 Not Found", "answered 404: nothing is there: check the URL"),
        (
            "403 Forbidden",
            "answered 403: it is not public, or its signed URL has ended: give one that all can open",
        ),
        ("401 Unauthorized", "answered 401: it is not public: give a URL that needs no key"),
        ("418 Teapot", "answered 418: its server refused: check the URL"),
        ("503 Busy", "answered 503: its server failed: try again later"),
        ("300 Choices", "answered 300: it leads to no image: give its own URL"),
        ("304 Not Modified", "answered 304: it leads to no image: give its own URL"),
        ("204 No Content", "answered 204: an image comes with 200: give its own URL"),
        ("206 Partial Content", "answered 206: an image comes with 200: give its own URL"),
    ],
)
async def test_another_status_is_no_image(line, said):
    assert await why(status(line, body=b"" if line[:3] in {"204", "304"} else BODY)) == said


async def test_a_redirect_is_not_followed_and_where_it_leads_is_told_without_its_secrets():
    async with receiving(ok()) as elsewhere:
        where = f"http://user:pass@127.0.0.2:{elsewhere.port}/b.png?key=1#x"
        told = await why(status("302 Found", f"Location: {where}"))
        assert told == (
            f"answered 302 to http://127.0.0.2:{elsewhere.port}/b.png and a query that is not shown: redirects are not "
            "followed, use that URL with its query"
        )
        assert elsewhere.requests == []
    assert "answered 301 and not where to" in await why(status("301 Moved"))


async def test_the_body_of_what_is_not_wanted_is_not_read():
    for line in ("302 Found", "404 Not Found"):
        answer = f"HTTP/1.1 {line}\r\nLocation: /x\r\n\r\n".encode()
        began_at = time.monotonic()
        assert (await why(repeating(answer, bytes(4096)), timeout_seconds=5)).startswith(f"answered {line[:3]}")
        assert time.monotonic() - began_at < 4


async def test_what_comes_packed_is_not_unpacked():
    told = await why(ok(BODY, "Content-Encoding: gzip"))
    assert told == "it came packed (gzip), which was not asked for: give a URL that serves it as it is"


@pytest.mark.parametrize(
    ("behave", "said"),
    [
        (playing(HANG), "127.0.0.2:PORT did not answer within 0.4 s: its server is too slow"),
        (playing(b"HTTP/1.1 200 OK\r\n", HANG), "127.0.0.2:PORT did not answer within 0.4 s: its server is too slow"),
        (repeating(UNTIL_THE_END, b"x", every=0.05), " bytes came within 0.4 s: its server is too slow"),
        (repeating(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", every=0.05), "127.0.0.2:PORT did not answer within 0.4 s"),
    ],
    ids=["silent", "half a head", "dripping", "dripping headers"],
)
async def test_its_time_is_absolute(behave, said):
    began_at = time.monotonic()
    assert said in await why(behave)
    assert TIMEOUT - 0.01 <= time.monotonic() - began_at < TIMEOUT + 0.75


@pytest.mark.parametrize(
    ("behave", "said"),
    [
        (playing(RESET), "127.0.0.2:PORT closed the connection before it answered: try again, or check its server"),
        (cutting(UNTIL_THE_END + BODY), "the connection ended after 25600 bytes, before it was whole"),
        (saying(CHUNKED + b"3\r\nabc\r\n"), "the connection ended after 3 bytes, before it was whole"),
        (saying(CHUNKED + b"3\r\nabc\r\nzz\r\n"), "its answer is broken after 3 bytes ("),
        (saying(b"SSH-2.0-OpenSSH_9.9\r\n"), "127.0.0.2:PORT gave no HTTP answer: check scheme and port"),
        (
            saying(b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 30 + b"\r\n\r\n"),
            "127.0.0.2:PORT gave no HTTP answer",
        ),
        (saying(BODY), "127.0.0.2:PORT gave no HTTP answer: check scheme and port"),
    ],
    ids=[
        "at once",
        "in the middle",
        "between chunks",
        "a chunk that is none",
        "SSH",
        "a length that is none",
        "no HTTP",
    ],
)
async def test_what_breaks_off_is_never_taken_for_whole(behave, said):
    assert (await why(behave)).startswith(said)


async def test_nobody_listens_and_nobody_lets_in():
    async with fetching() as fetcher:
        async with serving(lambda *_: asyncio.sleep(0)) as port:
            pass
        assert (await fetcher.fetch(f"http://127.0.0.2:{port}/", most_bytes=1)).why == (
            f"nothing listens at 127.0.0.2:{port}: check the URL"
        )
        async with never_accepting() as port:
            found = await fetcher.fetch(f"http://127.0.0.2:{port}/", most_bytes=1)
    assert found.why.startswith(f"no connection to 127.0.0.2:{port} within 0.4 s")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://10.0.0.1/a.png", "http://169.254.169.254/latest/meta-data", "http://[::1]/",
        "http://2130706433/", "http://0x7f.1/", "http://localhost/", "http://user@127.0.0.2/", "ftp://127.0.0.2/",
        "file:///etc/passwd", "http://inside.test/", "http://mixed.test/", "http://ourselves.test/files/x.png",
    ],
)  # fmt: skip
async def test_what_may_not_be_called_is_not_and_all_of_it_is_told_alike(url):
    resolver = ScriptedResolver(
        localhost=[["127.0.0.1"]], inside_test=[["10.1.2.3"]], mixed_test=[["127.0.0.2", "10.1.2.3"]]
    )
    policy = TargetPolicy(AddressPolicy(OPENED), Ourselves(public=target_of("http://ourselves.test/").origin))
    async with fetching(resolver, policy=policy) as fetcher:
        assert await fetcher.fetch(url, most_bytes=LIMIT) == NotFetched(FORBIDDEN_TEXT)


async def test_a_name_that_leads_elsewhere_the_second_time_is_judged_each_time():
    resolver = ScriptedResolver(a_test=[["127.0.0.2"], ["127.0.0.1"]])
    async with receiving(ok()) as receiver, fetching(resolver) as fetcher:
        url = f"http://a.test:{receiver.port}/"
        assert await fetcher.fetch(url, most_bytes=LIMIT) == BODY
        assert await fetcher.fetch(url, most_bytes=LIMIT) == NotFetched(FORBIDDEN_TEXT)
        assert len(receiver.requests) == 1


async def test_a_name_that_does_not_resolve_is_told():
    async with fetching() as fetcher:
        found = await fetcher.fetch("http://nowhere.test/a.png", most_bytes=LIMIT)
    assert found.why.startswith("the name nowhere.test does not resolve from here")


async def test_connections_are_shared_with_the_sender():
    async with receiving(ok(close=False)) as receiver, sending() as sender:
        url = f"http://127.0.0.2:{receiver.port}/"
        fetcher = GuardedFetcher(sender.exchanges, timeout_seconds=TIMEOUT)
        assert (await sender.post(url, body=b"{}", headers={})).status == 200
        assert await fetcher.fetch(url, most_bytes=LIMIT) == BODY
        assert await fetcher.fetch(url, most_bytes=LIMIT) == BODY
        assert (await sender.post(url, body=b"{}", headers={})).status == 200
        assert receiver.connections == 1


async def test_one_that_was_closed_while_it_lay_idle_costs_nothing():
    async with receiving(ok(close=False)) as receiver, fetching() as fetcher:
        url = f"http://127.0.0.2:{receiver.port}/"
        assert await fetcher.fetch(url, most_bytes=LIMIT) == BODY
        receiver.hang_up()
        assert await fetcher.fetch(url, most_bytes=LIMIT) == BODY
        assert receiver.connections == 2


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    made, file = trustme.CA(), tmp_path_factory.mktemp("ca") / "ca.pem"
    made.cert_pem.write_to_path(file)
    return made, str(file)


async def test_over_tls_the_name_is_checked_and_what_ends_with_the_connection_comes(authority):
    made, bundle = authority
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    made.issue_cert("a.test").configure_cert(context)
    resolver = ScriptedResolver(a_test=[["127.0.0.2"]], b_test=[["127.0.0.2"]])

    async def answer(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(UNTIL_THE_END + BODY)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.2", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    async with server, fetching(resolver, ca_bundle=bundle, timeout_seconds=3) as fetcher:
        assert await fetcher.fetch(f"https://a.test:{port}/", most_bytes=LIMIT) == BODY
        found = await fetcher.fetch(f"https://b.test:{port}/", most_bytes=LIMIT)
    assert found.why.startswith("its server's certificate is for a.test and not for b.test")


async def test_with_a_proxy_it_is_the_proxy_that_is_asked():
    asked = []

    async def proxy(reader, writer):
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 403 Forbidden\r\n\r\n")
        writer.close()

    async with (
        serving(proxy, "127.0.0.1") as port,
        fetching(ScriptedResolver(**{"127_0_0_1": [["127.0.0.1"]]}), proxy=Proxy("127.0.0.1", port)) as fetcher,
    ):
        found = await fetcher.fetch("http://a.test/a.png", most_bytes=LIMIT)
    assert asked[0].startswith(b"CONNECT a.test:80 ")
    assert "its rules forbid that" in found.why


async def test_the_event_loop_does_not_wait_for_a_large_one():
    body = bytes(25_000_000)
    at = []

    async def probe():
        while True:
            at.append(time.perf_counter())
            await asyncio.sleep(0.001)

    async def answer(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body))
        for start in range(0, len(body), 2**18):
            writer.write(body[start : start + 2**18])
            await writer.drain()

    async with serving(answer) as port, fetching(timeout_seconds=20) as fetcher:
        probing = asyncio.create_task(probe())
        found = await fetcher.fetch(f"http://127.0.0.2:{port}/", most_bytes=26_214_400)
        probing.cancel()
    assert len(found) == len(body)
    lags = sorted(later - sooner - 0.001 for sooner, later in pairwise(at))
    assert lags[len(lags) * 95 // 100] < 0.02
