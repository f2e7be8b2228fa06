"""Callbacks for people: pages of them, one with its receipts, replays, samples, and a task with its callback."""

import pytest

from heliograph.domain.delivery import DeliveryState, lane_of, sending, settled
from heliograph.domain.records import Settlement
from heliograph.domain.task import Owner
from heliograph.domain.verdict import Answer, Fault, Verdict
from tests.samples import REFUSED, a_delivery, a_receipt, success
from tests.web.world import OTHER_KEY, code_of

DELIVERIES = "/api/v1/deliveries"
UNKNOWN = {"code": 422, "msg": "recordInfo is null", "data": None}


async def called_back(world, *answers, url="https://a.test/back", **changes):
    """A task that has succeeded, and its callback after attempts with these answers; the last one is the end."""
    running = await world.running(**changes)
    delivery = a_delivery(running, url=url, lane=lane_of(url), created_at=world.clock.now(), due_at=world.clock.now())
    await world.store.finish_tasks([success(running, delivery=delivery, at=world.clock.now())])
    for number, answer in enumerate(answers, start=1):
        delivery = await attempted(world, delivery, answer, last=number == len(answers))
    return delivery


async def attempted(world, delivery, answer, *, last):
    [held] = await world.store.claim_deliveries(
        owner=Owner("us"), limit=1, now=world.clock.now(), per_lane=64, in_flight={}
    )
    assert held == sending(delivery, owner=Owner("us"))
    verdict = Verdict.DELIVERED if answer.fault is None else Verdict.GIVE_UP if last else Verdict.RETRY
    after = settled(held, answer, verdict, next_attempt_at=world.clock.now(), at=world.clock.now())
    receipt = a_receipt(held, answer=answer, verdict=verdict)
    assert await world.store.settle_deliveries([Settlement(before=held, after=after, receipt=receipt)]) == [True]
    return after


async def items(client, **query):
    answer = (await client.get(DELIVERIES, params=query)).json()
    assert answer["code"] == 200, answer
    return [item["id"] for item in answer["data"]["items"]]


async def test_a_page_shows_the_newest_first_and_leads_to_the_next(client, world):
    made = [(await called_back(world)).id for _ in range(5)]
    first = (await client.get(DELIVERIES, params={"limit": 2})).json()["data"]
    assert [item["id"] for item in first["items"]] == made[:2:-1]
    await called_back(world)
    second = (await client.get(DELIVERIES, params={"limit": 2, "cursor": first["nextCursor"]})).json()["data"]
    assert [item["id"] for item in second["items"]] == made[2:0:-1]
    last = (await client.get(DELIVERIES, params={"limit": 2, "cursor": second["nextCursor"]})).json()["data"]
    assert ([item["id"] for item in last["items"]], last["nextCursor"]) == (made[:1], None)


async def test_each_filter_finds_what_it_names_and_nothing_else(client, world):
    fine = await called_back(world, Answer(status=200), url="https://b.test:8443/x")
    lost = await called_back(world, REFUSED, REFUSED)
    world.clock.move(seconds=10)
    owed = await called_back(world)
    assert await items(client, state="delivered") == [fine.id]
    assert await items(client, state="given_up") == [lost.id]
    assert await items(client, host="B.test.") == [fine.id]
    assert await items(client, fault="server_fault") == [lost.id]
    assert await items(client, taskId=owed.task_id) == [owed.id]
    moment = int(owed.created_at.timestamp() * 1000)
    assert await items(client, since=moment) == [owed.id]
    assert await items(client, until=moment) == [lost.id, fine.id]
    assert await items(client, state="given_up", host="b.test") == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"state": "lost"}, "state has to be one of cancelled, delivered, given_up, owed, sending"),
        ({"fault": "bad"}, "fault has to be one of "),
        ({"since": 10**18}, "since is beyond any calendar"),
        ({"since": "yesterday"}, "since: "),
        ({"limit": 101}, "limit: input should be less than or equal to 100"),
        ({"cursor": "x"}, "cursor: "),
        ({"cursor": 2**63}, "cursor: input should be less than or equal to 9223372036854775807"),
        ({"cursor": -1}, "cursor: input should be greater than or equal to 0"),
        ({"since": 1795384309}, "since is before the year 2000: give milliseconds since the epoch, not seconds"),
        ({"until": 0}, "until is before the year 2000"),
        ({"hosts": "a.test"}, "There is no hosts to give here, only state, host, fault, taskId, since, until, cursor"),
        ({"task_id": "x"}, "There is no task_id to give here"),
        ({"host": ["a.test", "b.test"]}, "host is given 2 times: give it once"),
        ({"limit": ["1", "1"]}, "limit is given 2 times"),
        ({"host": "127.0.0.1:18500"}, "host: a host is given alone, without scheme, port and path: a.example"),
    ],
)
async def test_a_filter_that_makes_no_sense_is_a_422_that_says_what_does(client, query, words):
    answer = (await client.get(DELIVERIES, params=query)).json()
    assert answer["code"] == 422
    assert answer["msg"].startswith(words)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('{"state": "given_up", "host": "a.test", "host": ""}', "host is given 2 times: give it once"),
        ('{"host": "a.test", "host": "a.test"}', "host is given 2 times"),
        ("[" * 20_000, ""),
        ('{"host": ', ""),
    ],
)
async def test_a_replay_whose_filter_is_said_twice_or_is_no_json_replays_nothing(client, world, body, words):
    lost = await called_back(world, REFUSED)
    answer = (await client.post(f"{DELIVERIES}/replay", content=body)).json()
    assert answer["code"] in {400, 422}
    assert answer["msg"].startswith(words)
    assert (await world.store.find_delivery(lost.id)).state is DeliveryState.GIVEN_UP


