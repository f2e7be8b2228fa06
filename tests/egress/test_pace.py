"""Connections are opened at a pace that the processor keeps up with, and waiting for it is no part of an attempt."""

import asyncio
import selectors
import ssl
import time
from contextlib import asynccontextmanager

import pytest
import trustme

from heliograph.adapters.egress.pace import EVERY_SECONDS, QUICK, QUICK_SHARE, STARTS, Pace
from heliograph.adapters.egress.request import Origin
from tests.egress.raw import descriptors, sending, until

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
HERE = Origin("https", "here.test", 443)
BURST = 2000
"""Callbacks that are claimed at once; the processor needs several seconds for as many handshakes."""
SHORT_SECONDS = 1.5


class Busy(asyncio.SelectorEventLoop):
    """Its clock is the processor time of this process and the waits of its own: other processes cannot move it."""

    def __init__(self):
        super().__init__(_Waiting(self))
        self.waited = 0.0

    def time(self):
        return time.process_time() + getattr(self, "waited", 0.0)


class _Waiting(selectors.DefaultSelector):
    def __init__(self, loop):
        super().__init__()
        self.loop = loop

    def select(self, timeout=None):
        began = time.monotonic()
        try:
            return super().select(timeout)
        finally:
            self.loop.waited += time.monotonic() - began


@asynccontextmanager
async def secure():
    """The port of a receiver that speaks TLS and takes one request a connection; the file of its authority."""
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.2").configure_cert(context)

    async def answer(reader, writer):
        try:
            await reader.readuntil(b"{}")
            writer.write(OK)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        writer.close()

    open_before = descriptors()
    server = await asyncio.start_server(answer, "127.0.0.2", 0, ssl=context, backlog=4096)
    async with server:
        with authority.cert_pem.tempfile() as ca:
            yield server.sockets[0].getsockname()[1], ca
    # Whoever gave up in the midst of a handshake is noticed only when the loop comes to it.
    await until(lambda: descriptors() <= open_before, 60)


async def burst(count, *, is_paced):
    async with secure() as (port, ca), sending(timeout_seconds=SHORT_SECONDS, ca_bundle=ca) as sender:

        async def attempt():
            if is_paced:
                await sender.ready(f"https://127.0.0.2:{port}/")
            return await sender.post(f"https://127.0.0.2:{port}/", body=b"{}", headers={})

        answers = await asyncio.gather(*(attempt() for _ in range(count)))
        return [answer.status for answer in answers].count(200)


@pytest.mark.parametrize("is_paced", [True, False])
def test_a_burst_to_fresh_tls_hosts_times_out_unless_it_is_paced(is_paced):
    with asyncio.Runner(loop_factory=Busy) as runner:
        delivered = runner.run(burst(BURST, is_paced=is_paced))
    if is_paced:
        assert delivered == BURST
    else:
        assert delivered < BURST / 2


class Turns:
    """Who has had a turn, in order, and how many had one each time the loop came round."""

    def __init__(self):
        self.pace = Pace()
        self.begun = []

    async def one(self, name):
        self.begun.append(name if await self.pace.turn(HERE) else f"{name} needs none")


async def test_so_many_begin_at_once_and_the_others_in_their_order_each_time_the_loop_comes_round():
    turns, seen = Turns(), []
    tasks = [asyncio.create_task(turns.one(number)) for number in range(3 * STARTS)]
    while len(turns.begun) < len(tasks):
        await asyncio.sleep(0)
        seen.append(len(turns.begun))
    assert turns.begun == list(range(3 * STARTS))
    assert set(seen) <= {0, STARTS, 2 * STARTS, 3 * STARTS}
    turns.pace.close()


