"""Receivers that answer too much: a bounded part is read, nothing is decoded, and the status decides."""

import asyncio
import base64
import gzip
import time
import tracemalloc
from contextlib import asynccontextmanager, contextmanager

import pytest

from heliograph.adapters.egress.fetch import GuardedFetcher
from heliograph.domain.verdict import Fault
from tests.battery.receivers import HANG, SILENT_BODY, playing, pouring, repeating
from tests.battery.world import LATE_SECONDS, attempted, is_on_time
from tests.egress.raw import receiving, sending, status, until

READ_MOST = 64 * 1024
PIECE = b"x" * 100_000
ZEROS_IN_BR = base64.b64decode(
    "y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//8g9eD/8EQBwWAOig6wE="
)
"""50 MB of zeros."""
BLOCKS = 10_000


def zstd_bomb():
    """1.3 GB of zeros: a frame with a window of 128 KiB, and blocks that each say one byte 128 Ki times."""
    blocks = ((number == BLOCKS - 1) | 1 << 1 | 128 * 1024 << 3 for number in range(BLOCKS))
    return bytes.fromhex("28b52ffd0038") + b"".join(block.to_bytes(3, "little") + b"\0" for block in blocks)


def chunk_of(size):
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n" % size


@contextmanager
def in_a_few_megabytes():
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "start", [SILENT_BODY, b"HTTP/1.1 200 OK\r\n\r\n", chunk_of(10**10)], ids=["a length", "no length", "one chunk"]
)
async def test_of_a_body_of_ten_gigabytes_64_kib_are_read(start):
    sent = 0

    async def pour(writer):
        nonlocal sent
        writer.write(start)
        while sent < 10**10:
            writer.write(PIECE)
            await writer.drain()
            sent += len(PIECE)

    async with receiving(pour) as receiver, sending(timeout_seconds=5) as sender:
        with in_a_few_megabytes():
            answer = await sender.post(f"http://127.0.0.2:{receiver.port}/", body=b"{}", headers={})
        await until(lambda: not receiver.open_connections)
    assert (answer.status, answer.fault) == (200, None)
    assert (answer.bytes_read, len(answer.excerpt)) == (READ_MOST, 1024)
    assert sent < 20_000_000  # what fits into the buffers of the two sockets


@pytest.mark.parametrize(
    "headers",
    [b"X-Large: " + b"x" * 1_000_000 + b"\r\n", b"a: b\r\n" * 100_000],
    ids=["one of a megabyte", "a hundred thousand"],
)
async def test_headers_past_64_kib_are_no_answer(headers):
    behave = playing(b"HTTP/1.1 200 OK\r\n" + headers + b"Content-Length: 0\r\n\r\n")
    made = await attempted(behave, timeout_seconds=5)
    assert (made.answer.status, made.answer.fault, made.answer.bytes_read) == (None, Fault.BAD_ANSWER, 0)
    assert made.seconds < 2


async def test_headers_without_end_are_not_read_without_end():
    header = b"X-Another: " + b"x" * 1000 + b"\r\n"
    with in_a_few_megabytes():
        made = await attempted(repeating(b"HTTP/1.1 200 OK\r\n", header), timeout_seconds=5)
    assert (made.answer.status, made.answer.fault) == (None, Fault.BAD_ANSWER)
    assert made.seconds < 2


IN_SOCKETS = 10_000_000
"""More than the buffers of two sockets take of what nobody reads."""
CHUNKS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
AROUND_A_BODY = {
    "a chunk extension": (CHUNKS + b"5;a=", b"x" * 100_000),
    "a trailer": (CHUNKS + b"0\r\nX: ", b"x" * 100_000),
    "trailers": (CHUNKS + b"0\r\n", b"a: b\r\n" * 20_000),
}


@asynccontextmanager
async def while_the_loop_is_free():
    """No turn of the event loop takes long meanwhile."""
    longest = 0.0

    async def watch():
        nonlocal longest
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - began)

    watching = asyncio.create_task(watch())
    yield
    watching.cancel()
    assert longest < LATE_SECONDS


@pytest.mark.parametrize(("line", "fault"), [(b"200 OK", None), (b"503 Busy", Fault.SERVER_FAULT)])
@pytest.mark.parametrize(("start", "piece"), AROUND_A_BODY.values(), ids=AROUND_A_BODY)
async def test_of_what_is_around_a_body_64_kib_are_read_and_the_status_decides(start, piece, line, fault):
    with pouring(start.replace(b"200 OK", line), piece) as poured:
        async with sending(timeout_seconds=5) as sender:
            with in_a_few_megabytes():
                async with while_the_loop_is_free():
                    answer = await sender.post(f"http://127.0.0.2:{poured.port}/", body=b"{}", headers={})
    assert (answer.status, answer.fault, answer.excerpt) == (int(line[:3]), fault, "")
    assert answer.bytes_read == READ_MOST
    assert poured.sent < IN_SOCKETS


