"""Which connections are kept, for how long, and for whom."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.connection import Connection, ConnectionLost
from heliograph.adapters.egress.evidence import Evidence, Stage
from heliograph.adapters.egress.pool import Pool
from heliograph.adapters.egress.targets import TargetPolicy
from heliograph.domain.verdict import Fault
from tests.egress.raw import OPENED, ScriptedResolver, descriptors, receiving, saying, sending, status, until

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


async def post(sender, receiver, body=b"{}", host="127.0.0.2"):
    return await sender.post(f"http://{host}:{receiver.port}/", body=body, headers={})


@pytest.mark.parametrize(
    ("answer", "connections"),
    [
        (OK, 1),
        (b"HTTP/1.1 204 No Content\r\n\r\n", 1),
        (b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok", 1),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + OK, 1),
        (b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok", 3),
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok", 3),
        (OK + b"more", 3),
        (OK + OK, 3),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 3),
    ],
)
async def test_a_connection_is_kept_only_after_a_whole_answer_and_nothing_behind_it(answer, connections):
    async with receiving(saying(answer, close=False)) as receiver, sending() as sender:
        answers = [await post(sender, receiver) for _ in range(3)]
        assert {answer.fault for answer in answers} == {None}
        assert {answer.address for answer in answers} == {"127.0.0.2"}
        assert (receiver.connections, len(receiver.requests)) == (connections, 3)
        await until(lambda: receiver.open_connections == sender.exchanges.pool.idle == (connections == 1))


async def test_only_a_new_connection_has_a_time_of_connecting_and_both_tell_the_address():
    resolver = ScriptedResolver(a_test=[["127.0.0.2"], ["127.0.0.1"]])
    async with receiving(status("200 OK", close=False)) as receiver, sending(resolver) as sender:
        first, second = [await post(sender, receiver, host="a.test") for _ in range(2)]
    assert first.phases.dns_ms >= 0
    assert first.phases.connect_ms > 0
    assert (second.phases.dns_ms, second.phases.connect_ms) == (None, None)
    assert second.phases.first_byte_ms > 0
    assert (first.address, second.address) == ("127.0.0.2", "127.0.0.2")


async def test_a_connection_serves_the_very_host_and_port_it_was_made_for():
    resolver = ScriptedResolver(a_test=[["127.0.0.2"]], b_test=[["127.0.0.2"]])
    async with receiving(status("200 OK", close=False)) as receiver, sending(resolver) as sender:
        for host in ("a.test", "b.test", "A.TEST", "127.0.0.2"):
            await post(sender, receiver, host=host)
        assert receiver.connections == 3


@pytest.mark.parametrize("late", [b"HTTP/1.1 200 OK\r\n", b"\r\n", None], ids=["an answer", "a line", "the end"])
async def test_whatever_comes_while_a_connection_is_idle_ends_it(late):
    told = []

    async def behave(writer):
        await saying(OK, close=False)(writer)
        told.append(writer)

    async with receiving(behave) as receiver, sending() as sender:
        assert (await post(sender, receiver)).status == 200
        assert sender.exchanges.pool.idle == 1
        if late is None:
            told[0].close()
        else:
            told[0].write(late)
        await until(lambda: sender.exchanges.pool.idle == 0 and not receiver.open_connections)
        assert (await post(sender, receiver)).status == 200
        assert receiver.connections == 2


async def test_what_is_idle_for_long_is_closed():
    async with receiving(status("200 OK", close=False)) as receiver, sending() as sender:
        sender.exchanges.pool = Pool(idle_seconds=0.1)
        await asyncio.gather(*(post(sender, receiver) for _ in range(3)))
        assert sender.exchanges.pool.idle == receiver.connections
        await until(
            lambda: (
                not receiver.open_connections
                and sender.exchanges.pool.idle == 0
                and sender.exchanges.pool._sweeping is None
            )
        )
        assert (await post(sender, receiver)).status == 200


async def test_a_kept_connection_is_judged_again_before_it_is_used():
    class Changing(AddressPolicy):
        closed = ()

        def permits(self, text):
            return text not in self.closed and super().permits(text)

    addresses = Changing(OPENED)
    async with receiving(status("200 OK", close=False)) as receiver, sending(policy=TargetPolicy(addresses)) as sender:
        assert (await post(sender, receiver)).status == 200
        addresses.closed = ("127.0.0.2",)
        answer = await post(sender, receiver)
        assert (answer.fault, len(receiver.requests)) == (Fault.TARGET_FORBIDDEN, 1)
        await until(lambda: not sender.exchanges.pool._open)
        addresses.closed = ()
        assert (await post(sender, receiver)).status == 200
        assert receiver.connections == 2


async def test_a_connection_that_is_old_carries_no_more_and_the_name_is_looked_up_again():
    resolver = ScriptedResolver(a_test=[["127.0.0.2"], ["127.0.0.3"]])
    async with (
        receiving(status("200 OK", close=False)) as first,
        receiving(status("200 OK", close=False), host="127.0.0.3", port=first.port) as second,
        sending(resolver) as sender,
    ):
        sender.exchanges.pool = Pool(life_seconds=0.2)
        began = asyncio.get_running_loop().time()
        while not second.requests:
            assert (await post(sender, first, host="a.test")).status == 200
            assert asyncio.get_running_loop().time() - began < 3
        assert asyncio.get_running_loop().time() - began >= 0.2
        assert (first.connections, second.connections) == (1, 1)
        assert len(first.requests) > 1


async def test_a_connection_that_grew_old_while_it_lay_idle_is_closed_when_it_is_taken():
    async with receiving(status("200 OK", close=False)) as receiver, sending() as sender:
        sender.exchanges.pool = Pool(life_seconds=0.05)
        await post(sender, receiver)
        assert sender.exchanges.pool.idle == 1
        [life] = sender.exchanges.pool._open.values()
        await until(lambda: asyncio.get_running_loop().time() > life.until)
        assert (await post(sender, receiver)).status == 200
        await until(lambda: receiver.open_connections <= 1)
        assert receiver.connections == 2


class Wire(asyncio.Transport):
    """Notes in `told` what happens on it."""

    def __init__(self, name, told, protocol):
        super().__init__()
        self._name, self._told, self._protocol, self._closed = name, told, protocol, False

    def write(self, data):
        self._told.append(f"{data.decode()} over {self._name}")

    def get_write_buffer_size(self):
        return 0

    def is_closing(self):
        return self._closed

    def abort(self):
        self._closed = True
        asyncio.get_running_loop().call_soon(self._protocol.connection_lost, None)


def wired(name, told):
    connection = Connection(on_lost=lambda _: None)
    connection.connection_made(Wire(name, told, connection))
    return connection


async def test_requests_that_begin_in_one_turn_of_the_loop_go_out_right_after_each_other():
    told = []

    async def exchange(name):
        connection = wired(name, told)
        told.append(f"{name} begins")
        asyncio.get_running_loop().call_later(0.01, connection.data_received, OK)
        await connection.exchange(name.encode(), Evidence(), until=asyncio.get_running_loop().time() + 5)

    await asyncio.gather(exchange("one"), exchange("two"))
    assert told == ["one begins", "two begins", "one over one", "two over two"]


@pytest.mark.parametrize(
    ("happens", "error"),
    [
        (lambda connection, _: connection.data_received(OK), ConnectionLost),
        (lambda connection, _: connection.connection_lost(None), ConnectionLost),
        (lambda _, asked: asked.cancel(), asyncio.CancelledError),
    ],
    ids=["an answer comes", "the connection ends", "it is given up"],
)
async def test_a_request_that_has_not_gone_out_has_no_answer_and_goes_out_no_more(happens, error):
    told, evidence = [], Evidence()
    connection = wired("one", told)
    loop = asyncio.get_running_loop()
    asked = asyncio.ensure_future(connection.exchange(b"one", evidence, until=loop.time() + 5))
    loop.call_soon(happens, connection, asked)  # behind its beginning, and before the turn in which it would go out
    with pytest.raises(error):
        await asked
    await asyncio.sleep(0)
    assert (told, evidence.status, evidence.stage, connection.is_open) == ([], None, Stage.SENDING, False)


async def test_a_post_that_is_given_up_takes_its_socket_with_it():
    asked = asyncio.Event()

    async def mute(writer):
        asked.set()
        await writer.wait_closed()

    async with receiving(mute) as receiver, sending(timeout_seconds=60) as sender:
        before = descriptors()
        task = asyncio.create_task(post(sender, receiver))
        await asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await until(lambda: not sender.exchanges.pool._open)
        receiver.hang_up()
        await until(lambda: descriptors() <= before)


@pytest.mark.parametrize("header", ["a\r\nX-Other: b", "a\nb", "a\rb", "a\0b"])
async def test_a_header_that_would_become_two_is_not_sent(header):
    async with receiving(status("200 OK")) as receiver, sending() as sender:
        answer = await sender.post(f"http://127.0.0.2:{receiver.port}/", body=b"", headers={"X-One": header})
        assert answer.fault is Fault.INTERNAL
        assert receiver.connections == 0


@pytest.mark.parametrize("path", ["\u2603", "a%0d%0ab", "?q=%20", "?q=\u2603", "#\u2603"])
async def test_nothing_in_a_url_ends_the_request_line(path):
    async with receiving(status("200 OK")) as receiver, sending() as sender:
        answer = await sender.post(f"http://127.0.0.2:{receiver.port}/{path}", body=b"", headers={})
        [(head, _)] = receiver.requests
    assert answer.status == 200
    assert [line.split(b":")[0] for line in head.split(b"\r\n")[1:] if line] == [
        b"Host",
        b"Accept",
        b"Accept-Encoding",
        b"User-Agent",
        b"Content-Length",
    ]
    assert len(head.split(b"\r\n")[0].split(b" ")) == 3


async def test_a_url_with_a_password_is_not_used():
    async with sending() as sender:
        answer = await sender.post("http://user:secret@127.0.0.2/", body=b"", headers={})
    assert answer.fault is Fault.TARGET_FORBIDDEN
    assert "secret" not in answer.diagnosis


def test_random_answers_are_answers_or_faults_and_leave_nothing_behind():
    """All over real sockets: what is thrown at the sender never comes out of it as an error."""
    noise = b""

    async def behave(writer):
        await saying(noise)(writer)

    async def one():
        answer = await post(sender, receiver)
        assert answer.status or answer.fault in {Fault.BAD_ANSWER, Fault.CONNECTION_LOST}
        await until(lambda: not sender.exchanges.pool.idle and not sender.exchanges.pool._open)

    @settings(max_examples=60, deadline=None)
    @given(drawn=st.binary(max_size=300), start=st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 ", OK]))
    def check(drawn, start):
        nonlocal noise
        noise = start + drawn
        runner.run(one())

    with asyncio.Runner() as runner:
        receivers, senders = receiving(behave), sending(timeout_seconds=5)
        receiver, sender = runner.run(receivers.__aenter__()), runner.run(senders.__aenter__())
        check()
        runner.run(senders.__aexit__(None, None, None))
        runner.run(receivers.__aexit__(None, None, None))