async def test_of_connections_without_tls_the_first_after_a_rest_begin_by_more_at_a_time():
    pace, begun, steps = Pace(), [], []

    async def one():
        begun.append(await pace.turn(Origin("http", "here.test", 80)))

    for _ in range(2):
        begun.clear()
        tasks = [asyncio.create_task(one()) for _ in range(QUICK + 4 * STARTS)]
        while len(begun) < len(tasks):
            await asyncio.sleep(0)
            if begun and (not steps or steps[-1] != len(begun)):
                steps.append(len(begun))
        await asyncio.gather(*tasks)
        await asyncio.sleep(3 * EVERY_SECONDS)
    at_once = int(STARTS / QUICK_SHARE)
    in_turn = [*range(at_once, QUICK, at_once), *range(QUICK, QUICK + 4 * STARTS + 1, STARTS)]
    assert steps == in_turn * 2
    pace.close()


async def test_a_loop_that_is_busy_makes_up_for_nothing():
    turns = Turns()
    tasks = [asyncio.create_task(turns.one(number)) for number in range(4 * STARTS)]
    await asyncio.sleep(0)
    time.sleep(0.1)  # noqa: ASYNC251  # this is what is meant by busy
    for _ in range(3):
        await asyncio.sleep(0)
    assert len(turns.begun) == 2 * STARTS
    await asyncio.gather(*tasks)
    turns.pace.close()


async def test_who_gives_up_waiting_takes_no_turn():
    turns = Turns()
    tasks = [asyncio.create_task(turns.one(number)) for number in range(3 * STARTS)]
    await asyncio.sleep(0)
    for task in tasks[STARTS : 2 * STARTS]:
        task.cancel()
    while len(turns.begun) == STARTS:
        await asyncio.sleep(0)
    assert turns.begun[STARTS:] == list(range(2 * STARTS, 3 * STARTS))
    turns.pace.close()


async def test_who_waits_for_a_host_where_a_connection_is_free_opens_none():
    turns = Turns()
    tasks = [asyncio.create_task(turns.one(number)) for number in range(STARTS + 3)]
    await asyncio.sleep(0)
    turns.pace.no_need(Origin("https", "elsewhere.test", 443))
    for _ in range(2):
        turns.pace.no_need(HERE)
    await asyncio.gather(*tasks)
    assert turns.begun[STARTS:] == [f"{STARTS} needs none", f"{STARTS + 1} needs none", STARTS + 2]
    assert turns.pace._of == {}
    turns.pace.close()


async def test_begun_connections_that_never_open_hold_nobody_up():
    async def mute(_, writer):
        await gone.wait()
        writer.close()

    gone = asyncio.Event()
    server = await asyncio.start_server(mute, "127.0.0.3", 0)
    async with server, secure() as (port, ca), sending(timeout_seconds=60, ca_bundle=ca) as sender:
        hung = f"https://127.0.0.3:{server.sockets[0].getsockname()[1]}/"

        async def attempt(url):
            await sender.ready(url)
            return await sender.post(url, body=b"{}", headers={})

        parked = [asyncio.create_task(attempt(hung)) for _ in range(5 * STARTS)]
        async with asyncio.timeout(20):
            assert (await attempt(f"https://127.0.0.2:{port}/")).status == 200
        assert not any(task.done() for task in parked)
        for task in parked:
            task.cancel()
        await asyncio.wait(parked)
        gone.set()


async def test_a_kept_connection_needs_no_turn():
    async def answer(reader, writer):
        while not reader.at_eof():
            try:
                await reader.readuntil(b"{}")
            except asyncio.IncompleteReadError:
                break
            writer.write(OK.replace(b"Connection: close\r\n", b""))
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.2", 0)
    async with server, sending(timeout_seconds=20) as sender:
        url = f"http://127.0.0.2:{server.sockets[0].getsockname()[1]}/"
        await sender.ready(url)
        assert (await sender.post(url, body=b"{}", headers={})).status == 200
        sender.exchanges._pace._left = 0
        turn = sender.ready(url)
        with pytest.raises(StopIteration):
            turn.send(None)