async def test_answers_that_say_to_wait_may_not_pour():
    with pouring(b"", b"HTTP/1.1 102 Processing\r\n\r\n" * 4000) as poured:
        async with sending(timeout_seconds=5) as sender:
            with in_a_few_megabytes():
                async with while_the_loop_is_free():
                    answer = await sender.post(f"http://127.0.0.2:{poured.port}/", body=b"{}", headers={})
    assert (answer.status, answer.fault) == (None, Fault.BAD_ANSWER)
    assert answer.diagnosis.endswith("headers of more than 65536 bytes")
    assert poured.sent < IN_SOCKETS


@pytest.mark.parametrize(("start", "piece"), AROUND_A_BODY.values(), ids=AROUND_A_BODY)
async def test_what_is_around_an_image_is_not_read_without_end(start, piece):
    with pouring(start, piece) as poured:
        async with sending() as sender:
            fetcher = GuardedFetcher(sender.exchanges, timeout_seconds=5)
            with in_a_few_megabytes():
                async with while_the_loop_is_free():
                    found = await fetcher.fetch(f"http://127.0.0.2:{poured.port}/", most_bytes=26_214_400)
    assert found.why == (
        "its answer is broken after 0 bytes (65536 more came as chunk extensions or trailers): check its server"
    )
    assert poured.sent < IN_SOCKETS


@pytest.mark.parametrize(
    ("encoding", "bomb"),
    [("gzip", gzip.compress(b"\0" * 10_000_000)), ("br", ZEROS_IN_BR), ("zstd", zstd_bomb())],
    ids=["gzip", "br", "zstd"],
)
@pytest.mark.parametrize(("line", "fault"), [("200 OK", None), ("500 Broken", Fault.SERVER_FAULT)])
async def test_a_bomb_is_not_unpacked(line, fault, encoding, bomb):
    with in_a_few_megabytes():
        made = await attempted(status(line, f"Content-Encoding: {encoding}", body=bomb))
    assert (made.answer.status, made.answer.fault) == (int(line[:3]), fault)
    assert made.answer.bytes_read == len(bomb)
    assert made.answer.excerpt == bomb[:1024].decode(errors="replace").replace("\0", "\N{REPLACEMENT CHARACTER}")


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd", "deflate", "nonsense", "gzip, gzip"])
async def test_an_encoding_that_is_a_lie_hurts_nothing(encoding):
    made = await attempted(status("200 OK", f"Content-Encoding: {encoding}", body=b"plain"))
    assert (made.answer.status, made.answer.fault, made.answer.excerpt) == (200, None, "plain")


@pytest.mark.parametrize(("line", "fault"), [(b"200 OK", None), (b"503 Busy", Fault.SERVER_FAULT)])
@pytest.mark.parametrize(("script", "seconds"), [((), 0.0), ((HANG,), 0.5)], ids=["and it hangs up", "and it hangs on"])
async def test_a_length_that_is_too_long_leaves_the_outcome_to_the_status(line, fault, script, seconds):
    made = await attempted(playing(b"HTTP/1.1 " + line + b"\r\nContent-Length: 100\r\n\r\nshort", *script))
    assert (made.answer.status, made.answer.fault) == (int(line[:3]), fault)
    assert (made.answer.excerpt, made.answer.bytes_read) == ("short", 5)
    assert is_on_time(made.seconds, seconds)


@pytest.mark.parametrize(("line", "fault"), [(b"200 OK", None), (b"503 Busy", Fault.SERVER_FAULT)])
async def test_a_length_that_is_too_short_leaves_the_outcome_to_the_status_and_ends_the_connection(line, fault):
    behave = playing(b"HTTP/1.1 " + line + b"\r\nContent-Length: 2\r\n\r\nok and more", HANG)
    async with receiving(behave) as receiver, sending() as sender:
        for _ in range(2):
            answer = await sender.post(f"http://127.0.0.2:{receiver.port}/", body=b"{}", headers={})
            assert (answer.status, answer.fault, answer.excerpt) == (int(line[:3]), fault, "ok")
        assert receiver.connections == 2
