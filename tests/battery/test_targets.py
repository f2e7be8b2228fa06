"""Targets that may not be called: refused at submit where they can be told, and all at dialling, in one wording."""

import asyncio
import socket

import pytest

from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.targets import FORBIDDEN_TEXT, Ourselves, TargetPolicy
from heliograph.domain.verdict import Fault
from tests.egress.forbidden import CROOKED, INSIDE
from tests.egress.raw import ScriptedResolver, receiving, recording, sending, status
from tests.web.world import GENERATE, World

URLS = [*(f"http://{host}:8080/" for host in INSIDE), *(f"https://{host}/" for host in INSIDE), *CROOKED]
ADDRESSES = [
    "127.0.0.1",
    "0.0.0.0",  # noqa: S104
    "169.254.169.254",
    "10.0.0.1",
    "100.64.0.1",
    "192.0.0.192",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::127.0.0.1",
    "64:ff9b::169.254.169.254",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::",
    "2001:0:808:808::80ff:fffe",
    "2001:0:808:808::5601:5601",
    "fec0::1",
    "fe80::1",
    "fd00:ec2::254",
]


class Loopback(ScriptedResolver):
    """Answers for `localhost` as every machine does."""

    async def resolve(self, host, port=0, family=socket.AF_INET):
        if host.rstrip(".").endswith("localhost"):
            self.turns[host] = [["127.0.0.1"]]
        return await super().resolve(host, port, family)


async def test_all_that_can_be_told_without_looking_a_name_up_is_refused_at_submit_with_422(
    tmp_path,
):
    world = World(tmp_path / "images", targets=TargetPolicy(AddressPolicy()))
    wishes = [{"prompt": "a lighthouse", "size": "1:1", "callBackUrl": url} for url in URLS if url]
    async with world.client() as client:
        answers = [(await client.post(GENERATE, json=wish)).json() for wish in wishes]
    await world.blobs.close()
    assert {answer["msg"] for answer in answers if answer["code"] == 422} == {answers[0]["msg"]}
    assert [wish["callBackUrl"] for wish, answer in zip(wishes, answers, strict=True) if answer["code"] != 422] == []


async def test_all_of_them_are_refused_at_dialling_in_one_class_and_the_same_words():
    with recording() as dialled:
        async with sending(Loopback()) as sender:
            answers = [await sender.post(url, body=b"{}", headers={}) for url in URLS]
    assert {(answer.status, answer.fault, answer.diagnosis) for answer in answers} == {
        (None, Fault.TARGET_FORBIDDEN, FORBIDDEN_TEXT)
    }
    assert dialled == []


@pytest.mark.parametrize("address", ADDRESSES)
async def test_a_name_that_leads_inside_is_refused_at_dialling_in_the_same_words(address):
    with recording() as dialled:
        async with sending(ScriptedResolver(a_test=[[address]])) as sender:
            answer = await sender.post("http://a.test/", body=b"{}", headers={})
    assert (answer.fault, answer.diagnosis) == (Fault.TARGET_FORBIDDEN, FORBIDDEN_TEXT)
    assert dialled == []


async def test_a_name_that_leads_to_ourselves_is_not_dialled():
    resolver = ScriptedResolver(a_test=[["127.0.0.2"]])
    async with receiving(status("200 OK")) as we:
        policy = TargetPolicy(AddressPolicy(["127.0.0.2/32"]), Ourselves(host="127.0.0.2", port=we.port))
        async with sending(resolver, policy=policy) as sender:
            urls = (f"http://a.test:{we.port}/", f"http://127.0.0.2:{we.port}/", f"http://127.2:{we.port}/")
            answers = await asyncio.gather(*(sender.post(url, body=b"{}", headers={}) for url in urls))
        told = {(answer.fault, answer.diagnosis) for answer in answers}
        assert told == {(Fault.TARGET_FORBIDDEN, FORBIDDEN_TEXT)}
        assert we.connections == 0
