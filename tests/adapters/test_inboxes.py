"""Callbacks to an inbox of this server: the ordinary sender, with a pair of sockets in the place of a network."""

import asyncio
import random
import time
from contextlib import asynccontextmanager

import pytest
import uvloop

from heliograph.adapters.clock import MovingClock
from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.http import GuardedSender
from heliograph.adapters.egress.request import Origin
from heliograph.adapters.egress.targets import Ourselves, TargetPolicy
from heliograph.adapters.inbox import request as reading
from heliograph.adapters.inbox.request import Refused, Request
from heliograph.adapters.inbox.serving import Inboxes
from heliograph.adapters.store.memory import MemoryStore
from heliograph.domain.contract import success_callback
from heliograph.domain.errors import StoreFull
from heliograph.domain.inbox import Behaviour, InboxName
from heliograph.domain.signature import signed_headers
from heliograph.domain.verdict import Fault
from heliograph.workers.signing import KeptSecrets
from tests.egress.raw import ScriptedResolver, descriptors, until
from tests.fakes import RecordingObserver
from tests.samples import NOW, SECRET

PUBLIC = "https://images.example/heliograph"
URL = f"{PUBLIC}/inbox/mine"
MINE = InboxName("mine")
BODY = success_callback("task1", [])
HEADERS = signed_headers(
    webhook_id="msg_1", task_id="task1", timestamp=int(NOW.timestamp()), body=BODY, secrets=[SECRET]
)
TIMEOUT = 0.4


class FullStore(MemoryStore):
    async def note_arrival(self, arrival):
        raise StoreFull(f"no room for {arrival.inbox}")


class World:
    def __init__(self, store=None):
        self.store = store or MemoryStore()
        self.observer = RecordingObserver()

    async def post(self, url=URL, body=BODY):
        return await self.sender.post(url, body=body, headers=HEADERS)

    async def told(self, **behaviour):
        """The answer to one callback that is answered so."""
        await self.store.instruct_inbox(MINE, Behaviour(**behaviour), times=1)
        return await self.post()


@asynccontextmanager
async def a_world(store=None, timeout_seconds=TIMEOUT):
    world = World(store)
    inboxes = world.inboxes = Inboxes(
        store=world.store,
        signing=KeptSecrets(clock=MovingClock(NOW), secrets=[SECRET]),
        clock=MovingClock(NOW),
        observer=world.observer,
    )
    ourselves = Ourselves(
        host="127.0.0.1",
        port=8000,
        public=Origin("https", "images.example", 443),
        inboxes={f"{PUBLIC}/inbox/", "http://127.0.0.1:8000/inbox/"},
    )
    world.policy = TargetPolicy(AddressPolicy(), ourselves)
    world.sender = GuardedSender(
        policy=world.policy, timeout_seconds=timeout_seconds, user_agent="Tests/1", dial_inbox=inboxes.dial
    )
    await world.sender.open(resolver=ScriptedResolver(localhost=[["127.0.0.1"]]))
    try:
        yield world
    finally:
        await world.sender.close()
        await inboxes.close()


@pytest.fixture
async def world():
    before = descriptors()
    async with a_world() as world:
        yield world
    await until(lambda: descriptors() <= before)


# --- what arrives


async def test_a_callback_is_kept_as_it_came_and_verifies(world):
    answer = await world.post()
    assert (answer.status, answer.fault, answer.address, answer.excerpt) == (200, None, "inbox", "kept\n")
    [arrival] = await world.store.arrivals_in(MINE)
    assert (arrival.at, arrival.body, arrival.verifies) == (NOW, BODY, True)
    headers = dict(arrival.headers)
    assert headers["Host"] == "images.example"
    assert headers["User-Agent"] == "Tests/1"
    assert headers.items() >= HEADERS.items()


async def test_the_phases_of_a_network_are_missing_in_its_receipt(world):
    phases = (await world.post()).phases
    assert (phases.dns_ms, phases.connect_ms, phases.tls_ms) == (None, None, None)
    assert phases.first_byte_ms is not None


async def test_another_body_than_the_signed_one_is_kept_and_does_not_verify(world):
    await world.post(body=BODY.replace(b"200", b"500"))
    [arrival] = await world.store.arrivals_in(MINE)
    assert not arrival.verifies
    assert dict(arrival.signatures) == {"webhook-signature v1 1": False, "X-Webhook-Signature": True}


