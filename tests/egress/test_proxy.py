"""With a proxy every connection is its tunnel, whatever the scheme; what it cannot do is told as its failure."""

import asyncio
import re
import ssl
from contextlib import asynccontextmanager

import pytest
import trustme
import uvloop

from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.proxy import ANSWER_LIMIT, Proxy, proxy_of
from heliograph.adapters.egress.targets import FORBIDDEN_TEXT, Ourselves, TargetPolicy
from heliograph.domain.verdict import Answer, Fault, Verdict, judge
from tests.egress.raw import OPENED, ScriptedResolver, descriptors, receiving, saying, sending, serving, status, until

OK = b"HTTP/1.1 200 Connection established\r\n\r\n"
WHERE = "127.0.0.1"
"""Forbidden to receivers; the proxy is the operator's choice."""
NAMES = ScriptedResolver(**{"127_0_0_1": [[WHERE]]})


async def pour(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        return
    finally:
        writer.close()


@asynccontextmanager
async def proxying(answer=OK, *, to="127.0.0.2"):
    """A proxy that answers every CONNECT so, and leads every name to one address; its port and what it was asked."""
    asked = []

    async def handle(reader, writer):
        head = await reader.readuntil(b"\r\n\r\n")
        asked.append(head.decode())
        if callable(answer):
            await answer(reader, writer)
            return
        writer.write(answer)
        if answer != OK:
            writer.write_eof()
            await reader.read()
            return
        port = int(re.match(rb"CONNECT \S+:(\d+) ", head)[1])
        far_reader, far_writer = await asyncio.open_connection(to, port)
        await asyncio.gather(pour(reader, far_writer), pour(far_reader, writer))

    async with serving(handle, WHERE) as port:
        yield port, asked


async def through(answer=OK, *, url="http://a.test/", authorization="", **how):
    before = descriptors()
    async with proxying(answer) as (port, asked):
        proxy = Proxy(WHERE, port, authorization)
        async with sending(NAMES, proxy=proxy, **how) as sender:
            said = await sender.post(url, body=b"{}", headers={})
    await until(lambda: descriptors() <= before)
    return said, said.diagnosis.replace(f"{WHERE}:{port}", "PROXY"), asked


# --- tunnels


async def test_http_goes_through_a_tunnel_and_the_proxy_gets_the_name():
    async with receiving(status("200 OK")) as receiver:
        answer, _, asked = await through(url=f"http://a.test:{receiver.port}/back", timeout_seconds=5)
        [(head, body)] = receiver.requests
    assert (answer.status, answer.fault, answer.address) == (200, None, None)
    assert asked == [f"CONNECT a.test:{receiver.port} HTTP/1.1\r\nHost: a.test:{receiver.port}\r\n\r\n"]
    assert head.startswith(b"POST /back HTTP/1.1\r\n")
    assert body == b"{}"
    assert answer.phases.dns_ms is None
    assert answer.phases.connect_ms > 0


@pytest.mark.parametrize("run", [asyncio.run, uvloop.run], ids=["asyncio", "uvloop"])
@pytest.mark.parametrize(("host", "fault"), [("secure.test", None), ("other.test", Fault.CERTIFICATE_MISMATCH)])
def test_https_goes_through_a_tunnel_and_the_certificate_has_to_be_the_receivers(tmp_path, host, fault, run):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("secure.test", WHERE).configure_cert(context)

    async def answering(reader, writer):
        try:
            await reader.readuntil(b"{}")
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            await reader.read()
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    async def attempt():
        server = await asyncio.start_server(answering, "127.0.0.2", 0, ssl=context)
        async with server, proxying() as (port, asked):
            target = server.sockets[0].getsockname()[1]
            trusted = {"ca_bundle": str(tmp_path / "authority.pem"), "proxy": Proxy(WHERE, port)}
            async with sending(NAMES, timeout_seconds=5, **trusted) as sender:
                answer = await sender.post(f"https://{host}:{target}/", body=b"{}", headers={})
        return answer, [head.split("\r\n")[0] for head in asked], target

    answer, asked, target = run(attempt())
    assert (answer.fault, answer.address) == (fault, None)
    # A certificate that is refused is looked at a second time, through the proxy as well.
    assert asked == [f"CONNECT {host}:{target} HTTP/1.1"] * (1 if fault is None else 2)
    assert fault is None or "is for secure.test" in answer.diagnosis


async def test_a_tunnel_is_used_again_for_the_same_receiver_only():
    hosts = ("a.test", "a.test", "b.test", "a.test")
    async with (
        receiving(status("200 OK", close=False)) as receiver,
        proxying() as (port, asked),
        sending(NAMES, proxy=Proxy(WHERE, port), timeout_seconds=5) as sender,
    ):
        answers = [await sender.post(f"http://{host}:{receiver.port}/", body=b"{}", headers={}) for host in hosts]
    assert {answer.status for answer in answers} == {200}
    assert [head.split(":")[0] for head in asked] == ["CONNECT a.test", "CONNECT b.test"]
    assert len(receiver.requests) == 4


async def test_a_user_and_a_password_are_shown_to_the_proxy_and_to_nobody_else():
    proxy = proxy_of("http://us%40er:p%3Ass@127.0.0.1:3128")
    assert proxy.authorization == "Basic dXNAZXI6cDpzcw=="
    async with receiving(status("200 OK")) as receiver:
        url = f"http://a.test:{receiver.port}/"
        _, _, asked = await through(url=url, authorization=proxy.authorization, timeout_seconds=5)
        [(head, _)] = receiver.requests
    assert "\r\nProxy-Authorization: Basic dXNAZXI6cDpzcw==\r\n" in asked[0]
    assert b"proxy" not in head.lower()
    assert "dXNA" not in repr(proxy)
    assert "p%3Ass" not in proxy.where


# --- what is still refused here


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "[::1]", "2130706433", "127.1", "localhost", "a.localhost."]
)
async def test_a_literal_that_is_forbidden_is_refused_before_the_proxy_is_dialled(host):
    answer, said, asked = await through(url=f"http://{host}/")
    assert (answer.fault, said, asked) == (Fault.TARGET_FORBIDDEN, FORBIDDEN_TEXT, [])


