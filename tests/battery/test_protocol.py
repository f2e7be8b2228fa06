"""Receivers that speak no HTTP, or half of it: a failure of its class, tried again, never pooled, never a crash."""

import asyncio
import re
import ssl

import pytest
import trustme

from heliograph.adapters.egress.connection import CLOSED_IDLE_SECONDS
from heliograph.domain.delivery import DeliveryState
from heliograph.domain.verdict import Fault
from tests.battery.receivers import ANSWER, CLOSE, HANG, RESET, ByTurns, playing
from tests.battery.world import BODY, attempted, world_of
from tests.egress.raw import receiving, saying, sending, serving, status, until

CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
TWO_LENGTHS = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"
BROKEN = {
    "0.9 garbage": (playing(b"<html>hello</html>\r\n\r\n"), Fault.BAD_ANSWER),
    "another protocol": (playing(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"), Fault.BAD_ANSWER),
    "bytes": (playing(b"\x00\xff" * 200), Fault.BAD_ANSWER),
    "a length and chunks": (playing(TWO_LENGTHS, HANG), Fault.BAD_ANSWER),
    "status 99": (playing(b"HTTP/1.1 99 Odd\r\nContent-Length: 0\r\n\r\n", HANG), Fault.BAD_ANSWER),
    "status 000": (playing(b"HTTP/1.1 000 Odd\r\nContent-Length: 0\r\n\r\n", HANG), Fault.BAD_ANSWER),
    "status abc": (playing(b"HTTP/1.1 abc Odd\r\nContent-Length: 0\r\n\r\n", HANG), Fault.BAD_ANSWER),
    "an empty answer": (playing(), Fault.CONNECTION_LOST),
    "a reset before the headers": (playing(RESET), Fault.CONNECTION_LOST),
    "an end amid the status line": (playing(b"HTT"), Fault.CONNECTION_LOST),
    "an end amid a header": (playing(b"HTTP/1.1 200 OK\r\nContent-Le"), Fault.CONNECTION_LOST),
    "a reset amid the headers": (playing(b"HTTP/1.1 200 OK\r\nX: y\r\n", 0.02, RESET), Fault.CONNECTION_LOST),
}


@pytest.mark.parametrize(("behave", "fault"), BROKEN.values(), ids=BROKEN)
async def test_what_is_no_answer_is_a_failure_that_is_tried_again_on_another_connection(tmp_path, behave, fault):
    async with receiving(behave) as receiver, world_of(tmp_path) as world:
        [one] = await world.owe(f"http://127.0.0.2:{receiver.port}/", body=BODY)
        ended, receipts = await world.ended(one)
        assert (receiver.connections, len(receiver.requests), world.sender.exchanges.pool.idle) == (4, 4, 0)
    assert [(receipt.answer.status, receipt.answer.fault) for receipt in receipts] == [(None, fault)] * 4
    assert {0 < len(receipt.answer.diagnosis) <= 300 for receipt in receipts} == {True}
    assert (ended.state, world.observer.failures) == (DeliveryState.GIVEN_UP, [])
    assert {body for _, body in receiver.requests} == {BODY}


@pytest.mark.parametrize(
    ("script", "code", "fault"),
    [
        ((b"HTTP/1.1 700 Odd\r\nContent-Length: 0\r\n\r\n",), 700, Fault.BAD_ANSWER),
        ((b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",), 200, None),
        ((b"HTTP/1.0 503 Busy\r\n\r\nuntil the end",), 503, Fault.SERVER_FAULT),
        ((CHUNKED + b"zz\r\nok\r\n", HANG), 200, None),
        ((CHUNKED + b"-1\r\nok\r\n", HANG), 200, None),
        ((CHUNKED + b"f" * 40 + b"\r\nok\r\n", HANG), 200, None),
        ((b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", 0.02, RESET), 200, None),
    ],
    ids=["700", "1.0", "1.0 without a length", "no number", "a negative number", "too large a number", "a reset"],
)
async def test_after_whole_headers_the_status_decides_and_what_is_odd_is_not_pooled(script, code, fault):
    async with receiving(playing(*script)) as receiver, sending() as sender:
        for turn in (1, 2):
            answer = await sender.post(f"http://127.0.0.2:{receiver.port}/", body=b"{}", headers={})
            assert (answer.status, answer.fault) == (code, fault)
            assert (receiver.connections, len(receiver.requests)) == (turn, turn)
        await until(lambda: not sender.exchanges.pool._open)


async def test_a_closed_port_is_a_refused_connection():
    async with receiving(status("200 OK")) as receiver:
        port = receiver.port
    async with sending() as sender:
        answer = await sender.post(f"http://127.0.0.2:{port}/", body=BODY, headers={})
    assert (answer.status, answer.fault) == (None, Fault.CONNECTION_REFUSED)
    assert f"127.0.0.2:{port}" in answer.diagnosis


# --- TLS where there is none, and the reverse


async def ends_after_four(folder, scheme, callback, **how):
    """What its receipts say; every attempt is a connection of its own, and none of them stays."""
    connections = []

    def count(_, writer):
        connections.append(writer)
        callback(writer)

    server = await asyncio.start_server(count, "127.0.0.2", 0, **how)
    async with server, world_of(folder) as world:
        [one] = await world.owe(f"{scheme}://127.0.0.2:{server.sockets[0].getsockname()[1]}/", body=BODY)
        ended, receipts = await world.ended(one)
        assert (world.sender.exchanges.pool.idle, world.observer.failures) == (0, [])
    assert (ended.state, len(receipts)) == (DeliveryState.GIVEN_UP, 4)
    return receipts, connections


async def test_tls_to_a_plain_port_is_a_tls_failure(tmp_path):
    def plain(writer):
        writer.write(b"hello, no TLS here\r\n")
        writer.close()

    receipts, connections = await ends_after_four(tmp_path, "https", plain)
    assert [(receipt.answer.status, receipt.answer.fault) for receipt in receipts] == [(None, Fault.TLS_FAILED)] * 4
    assert len(connections) == 4


async def test_plain_http_to_a_tls_port_is_no_answer(tmp_path):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.2").configure_cert(context)
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)  # the server's side, which has its own fault
    receipts, connections = await ends_after_four(tmp_path, "http", lambda writer: writer.close(), ssl=context)
    assert {receipt.answer.status for receipt in receipts} == {None}
    # It closes, or first says in TLS that this was none.
    assert {receipt.answer.fault for receipt in receipts} <= {Fault.CONNECTION_LOST, Fault.BAD_ANSWER}
    assert connections == []  # none got through the handshake


# --- connections that are kept


async def test_a_connection_is_used_again():
    async with receiving(status("200 OK", close=False)) as receiver, sending() as sender:
        for _ in range(5):
            answer = await sender.post(f"http://127.0.0.2:{receiver.port}/", body=BODY, headers={})
            assert answer.status == 200
        assert (receiver.connections, len(receiver.requests)) == (1, 5)


async def test_a_connection_that_was_closed_while_idle_costs_no_attempt():
    async with receiving(status("200 OK", close=False)) as receiver, sending() as sender:
        url = f"http://127.0.0.2:{receiver.port}/"
        for turn in range(1, 6):
            answer = await sender.post(url, body=BODY, headers={})
            assert (answer.status, answer.fault) == (200, None)
            assert (receiver.connections, len(receiver.requests)) == (turn, turn)
            receiver.hang_up()
            await until(lambda: not receiver.open_connections)


async def test_a_connection_that_is_reset_on_its_next_use_costs_no_attempt():
    """The next request may already be on its way when the end arrives."""
    every_second = [saying(ANSWER, close=False), playing(RESET)] * 3
    async with receiving(ByTurns(*every_second)) as receiver, sending() as sender:
        url = f"http://127.0.0.2:{receiver.port}/"
        answers = [await sender.post(url, body=BODY, headers={}) for _ in range(3)]
        assert [answer.status for answer in answers] == [200, 200, 200]
        assert {body for _, body in receiver.requests} == {BODY}


@pytest.mark.parametrize("end", [RESET, CLOSE], ids=["a reset", "an end"])
async def test_a_receiver_that_worked_on_a_request_and_then_closed_is_not_sent_it_again_within_the_attempt(end):
    behave = ByTurns(saying(ANSWER, close=False), playing(CLOSED_IDLE_SECONDS + 0.1, end))
    async with receiving(behave) as receiver, sending(timeout_seconds=5) as sender:
        url = f"http://127.0.0.2:{receiver.port}/"
        answers = [await sender.post(url, body=BODY, headers={}) for _ in range(2)]
        assert [answer.fault for answer in answers] == [None, Fault.CONNECTION_LOST]
        assert "before it answered" in answers[1].diagnosis
        assert (receiver.connections, len(receiver.requests)) == (1, 2)


async def test_a_request_that_was_not_taken_whole_goes_out_again_however_late_the_connection_ends():
    large, bodies, gone = b"x" * 30_000_000, [], asyncio.Event()

    async def handle(reader, writer):
        if not bodies:
            bodies.append(await read_body(reader))
            writer.write(ANSWER)
            await reader.readuntil(b"\r\n\r\n")
            reader._transport.pause_reading()
            await asyncio.sleep(CLOSED_IDLE_SECONDS + 0.1)
            writer.write_eof()
            await gone.wait()
        else:
            bodies.append(await read_body(reader))
            writer.write(ANSWER)

    async with serving(handle) as port, sending(timeout_seconds=10) as sender:
        url = f"http://127.0.0.2:{port}/"
        answers = [await sender.post(url, body=body, headers={}) for body in (b"{}", large)]
        gone.set()
    assert [answer.status for answer in answers] == [200, 200]
    assert bodies == [b"{}", large]


async def read_body(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    return await reader.readexactly(int(re.search(rb"Content-Length: (\d+)", head)[1]))


async def test_a_new_connection_that_is_lost_is_not_tried_twice_within_an_attempt():
    made = await attempted(playing(RESET))
    assert (made.answer.fault, len(made.receiver.requests)) == (Fault.CONNECTION_LOST, 1)
    assert made.seconds < 0.4


async def test_a_kept_connection_that_breaks_within_an_answer_is_not_tried_again():
    behave = ByTurns(saying(ANSWER, close=False), saying(b"HTTP/1.1 2"))
    async with receiving(behave) as receiver, sending() as sender:
        url = f"http://127.0.0.2:{receiver.port}/"
        answers = [await sender.post(url, body=BODY, headers={}) for _ in range(2)]
        assert [answer.fault for answer in answers] == [None, Fault.CONNECTION_LOST]
        assert len(receiver.requests) == 2