async def test_many_at_once_arrive_each_over_a_pair_of_its_own(world):
    answers = await asyncio.gather(*[world.post() for _ in range(50)])
    assert {answer.status for answer in answers} == {200}
    assert len(await world.store.arrivals_in(MINE)) == 50


async def test_a_body_that_is_too_large_is_refused_and_not_kept(world):
    answer = await world.post(body=b"x" * (reading.BODY_LIMIT + 1))
    assert answer.status == 413
    assert await world.store.arrivals_in(MINE) == []


async def test_a_store_that_is_full_makes_a_503_and_is_told_about():
    async with a_world(FullStore()) as world:
        assert (await world.post()).status == 503
        assert [(step, type(error)) for step, error in world.observer.failures] == [("inbox", StoreFull)]


# --- what it can be told to do


@pytest.mark.parametrize(("status", "fault"), [(204, None), (299, None), (410, Fault.GONE), (503, Fault.SERVER_FAULT)])
async def test_it_answers_the_status_it_was_told(world, status, fault):
    answer = await world.told(status=status)
    assert (answer.status, answer.fault) == (status, fault)
    assert (await world.post()).status == 200


async def test_a_redirect_is_named_and_not_followed(world):
    answer = await world.told(status=302, location="https://elsewhere.test/x")
    assert answer.fault is Fault.REDIRECTED
    assert "answered 302 to https://elsewhere.test/x" in answer.diagnosis


async def test_a_reset_is_a_connection_that_is_lost(world):
    answer = await world.told(reset=True)
    assert (answer.status, answer.fault) == (None, Fault.CONNECTION_LOST)
    assert len(await world.store.arrivals_in(MINE)) == 1


async def test_a_short_delay_is_waited_for(world):
    began = time.monotonic()
    assert (await world.told(delay_seconds=0.1)).status == 200
    assert time.monotonic() - began >= 0.1


async def test_a_delay_beyond_the_deadline_is_timed_out(world):
    answer = await world.told(delay_seconds=60)
    assert (answer.status, answer.fault) == (None, Fault.TIMED_OUT)
    assert answer.diagnosis == "sent, but no answer within 0.4 s: answer 200 first, work later"
    await until(lambda: not world.inboxes._answering)  # nobody waits for it any more


async def test_a_slow_body_behind_a_whole_head_is_delivered_at_the_deadline(world):
    began = time.monotonic()
    answer = await world.told(slow_body=True)
    assert (answer.status, answer.fault) == (200, None)
    assert time.monotonic() - began >= TIMEOUT


async def test_a_slow_body_drips(monkeypatch):
    monkeypatch.setattr("heliograph.adapters.inbox.serving.SLOW_SECONDS", 0.05)
    async with a_world() as world:
        answer = await world.told(slow_body=True)
        assert 1 <= answer.bytes_read <= 9


async def test_closing_ends_what_is_being_answered():
    async with a_world(timeout_seconds=30) as world:
        await world.store.instruct_inbox(MINE, Behaviour(delay_seconds=60), times=1)
        waiting = asyncio.ensure_future(world.post())
        async with asyncio.timeout(5):
            while not await world.store.arrivals_in(MINE):
                await asyncio.sleep(0.002)
    assert (await waiting).fault is Fault.CONNECTION_LOST


def test_it_is_the_same_on_the_loop_that_serves():
    async def exchanged():
        async with a_world() as world:
            return [await world.post(), await world.told(reset=True), await world.told(delay_seconds=60)]

    faults = [answer.fault for answer in uvloop.run(exchanged())]
    assert faults == [None, Fault.CONNECTION_LOST, Fault.TIMED_OUT]


# --- which URLs lead there, and what else is reachable