@pytest.mark.parametrize(
    ("host", "address"),
    [("010.0.0.1", "8.0.0.1"), ("0x5db8d822", "93.184.216.34"), ("93.184.55330.", "93.184.216.34"), ("9.1", "9.0.0.1")],
)
async def test_the_proxy_gets_the_address_that_was_judged_and_no_other_way_of_writing_it(host, address):
    _, _, asked = await through(b"HTTP/1.1 403 Forbidden\r\n\r\n", url=f"http://{host}/")
    assert asked == [f"CONNECT {address}:80 HTTP/1.1\r\nHost: {address}:80\r\n\r\n"]


async def test_this_server_itself_is_not_called_through_a_proxy_either():
    policy = TargetPolicy(AddressPolicy(OPENED), Ourselves(host="127.0.0.2", port=8000))
    answer, _, asked = await through(url="http://127.0.0.2:8000/", policy=policy)
    assert (answer.fault, asked) == (Fault.TARGET_FORBIDDEN, [])


# --- a proxy that fails


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("403 Forbidden", "answered 403 to CONNECT a.test:80: its rules forbid that"),
        ("407 Proxy Authentication Required", "asks for a user name and password"),
        ("405 Method Not Allowed", "takes no CONNECT"),
        ("502 Bad Gateway", "did not reach the receiver"),
        ("504 Gateway Timeout", "did not reach the receiver in its time"),
        ("418 Odd", "answered 418 to CONNECT a.test:80: its log says why"),
        ("301 Moved", "answered 301"),
        ("100 Continue", "answered 100"),
    ],
)
async def test_a_proxy_that_refuses_is_told_with_what_helps(line, words):
    answer, said, _ = await through(f"HTTP/1.1 {line}\r\nContent-Length: 0\r\n\r\n".encode(), timeout_seconds=5)
    assert (answer.status, answer.fault, answer.address) == (None, Fault.PROXY_FAILED, None)
    assert said.startswith("the proxy PROXY ")
    assert words.replace("asks for", "it asks for") in said


