"""Names that do not resolve, not in time, or to another place than before: nobody else waits, and nothing slips in."""

import asyncio
import socket
import time

import aiodns
import pytest

from heliograph.adapters.egress import dial
from heliograph.adapters.egress.targets import FORBIDDEN_TEXT
from heliograph.domain.delivery import DeliveryState
from heliograph.domain.verdict import Fault
from tests.battery.nameserver import NXDOMAIN, SERVFAIL, name_server
from tests.battery.receivers import never_accepting
from tests.battery.world import is_on_time, world_of
from tests.egress.raw import ScriptedResolver, receiving, recording, sending, status, until


class Silent(ScriptedResolver):
    """Answers only for the names it has a script for; any other look-up hangs."""

    async def resolve(self, host, port=0, family=socket.AF_INET):
        if host in self.turns:
            return await super().resolve(host, port, family)
        self.asked[host] += 1
        return await asyncio.Event().wait()


class Failing(ScriptedResolver):
    """Fails as the library does."""

    def __init__(self, code):
        super().__init__()
        self.code = code

    async def resolve(self, host, port=0, family=socket.AF_INET):  # noqa: ARG002  # whatever is asked
        self.asked[host] += 1
        raise OSError(None, "as the library says it") from aiodns.error.DNSError(self.code, "as the library says it")


async def post(sender, url):
    return await sender.post(url, body=b"{}", headers={})


# --- a real name server, asked by the library


@pytest.mark.parametrize(
    ("zone", "word"),
    [
        ({"a.test": NXDOMAIN}, "does not exist"),
        ({"a.test": SERVFAIL}, "name servers failed"),
        ({"a.test": None}, "did not answer"),
        ({"a.test": []}, "no address"),
        ({"a.test": "b.test", "b.test": "a.test"}, "a.test"),
        ({"a.test": "a.test"}, "a.test"),
    ],
    ids=["NXDOMAIN", "SERVFAIL", "silence", "no address", "a loop of CNAMEs", "a CNAME to itself"],
)
async def test_a_name_that_does_not_resolve_is_a_failure_that_is_tried_again(tmp_path, zone, word):
    async with (
        name_server(zone, timeout_seconds=0.1 if zone["a.test"] is None else 5) as (server, resolver),
        world_of(tmp_path, resolver=resolver, timeout_seconds=15) as world,
    ):
        [one] = await world.owe("http://a.test/")
        ended, receipts = await world.ended(one)
    assert [receipt.answer.fault for receipt in receipts] == [Fault.NAME_NOT_RESOLVED] * 4
    assert word in receipts[0].answer.diagnosis
    assert (ended.state, world.observer.failures) == (DeliveryState.GIVEN_UP, [])
    assert server.asked["a.test"] >= 1  # the library keeps an answer for as long as the name server allows it


@pytest.mark.parametrize("wrong", [NXDOMAIN, []], ids=["NXDOMAIN", "no address"])
async def test_a_name_that_was_mended_is_found_at_the_next_attempt(wrong, monkeypatch):
    monkeypatch.setattr(dial, "FORGET_SECONDS", 0.01)
    zone = {"a.test": wrong}
    async with (
        name_server(zone) as (_, resolver),
        receiving(status("200 OK")) as receiver,
        sending(resolver, timeout_seconds=5) as sender,
    ):
        before = await post(sender, f"http://a.test:{receiver.port}/")
        zone["a.test"] = ["127.0.0.2"]
        await asyncio.sleep(0.3)  # it is forgotten in a thread of the library's
        after = await post(sender, f"http://a.test:{receiver.port}/")
    assert (before.fault, after.status) == (Fault.NAME_NOT_RESOLVED, 200)


async def test_a_name_that_stands_for_another_is_dialled_where_that_one_is():
    zone = {"a.test": "b.test", "b.test": "c.test", "c.test": ["127.0.0.2"]}
    async with (
        name_server(zone) as (_, resolver),
        receiving(status("200 OK")) as receiver,
        sending(resolver, timeout_seconds=5) as sender,
    ):
        answer = await post(sender, f"http://a.test:{receiver.port}/")
    assert (answer.status, answer.address) == (200, "127.0.0.2")