@pytest.mark.parametrize("url", [URL, "http://127.0.0.1:8000/inbox/mine", "http://127.0.0.1:8000/inbox/a.b-c_d"])
async def test_an_inbox_is_permitted_though_no_network_is_open(world, url):
    assert world.policy.permits(url)
    assert (await world.post(url)).status == 200


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8000/",
        "http://127.0.0.1:8000/api/v1/chat/credit",
        "http://127.0.0.1:8000/inbox",
        "http://127.0.0.1:8000/inbox/",
        "http://127.0.0.1:8000/inbox/.",
        "http://127.0.0.1:8000/inbox/..",
        "http://127.0.0.1:8000/inbox/../api",
        "http://127.0.0.1:8000/inbox/a/../../api",
        "http://127.0.0.1:8000/inbox/a/b",
        "http://127.0.0.1:8000/inbox//a",
        "http://127.0.0.1:8000//inbox/a",
        "http://127.0.0.1:8000/inbox/a/",
        "http://127.0.0.1:8000/inbox/%2e%2e",
        "http://127.0.0.1:8000/inbox/a%2fb",
        "http://127.0.0.1:8000/inbox/a?b=c",
        "http://127.0.0.1:8000/inbox/a?",
        "http://127.0.0.1:8000/inbox/a#b",
        "http://127.0.0.1:8000/inbox/a\\b",
        "http://127.0.0.1:8000/inbox/a\r\nX: y",
        "http://127.0.0.1:8000/inbox/a\n",
        "http://127.0.0.1:8000/inbox/a ",
        " http://127.0.0.1:8000/inbox/a",
        "http://127.0.0.1:8000/inbox/" + "a" * 65,
        "http://127.0.0.1:8001/inbox/a",
        "http://127.0.0.2:8000/inbox/a",
        "http://127.1:8000/inbox/a",
        "http://localhost:8000/inbox/a",
        "http://[::1]:8000/inbox/a",
        "http://[::ffff:127.0.0.1]:8000/inbox/a",
        "http://user@127.0.0.1:8000/inbox/a",
        "https://127.0.0.1:8000/inbox/a",
        "http://127.0.0.1:8000/INBOX/a",
        "http://images.example:443/heliograph/inbox/a",
        "https://images.example/inbox/a",
        "https://images.example/heliograph/inbox/../files/x",
        "https://user@images.example/heliograph/inbox/a",
        "https://images.example./heliograph/inbox/a",
    ],
)
async def test_whatever_is_not_letter_by_letter_an_inbox_stays_forbidden(world, url):
    assert not world.policy.permits(url)
    assert (await world.post(url)).fault is Fault.TARGET_FORBIDDEN


async def test_without_inboxes_behind_it_a_sender_reaches_none(world):
    sender = GuardedSender(policy=world.policy, timeout_seconds=TIMEOUT, user_agent="Tests/1")
    await sender.open(resolver=ScriptedResolver())
    answer = await sender.post(URL, body=BODY, headers=HEADERS)
    await sender.close()
    assert answer.fault is Fault.TARGET_FORBIDDEN


# --- the request at the other end


def read(*pieces):
    request = Request()
    for piece in pieces:
        request.feed(piece)
    return request


WHOLE = b"POST /a/inbox/mine HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"


def test_a_request_is_read_however_it_is_cut():
    cuts = sorted(random.sample(range(1, len(WHOLE)), 5))
    some = [WHOLE[a:b] for a, b in zip([0, *cuts], [*cuts, len(WHOLE)], strict=True)]
    for pieces in ([WHOLE], some, [WHOLE[at : at + 1] for at in range(len(WHOLE))]):
        request = read(*pieces)
        assert request.is_whole
        assert (request.inbox(), bytes(request.body)) == (MINE, b"abc")
        assert request.headers == [("Host", "a"), ("Content-Length", "3")]


@pytest.mark.parametrize(
    "line",
    [
        "GET /inbox/mine",
        "PUT /inbox/mine",
        "POST /",
        "POST /api/v1/chat/credit",
        "POST /inbox/",
        "POST /inbox/..",
        "POST /inbox/a/b",
        "POST /inbox/a?b",
        "POST /inbox/%2e%2e",
        "POST http://a/inbox/mine",
    ],
)
def test_anything_but_a_post_to_an_inbox_is_404(line):
    request = read(f"{line} HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n".encode())
    assert request.is_whole
    with pytest.raises(Refused) as refused:
        request.inbox()
    assert refused.value.status == 404


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"POST /inbox/a HTTP/1.1\r\nA: " + b"x" * (reading.HEAD_LIMIT + 1) + b"\r\n\r\n", 431),
        (WHOLE.replace(b"3", b"70000") + b"x" * 69_997, 413),
    ],
)
def test_what_is_no_request_or_too_large_is_refused_with_its_status(raw, status):
    with pytest.raises(Refused) as refused:
        read(raw)
    assert refused.value.status == status