@pytest.mark.parametrize(
    ("garbage", "words"),
    [
        (b"SSH-2.0-OpenSSH_9.6\r\n", "did not answer in HTTP"),
        (b"\x05\x00", "did not answer in HTTP"),
        (b"HTTP/1.1 abc\r\n\r\n", "did not answer in HTTP"),
        (b"HTTP/1.1 2000 OK\r\n\r\n", "did not answer in HTTP"),
        (b"", "closed the connection before it answered"),
        (b"HTTP/1.1 200 OK\r\nX-Half: ", "closed the connection before it answered"),
        (OK + b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "before the receiver could"),
    ],
)
async def test_a_proxy_that_answers_nonsense_is_told(garbage, words):
    answer, said, _ = await through(garbage, timeout_seconds=5)
    assert (answer.status, answer.fault) == (None, Fault.PROXY_FAILED)
    assert words in said


async def test_a_header_of_the_proxy_without_end_is_not_read_without_end():
    sent = 0

    async def endless(_, writer):
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            writer.write(b"X-More: " + b"x" * 1000 + b"\r\n")
            await writer.drain()
            sent += 1000

    answer, said, _ = await through(endless, timeout_seconds=5)
    assert answer.fault is Fault.PROXY_FAILED
    assert f"headers of more than {ANSWER_LIMIT} bytes" in said
    assert sent < 20_000_000


@pytest.mark.parametrize("beginning", [b"", b"HTTP/1.1 200 OK\r\nX-Slow: "], ids=["silent", "half an answer"])
async def test_a_proxy_that_hangs_is_over_at_the_deadline(beginning):
    async def hang(reader, writer):
        writer.write(beginning)
        await reader.read()

    began = asyncio.get_running_loop().time()
    answer, said, _ = await through(hang)
    assert asyncio.get_running_loop().time() - began < 2
    assert answer.fault is Fault.TIMED_OUT
    assert said.startswith("the proxy PROXY made no connection to a.test:80 within 0.5 s")


async def test_a_proxy_that_is_not_there_is_told():
    async with proxying() as (port, _):
        pass
    async with sending(NAMES, proxy=Proxy(WHERE, port)) as sender:
        answer = await sender.post("http://a.test/", body=b"{}", headers={})
    assert answer.fault is Fault.PROXY_FAILED
    assert answer.diagnosis.startswith(f"the proxy {WHERE}:{port} cannot be reached")


async def test_a_proxy_whose_name_leads_nowhere_is_told():
    async with sending(ScriptedResolver(), proxy=Proxy("proxy.test", 3128)) as sender:
        answer = await sender.post("http://a.test/", body=b"{}", headers={})
    assert answer.fault is Fault.PROXY_FAILED
    assert answer.diagnosis.startswith("the proxy proxy.test:3128 cannot be reached")


def test_a_failure_of_the_proxy_is_tried_again():
    assert judge(Answer(fault=Fault.PROXY_FAILED), attempt=1, attempts_allowed=4) is Verdict.RETRY


async def test_tls_that_breaks_in_the_tunnel_is_the_receivers():
    async def plain(reader, writer):
        writer.write(OK)
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await reader.read()

    answer, said, _ = await through(plain, url="https://a.test/", timeout_seconds=5)
    assert (answer.fault, said) == (Fault.TLS_FAILED, "a.test:443 does not speak TLS: is it http?")


# --- where a proxy comes from


@pytest.mark.parametrize("name", ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"])
async def test_no_proxy_is_taken_from_the_environment(monkeypatch, name):
    async with receiving(saying(b"")) as stranger, receiving(status("200 OK")) as receiver:
        monkeypatch.setenv(name, f"http://127.0.0.2:{stranger.port}")
        async with sending() as sender:
            answer = await sender.post(f"http://127.0.0.2:{receiver.port}/", body=b"{}", headers={})
        assert (answer.status, stranger.connections) == (200, 0)


@pytest.mark.parametrize(
    "text",
    [
        "https://proxy.test:3128",
        "socks5://proxy.test:1080",
        "proxy.test:3128",
        "http://user:pass-word@/",
        "http://user:pass-word@proxy.test:99999",
        "http://proxy.test:3128/path",
        "http://user:pass-word@proxy.test:3128/?a=b",
    ],
)
def test_a_proxy_that_is_none_is_refused_without_its_password(text):
    with pytest.raises(ValueError, match=re.escape("write http://host:port")) as refusal:
        proxy_of(text)
    assert "pass-word" not in str(refusal.value)


def test_a_proxy_has_a_host_and_a_port():
    assert proxy_of("http://proxy.test:3128/") == Proxy("proxy.test", 3128)
    assert proxy_of("http://[::1]:3128").where == "[::1]:3128"