async def test_a_name_that_stands_for_one_inside_is_refused():
    zone = {"a.test": "b.test", "b.test": ["127.0.0.2", "127.0.0.1"]}
    async with (
        name_server(zone) as (_, resolver),
        receiving(status("200 OK")) as receiver,
        sending(resolver, timeout_seconds=5) as sender,
    ):
        answer = await post(sender, f"http://a.test:{receiver.port}/")
        assert (answer.fault, receiver.connections) == (Fault.TARGET_FORBIDDEN, 0)


# --- time


async def test_a_look_up_has_its_own_limit_within_the_attempt():
    began = time.monotonic()
    async with sending(Silent(), timeout_seconds=5, dns_timeout_seconds=0.2) as sender:
        answer = await post(sender, "http://a.test/")
    assert is_on_time(time.monotonic() - began, 0.2)
    assert answer.fault is Fault.NAME_NOT_RESOLVED
    assert "did not answer for a.test within 0.2 s" in answer.diagnosis
    assert answer.phases.dns_ms >= 200


async def test_a_look_up_that_may_take_thirty_seconds_counts_into_the_deadline():
    began = time.monotonic()
    async with sending(Silent(), timeout_seconds=0.5, dns_timeout_seconds=30) as sender:
        answer = await post(sender, "http://a.test/")
    assert answer.fault is Fault.TIMED_OUT
    assert is_on_time(time.monotonic() - began, 0.5)


async def test_a_thousand_look_ups_that_hang_hold_up_no_other():
    resolver = Silent(well_test=[["127.0.0.2"]])
    async with receiving(status("200 OK")) as receiver, sending(resolver, timeout_seconds=10) as sender:
        hung = [asyncio.ensure_future(post(sender, f"http://host{number}.test/")) for number in range(1000)]
        await until(lambda: len(resolver.asked) == 1000)
        answer = await post(sender, f"http://well.test:{receiver.port}/")
        for one in hung:
            one.cancel()
        await asyncio.wait(hung)
    assert answer.status == 200
    assert answer.phases.first_byte_ms < 1000


@pytest.mark.parametrize(
    ("code", "word"),
    [
        (aiodns.error.ARES_ENOTFOUND, "does not exist"),
        (aiodns.error.ARES_ENODATA, "no address"),
        (aiodns.error.ARES_ESERVFAIL, "name servers failed"),
        (aiodns.error.ARES_ETIMEOUT, "did not answer"),
        (aiodns.error.ARES_EBADNAME, "does not resolve"),
    ],
)
async def test_what_the_name_servers_said_is_told(code, word):
    async with sending(Failing(code)) as sender:
        answer = await post(sender, "http://a.test/")
    assert answer.fault is Fault.NAME_NOT_RESOLVED
    assert word in answer.diagnosis
    assert "a.test" in answer.diagnosis


async def test_a_name_without_an_address_does_not_resolve():
    async with sending(ScriptedResolver(empty_test=[[]])) as sender:
        answers = [await post(sender, f"http://{host}.test/") for host in ("nobody", "empty")]
    assert [(answer.status, answer.fault) for answer in answers] == [(None, Fault.NAME_NOT_RESOLVED)] * 2


# --- addresses