@pytest.mark.parametrize(
    ("url", "spellings"),
    [
        ("http://bücher.invalid/", ["bücher.invalid", "xn--bcher-kva.invalid", "XN--BCHER-KVA.invalid."]),
        ("http://127.1:18500/", ["127.1", "127.0.0.1", "0x7f000001"]),
        ("http://[2001:DB8:0::1]/", ["2001:db8::1", "[2001:db8:0::1]"]),
    ],
)
async def test_a_callback_is_found_under_every_spelling_of_its_host(client, world, url, spellings):
    found = await called_back(world, url=url)
    for spelling in spellings:
        assert await items(client, host=spelling) == [found.id]


async def test_one_callback_is_shown_with_a_receipt_for_each_attempt(client, world):
    lost = await called_back(world, REFUSED, REFUSED._replace(status=502, diagnosis="answered 502"))
    shown = (await client.get(f"{DELIVERIES}/{lost.id}")).json()["data"]
    assert (shown["state"], shown["attempts"], shown["fault"], shown["status"]) == ("given_up", 2, "server_fault", 502)
    assert (shown["dueAt"], shown["url"]) == (None, lost.url)
    assert [(each["attempt"], each["verdict"], each["diagnosis"]) for each in shown["receipts"]] == [
        (1, "retry", "answered 503"),
        (2, "give_up", "answered 502"),
    ]
    assert set(shown["receipts"][0]["phases"]) == {"dnsMs", "connectMs", "tlsMs", "firstByteMs"}


async def test_another_keys_callbacks_are_as_unknown_as_those_that_never_were(world):
    lost = await called_back(world, REFUSED)
    async with world.client(OTHER_KEY) as stranger:
        assert await items(stranger) == []
        for name in (lost.id, "msg_none"):
            assert (await stranger.get(f"{DELIVERIES}/{name}")).json() == UNKNOWN
            assert (await stranger.post(f"{DELIVERIES}/{name}/replay")).json() == UNKNOWN
        assert (await stranger.get(f"/api/v1/tasks/{lost.task_id}")).json() == UNKNOWN
        many = (await stranger.post(f"{DELIVERIES}/replay", json={"state": "given_up"})).json()
    assert many["data"]["replayed"] == 0
    assert (await world.store.find_delivery(lost.id)).state is DeliveryState.GIVEN_UP


async def test_a_replay_owes_a_callback_anew_and_wakes_its_lane(client, world):
    lost = await called_back(world, REFUSED)
    world.clock.move(seconds=60)
    answer = (await client.post(f"{DELIVERIES}/{lost.id}/replay")).json()
    assert answer["data"]["replayed"] == 1
    again = await world.store.find_delivery(lost.id)
    assert (again.state, again.due_at, again.attempt_in_round) == (DeliveryState.OWED, world.clock.now(), 1)
    assert world.delivery_handoff.woken == [lost.lane]


async def test_a_replay_of_what_is_just_being_sent_changes_nothing(client, world):
    owed = await called_back(world)
    now = world.clock.now()
    [held] = await world.store.claim_deliveries(owner=Owner("us"), limit=1, now=now, per_lane=64, in_flight={})
    answer = (await client.post(f"{DELIVERIES}/{owed.id}/replay")).json()
    assert (answer["data"]["replayed"], answer["data"]["underWay"]) == (0, 1)
    assert await world.store.find_delivery(owed.id) == held


