"""What a receiver says with its status: delivered, tried again, or over; and how long it asks to wait."""

from email.utils import format_datetime

import pytest

from heliograph.adapters.clock import MovingClock
from heliograph.domain.delivery import DeliveryState
from heliograph.domain.schedule import Schedule
from heliograph.domain.verdict import Fault
from tests.battery.receivers import playing
from tests.battery.world import attempted, world_of
from tests.egress.raw import receiving, status
from tests.samples import NOW, later

FAILED = {
    "300 Multiple Choices": Fault.REDIRECTED,
    "304 Not Modified": Fault.REDIRECTED,
    "400 Bad Request": Fault.REFUSED,
    "401 Unauthorized": Fault.REFUSED,
    "403 Forbidden": Fault.REFUSED,
    "404 Not Found": Fault.REFUSED,
    "408 Request Timeout": Fault.REFUSED,
    "429 Too Many Requests": Fault.REFUSED,
    "500 Internal Server Error": Fault.SERVER_FAULT,
    "502 Bad Gateway": Fault.SERVER_FAULT,
    "503 Service Unavailable": Fault.SERVER_FAULT,
    "504 Gateway Timeout": Fault.SERVER_FAULT,
    "599 Odd": Fault.SERVER_FAULT,
    "600 Odd": Fault.BAD_ANSWER,
    "700 Odd": Fault.BAD_ANSWER,
    "999 Odd": Fault.BAD_ANSWER,
}
REDIRECTS = ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"]


async def outcome(folder, behave, *, clock=None):
    """The delivery at its end, its receipts, and the receiver."""
    async with receiving(behave) as receiver, world_of(folder, clock=clock) as world:
        [one] = await world.owe(f"http://127.0.0.2:{receiver.port}/")
        ended, receipts = await world.ended(one)
        assert world.observer.failures == []
        return ended, receipts, receiver


@pytest.mark.parametrize("line", ["200 OK", "201 Created", "202 Accepted", "204 No Content", "299 Odd", "200"])
async def test_any_2xx_is_delivered_with_one_attempt(tmp_path, line):
    ended, [receipt], receiver = await outcome(tmp_path, status(line))
    assert (receipt.answer.status, receipt.answer.fault) == (int(line[:3]), None)
    assert ended.state is DeliveryState.DELIVERED
    assert len(receiver.requests) == 1


@pytest.mark.parametrize(("line", "fault"), FAILED.items())
async def test_any_other_status_fails_and_is_tried_three_times_more(tmp_path, line, fault):
    ended, receipts, receiver = await outcome(tmp_path, status(line))
    assert [(receipt.answer.status, receipt.answer.fault) for receipt in receipts] == [(int(line[:3]), fault)] * 4
    assert line[:3] in receipts[0].answer.diagnosis
    assert ended.state is DeliveryState.GIVEN_UP
    assert len(receiver.requests) == 4


async def test_410_stops(tmp_path):
    ended, [receipt], receiver = await outcome(tmp_path, status("410 Gone"))
    assert (receipt.answer.fault, ended.state) == (Fault.GONE, DeliveryState.GIVEN_UP)
    assert len(receiver.requests) == 1


@pytest.mark.parametrize("interim", ["100 Continue", "102 Processing", "103 Early Hints"])
async def test_a_1xx_is_no_answer_and_the_one_behind_it_counts(interim):
    behave = playing(b"HTTP/1.1 %b\r\n\r\nHTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n" % interim.encode())
    made = await attempted(behave)
    assert (made.answer.status, made.answer.fault) == (202, None)


@pytest.mark.parametrize("code", ["100", "102", "103"])
async def test_a_1xx_alone_is_a_lost_connection(code):
    made = await attempted(playing(f"HTTP/1.1 {code} Odd\r\n\r\n".encode()))
    assert (made.answer.status, made.answer.fault) == (None, Fault.CONNECTION_LOST)


async def test_a_switch_of_protocols_is_a_failure():
    made = await attempted(playing(b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"))
    assert (made.answer.status, made.answer.fault) == (101, Fault.BAD_ANSWER)


# --- redirects


@pytest.mark.parametrize("line", REDIRECTS)
async def test_a_redirect_to_the_inside_is_a_failure_and_is_not_followed(line):
    async with receiving(status("200 OK"), host="127.0.0.1") as inside:
        location = f"http://127.0.0.1:{inside.port}/elsewhere"
        made = await attempted(status(line, f"Location: {location}"))
        assert (made.answer.status, made.answer.fault) == (int(line[:3]), Fault.REDIRECTED)
        assert location in made.answer.diagnosis
        assert (len(made.receiver.requests), inside.connections) == (1, 0)


@pytest.mark.parametrize("headers", [["Location: /"], ["Location: //127.0.0.2/"], ["Location: "], []])
@pytest.mark.parametrize("line", REDIRECTS)
async def test_a_redirect_to_itself_or_to_nowhere_is_one_request(line, headers):
    made = await attempted(status(line, *headers))
    assert (made.answer.status, made.answer.fault) == (int(line[:3]), Fault.REDIRECTED)
    assert len(made.receiver.requests) == 1


# --- Retry-After


@pytest.mark.parametrize("line", ["429 Too Many Requests", "503 Service Unavailable"])
@pytest.mark.parametrize(
    ("asked", "least", "most"),
    [
        ("120", 120, 120),
        ("3", 8, 12),
        ("0", 8, 12),
        ("-5", 8, 12),
        ("3601", 3600, 3600),
        ("9" * 400, 3600, 3600),
        ("soon", 8, 12),
        ("1e3", 8, 12),
        ("", 8, 12),
        (format_datetime(later(seconds=120), usegmt=True), 120, 120),
        (format_datetime(later(days=400), usegmt=True), 3600, 3600),
        (format_datetime(later(days=-1), usegmt=True), 8, 12),
        ("Thu, 01 Jan 99999999999999999999 00:00:00 GMT", 8, 12),
    ],
)
async def test_a_wait_that_is_asked_for_counts_between_the_schedule_and_the_cap(tmp_path, line, asked, least, most):
    behave = status(line, f"Retry-After: {asked}")
    clock = MovingClock(NOW)
    async with receiving(behave) as receiver, world_of(tmp_path, clock=clock, schedule=Schedule()) as world:
        [one] = await world.owe(f"http://127.0.0.2:{receiver.port}/")
        owed = await world.attempted(one, 1)
        [receipt] = await world.receipts(one)
    assert least <= (owed.due_at - receipt.ended_at).total_seconds() <= most
    assert (owed.state, receipt.next_attempt_at) == (DeliveryState.OWED, owed.due_at)