async def test_of_a_thousand_addresses_all_are_checked_and_some_are_dialled():
    public = [f"93.184.{number // 250}.{number % 250}" for number in range(1000)]
    resolver = ScriptedResolver(many_test=[public], mixed_test=[[*public, "10.0.0.1"]])
    with recording() as dialled:
        async with sending(resolver) as sender:
            await post(sender, "http://many.test/")
            assert [address for address, _ in dialled] == public[: dial.ADDRESS_LIMIT]
            dialled.clear()
            answer = await post(sender, "http://mixed.test/")
    assert (answer.fault, dialled) == (Fault.TARGET_FORBIDDEN, [])


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        ["127.0.0.2", "127.0.0.1"],
        ["127.0.0.1", "127.0.0.2"],
        ["127.0.0.2", "::1"],
        ["127.0.0.2", "::ffff:127.0.0.1"],
        ["127.0.0.2", "169.254.169.254"],
        ["93.184.216.34", "10.0.0.1"],
    ],
)
async def test_a_name_with_a_forbidden_address_is_refused_before_anything_is_dialled(addresses):
    resolver = ScriptedResolver(a_test=[addresses])
    async with (
        receiving(status("200 OK")) as opened,
        receiving(status("200 OK"), host="127.0.0.1", port=opened.port) as inside,
        sending(resolver) as sender,
    ):
        answer = await post(sender, f"http://a.test:{opened.port}/")
        assert (answer.fault, answer.diagnosis) == (Fault.TARGET_FORBIDDEN, FORBIDDEN_TEXT)
        assert answer.address is None
        assert (opened.connections, inside.connections) == (0, 0)


async def test_an_answer_that_changes_after_the_check_changes_nothing_for_it_is_asked_once():
    resolver = ScriptedResolver(a_test=[["127.0.0.3"], ["127.0.0.1"]])
    async with (
        receiving(status("200 OK"), host="127.0.0.3") as receiver,
        receiving(status("200 OK"), host="127.0.0.1", port=receiver.port) as inside,
        sending(resolver) as sender,
    ):
        answer = await post(sender, f"http://a.test:{receiver.port}/")
        [(head, _)] = receiver.requests
        assert inside.connections == 0
    assert (answer.status, answer.address) == (200, "127.0.0.3")
    assert f"Host: a.test:{receiver.port}".encode() in head
    assert resolver.asked["a.test"] == 1


async def test_an_answer_that_changes_between_attempts_is_checked_again(tmp_path):
    turns = [["127.0.0.2"], ["127.0.0.1"], ["127.0.0.3"]]
    resolver = ScriptedResolver(a_test=turns)
    async with (
        receiving(status("503 Busy")) as first,
        receiving(status("200 OK"), host="127.0.0.1", port=first.port) as inside,
        receiving(status("200 OK"), host="127.0.0.3", port=first.port) as third,
        world_of(tmp_path, resolver=resolver) as world,
    ):
        [one] = await world.owe(f"http://a.test:{first.port}/")
        ended, receipts = await world.ended(one)
        assert [one.connections for one in (first, inside, third)] == [1, 0, 1]
    assert [receipt.answer.address for receipt in receipts] == ["127.0.0.2", None, "127.0.0.3"]
    assert [receipt.answer.fault for receipt in receipts] == [Fault.SERVER_FAULT, Fault.TARGET_FORBIDDEN, None]
    assert (ended.state, resolver.asked["a.test"]) == (DeliveryState.DELIVERED, 3)


async def test_where_the_first_address_is_silent_the_next_is_dialled_within_the_attempt():
    resolver = ScriptedResolver(a_test=[["127.0.0.2", "127.0.0.3"]])
    async with (
        never_accepting() as port,
        receiving(status("200 OK"), host="127.0.0.3", port=port) as receiver,
        sending(resolver, timeout_seconds=3) as sender,
    ):
        answer = await post(sender, f"http://a.test:{port}/")
        assert (answer.status, answer.address, len(receiver.requests)) == (200, "127.0.0.3", 1)


async def test_where_the_first_address_is_dead_the_next_is_dialled_within_the_attempt():
    resolver = ScriptedResolver(a_test=[["127.0.0.3", "127.0.0.2"]])
    async with receiving(status("200 OK")) as receiver, sending(resolver, timeout_seconds=3) as sender:
        answer = await post(sender, f"http://a.test:{receiver.port}/")
        assert (answer.status, answer.address) == (200, "127.0.0.2")