async def test_a_replay_of_many_is_spread_over_time_and_means_what_was_given_up(client, world):
    lost = [await called_back(world, REFUSED) for _ in range(3)]
    fine = await called_back(world, Answer(status=200))
    answer = (await client.post(f"{DELIVERIES}/replay", json={"host": "a.test"})).json()["data"]
    now = world.clock.now()
    due = [(await world.store.find_delivery(each.id)).due_at for each in lost]
    assert [round((moment - now).total_seconds() * 1000) for moment in due] == [0, 20, 40]
    assert (answer["replayed"], answer["dueUntil"]) == (3, round(due[-1].timestamp() * 1000))
    assert (await world.store.find_delivery(fine.id)).state is DeliveryState.DELIVERED


async def test_a_second_replay_of_many_goes_behind_the_first_and_one_alone_at_once(client, world):
    lost = [await called_back(world, REFUSED) for _ in range(4)]
    for each in lost[:3]:
        answer = await client.post(f"{DELIVERIES}/replay", json={"taskId": each.task_id})
    await client.post(f"{DELIVERIES}/{lost[3].id}/replay")
    due = [(await world.store.find_delivery(each.id)).due_at for each in lost]
    assert [round((moment - world.clock.now()).total_seconds() * 1000) for moment in due] == [0, 20, 40, 0]
    assert answer.json()["data"]["dueUntil"] == round(due[2].timestamp() * 1000)


@pytest.mark.parametrize("wanted", [{}, {"host": ""}, {"state": None}, {"since": None, "fault": ""}])
async def test_a_replay_of_everything_has_to_say_so(client, wanted):
    answer = await client.post(f"{DELIVERIES}/replay", json=wanted)
    assert code_of(answer) == 422
    assert answer.json()["msg"].startswith("Which callbacks? Give at least one of state, host")


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"since": True}, "since: input should be a valid integer"),
        ({"since": "5"}, "since: input should be a valid integer"),
        ({"until": 1795384309000.0}, "until: input should be a valid integer"),
        ({"since": 1795384309}, "since is before the year 2000: give milliseconds since the epoch, not seconds"),
        (
            {"state": "delivered", "hosts": "a"},
            "There is no hosts to give here, only state, host, fault, taskId, since",
        ),
        ({"state": "delivered", "cursor": 1}, "There is no cursor to give here"),
        ({"host": "a.test", "task_id": "x"}, "There is no task_id to give here"),
    ],
)
async def test_a_replay_that_would_mean_more_than_was_said_is_refused(client, world, wanted, words):
    fine = await called_back(world, Answer(status=200))
    lost = await called_back(world, REFUSED)
    answer = (await client.post(f"{DELIVERIES}/replay", json=wanted)).json()
    assert answer["code"] == 422
    assert answer["msg"].startswith(words)
    for each in (fine, lost):
        assert (await world.store.find_delivery(each.id)).state.is_end


async def test_a_sample_is_sent_once_signed_and_its_receipt_is_the_answer(client, world):
    world.sender._answers = [REFUSED._replace(fault=Fault.SERVER_FAULT)]
    answer = (await client.post("/api/v1/callbacks/test", json={"url": "https://a.test/try"})).json()["data"]
    [(url, body, headers)] = world.sender.posts
    assert (url, headers["webhook-id"][:9]) == ("https://a.test/try", "msg_test_")
    assert {"webhook-signature", "X-Webhook-Signature"} <= set(headers)
    assert b'"code":200' in body
    assert (answer["attempt"], answer["verdict"], answer["fault"]) == (1, "give_up", "server_fault")
    assert await items(client) == []


async def test_no_two_samples_have_one_id(client, world):
    for _ in range(2):
        await client.post("/api/v1/callbacks/test", json={"url": "https://a.test/try"})
    assert len({headers["webhook-id"] for _, _, headers in world.sender.posts}) == 2


@pytest.mark.parametrize("url", ["http://10.0.0.1/", "ftp://a.test/", "nonsense"])
async def test_a_sample_goes_only_where_a_callback_may_go(client, world, url):
    answer = await client.post("/api/v1/callbacks/test", json={"url": url})
    assert code_of(answer) == 422
    assert answer.json()["msg"].startswith("url is not usable")
    assert world.sender.posts == []


async def test_a_task_is_shown_with_its_timeline_and_its_callback(client, world):
    lost = await called_back(world, REFUSED)
    task = (await client.get(f"/api/v1/tasks/{lost.task_id}")).json()["data"]
    assert (task["taskId"], task["state"], task["errorCode"]) == (lost.task_id, "succeeded", None)
    assert [event["name"] for event in task["events"]][-1] == "succeeded"
    [callback] = task["callbacks"]
    assert (callback["id"], callback["receipts"][0]["diagnosis"]) == (lost.id, "answered 503")
