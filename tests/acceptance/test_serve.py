"""`heliograph serve` as a process: what it prints, how it stops and calls back, and why it does not start."""

import base64
import json
import re
import signal
import socket
import sqlite3
import threading
import time
from contextlib import closing
from itertools import pairwise
from urllib.parse import urlencode

import pytest
from standardwebhooks import Webhook

from tests.acceptance.server import END_SECONDS, KEY, SECRET, Receiver, Server, free_port, until

SHOWN_KEY = re.compile(r"^API key, shown only now: +(hg_\S+)$", re.MULTILINE)
SHOWN_SECRET = re.compile(r"^Signing secret, shown only now: +(whsec_\S+)$", re.MULTILINE)


@pytest.fixture
def receiver():
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def server(tmp_path):
    """A server that retries fast."""
    with Server(tmp_path, CALLBACK_RETRY_DELAYS="0.2,0.2,0.2") as server:
        yield server


def attempts_of(server, task_id, verdict):
    """The log lines of a task's attempts, once one has this verdict."""

    def lines():
        lines = [line for line in server.lines("delivery.attempted") if line["task"] == task_id]
        return lines if any(line["verdict"] == verdict for line in lines) else None

    return until(lines, f"an attempt that is {verdict}")


def receipts_of(server, task_id):
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as db:
        query = "SELECT attempt, verdict, status, fault, diagnosis FROM receipt WHERE delivery_id = ? ORDER BY seq"
        return db.execute(query, (f"msg_{task_id}",)).fetchall()


# --- the first start


def test_the_first_start_shows_a_key_and_a_secret_that_work_and_no_other_start_does(tmp_path, receiver):
    server = Server(tmp_path, API_KEYS=None, SIGNING_SECRETS=None)
    with server:
        [key], [secret] = SHOWN_KEY.findall(server.err), SHOWN_SECRET.findall(server.err)
        assert server.call("GET", "/api/v1/chat/credit", key=key)[0] == 200
        assert server.call("GET", "/api/v1/chat/credit", key=f"{key}x")[0] == 401
        task_id = server.submit(callback_url=receiver.url, key=key)
        [arrival] = until(lambda: receiver.of(task_id), "the callback")
        Webhook(secret).verify(arrival.body, arrival.headers)
        assert server.stop() == 0
    with server:
        assert len(SHOWN_KEY.findall(server.err)) == 1
        assert len(SHOWN_SECRET.findall(server.err)) == 1
        assert server.call("GET", "/api/v1/chat/credit", key=key)[0] == 200
        assert server.stop() == 0
    assert key not in server.out
    assert secret not in server.out
    for path in (tmp_path / "data").rglob("*"):
        if path.is_file():
            assert key.encode() not in path.read_bytes(), path


def test_configured_keys_and_secrets_are_never_shown(server):
    assert "shown only now" not in server.err
    assert SECRET not in server.err + server.out
    assert "127.0.0.1/32" in server.err  # what may be dialled besides public addresses is told


def test_a_proxy_is_told_at_the_start_without_its_password_and_carries_the_callbacks(tmp_path, receiver):
    proxy = f"127.0.0.1:{free_port()}"
    with Server(tmp_path, EGRESS_PROXY=f"http://user:pass-word@{proxy}", CALLBACK_RETRY_DELAYS="") as server:
        task_id = server.submit(callback_url=f"{receiver.url}/back")
        until(lambda: server.lines("delivery.attempted"), "the attempt")
        [line] = server.lines("delivery.attempted")
        assert server.stop() == 0
    assert f"All goes out through the proxy {proxy}: it looks the names up, so its rules are the guard" in server.err
    assert "pass-word" not in server.err + server.out
    assert (line["fault"], line["address"]) == ("proxy_failed", None)
    assert not receiver.of(task_id)


# --- stopping


def test_a_stop_waits_for_the_callback_that_is_on_its_way(tmp_path, receiver):
    answer = threading.Event()

    def slowly():
        answer.wait(10)
        return 200, {}

    receiver.answers["/slow"] = slowly
    server = Server(tmp_path)
    with server:
        task_id = server.submit(callback_url=f"{receiver.url}/slow")
        until(lambda: receiver.of(task_id), "the callback")
        server.signal(signal.SIGTERM)
        time.sleep(0.3)
        assert server.process.poll() is None
        answer.set()
        assert server.wait() == 0
    assert [receipt[:3] for receipt in receipts_of(server, task_id)] == [(1, "delivered", 200)]
    with server:
        until(lambda: b'"sending"} 0.0' in server.call("GET", "/metrics")[1], "nothing is being sent")
        assert server.stop() == 0
    assert len(receiver.of(task_id)) == 1


def test_a_callback_that_outlives_the_grace_is_given_back_and_sent_by_the_next_process(tmp_path, receiver):
    stop = threading.Event()

    def first_time_never():
        if len(receiver.arrivals) == 1:
            stop.wait(10)
        return 200, {}

    receiver.answers["/slow"] = first_time_never
    server = Server(tmp_path, SHUTDOWN_GRACE_SECONDS="0.3")
    with server:
        task_id = server.submit(callback_url=f"{receiver.url}/slow")
        until(lambda: receiver.of(task_id), "the callback")
        assert server.stop() == 0
    stop.set()
    with server:
        first, second = until(lambda: len(receiver.of(task_id)) == 2 and receiver.of(task_id), "the second callback")
        assert server.stop() == 0
    assert (first.webhook_id, first.body) == (second.webhook_id, second.body)
    assert [receipt[:3] for receipt in receipts_of(server, task_id)] == [(1, "delivered", 200)]


def test_a_task_that_outlives_the_grace_is_given_back_and_ends_in_the_next_process(tmp_path, receiver):
    server = Server(tmp_path, SHUTDOWN_GRACE_SECONDS="0.3")
    with server:
        task_id = server.submit("wait #delay=2", receiver.url)
        assert server.record(task_id)["successFlag"] == 0
        began = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - began < 5
        assert receiver.arrivals == []
        assert [line["count"] for line in server.lines("swept") if line["what"] == "claims_given_back"] == [1]
    with server:
        assert server.ended(task_id)["status"] == "SUCCESS"
        until(lambda: receiver.of(task_id), "the callback")
        assert server.stop() == 0
    assert len(receiver.of(task_id)) == 1


def test_a_stop_under_load_loses_nothing(tmp_path, receiver):
    server = Server(tmp_path)
    acknowledged = []

    def submit():
        while True:
            try:
                acknowledged.append(server.submit("x #delay=0.1", receiver.url))
            except (OSError, AssertionError, ValueError):
                return

    with server:
        threads = [threading.Thread(target=submit) for _ in range(4)]
        for thread in threads:
            thread.start()
        until(lambda: len(acknowledged) > 50, "a load")
        assert server.stop() == 0
        for thread in threads:
            thread.join()
    with server:
        assert {server.ended(task_id)["status"] for task_id in acknowledged} == {"SUCCESS"}
        until(lambda: set(acknowledged) <= {one.task_id for one in list(receiver.arrivals)}, "every callback")
        assert server.stop() == 0
    assert len(receiver.arrivals) == len({one.webhook_id for one in receiver.arrivals})


# --- not starting


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "0"),
        ("EGRESS_ALLOW", "10.0.0.1/8"),
        ("SIGNING_SECRETS", "whsec_short"),
        ("SUBMIT_RATE", "many"),
        ("GENERATOR", "magic"),
        ("CALLBACK_RETRY_DELAYS", "10,-1"),
    ],
)
def test_a_setting_that_is_wrong_ends_the_start_with_its_name(tmp_path, name, value):
    server = Server(tmp_path, **{name: value})
    server.launch()
    assert server.wait() == 1
    assert server.err.startswith("heliograph: ")
    assert f"HELIOGRAPH_{name}: " in server.err
    assert "Traceback" not in server.err + server.out
    assert not (tmp_path / "data").exists()


def test_a_port_that_is_taken_ends_the_start_with_a_sentence(tmp_path):
    server = Server(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", server.port))
        taken.listen()
        server.launch()
        assert server.wait() == 1
    assert f"heliograph: 127.0.0.1:{server.port} cannot be listened on" in server.err
    assert "Traceback" not in server.err + server.out


def test_a_second_server_on_the_same_folder_ends_with_a_sentence_and_the_first_goes_on(server, tmp_path):
    second = Server(tmp_path / "second", DATA_DIR=tmp_path / "data")
    second.launch()
    assert second.wait() == 1
    assert second.err.startswith("heliograph: ")
    assert str(tmp_path / "data") in second.err
    assert "Traceback" not in second.err
    assert server.ended(server.submit())["status"] == "SUCCESS"


def test_a_folder_that_cannot_be_used_ends_the_start_with_a_sentence(tmp_path):
    (tmp_path / "data").write_text("a file")
    server = Server(tmp_path)
    server.launch()
    assert server.wait() == 1
    assert server.err.startswith("heliograph: ")
    assert str(tmp_path / "data") in server.err
    assert "Traceback" not in server.err


# --- calling back


def test_every_finished_step_is_one_line_of_json(server, receiver):
    task_id = server.submit(callback_url=receiver.url)
    attempts_of(server, task_id, "delivered")
    lines = [line for line in server.lines() if line.get("task") == task_id]
    assert [line["event"] for line in lines] == ["task.accepted", "task.ended", "delivery.attempted"]
    for line in server.lines():
        assert list(line)[:3] == ["timestamp", "level", "event"]
    attempt = lines[-1]
    assert (attempt["delivery"], attempt["attempt"], attempt["status"]) == (f"msg_{task_id}", 1, 200)
    assert (attempt["verdict"], attempt["fault"], attempt["address"]) == ("delivered", None, "127.0.0.1")


def test_a_receiver_that_fails_gets_four_attempts_with_one_id_and_the_same_bytes(server, receiver):
    receiver.answers["/broken"] = 503
    task_id = server.submit(callback_url=f"{receiver.url}/broken")
    lines = attempts_of(server, task_id, "give_up")
    arrivals = receiver.of(task_id)
    assert len(arrivals) == len(lines) == 4
    assert len({(arrival.webhook_id, arrival.body) for arrival in arrivals}) == 1
    for before, after in pairwise(arrivals):
        assert 0.15 < after.at - before.at < 3
    for arrival in arrivals:
        Webhook(SECRET).verify(arrival.body, arrival.headers)
    assert [(line["attempt"], line["verdict"]) for line in lines] == [
        (1, "retry"),
        (2, "retry"),
        (3, "retry"),
        (4, "give_up"),
    ]
    assert [receipt[2:4] for receipt in receipts_of(server, task_id)] == [(503, "server_fault")] * 4
    until(lambda: b'"owed"} 0.0' in server.call("GET", "/metrics")[1], "nothing is owed")


def test_a_receiver_that_recovers_gets_no_more_than_it_needs(server, receiver):
    receiver.answers["/later"] = lambda: (200 if len(receiver.arrivals) > 2 else 500, {})
    task_id = server.submit(callback_url=f"{receiver.url}/later")
    assert [line["verdict"] for line in attempts_of(server, task_id, "delivered")] == ["retry", "retry", "delivered"]


def test_every_attempt_is_signed_afresh(server, receiver):
    receiver.answers["/later"] = lambda: (200 if len(receiver.arrivals) > 1 else 503, {"Retry-After": "2"})
    task_id = server.submit(callback_url=f"{receiver.url}/later")
    attempts_of(server, task_id, "delivered")
    first, second = receiver.of(task_id)
    assert second.at - first.at > 1.8  # as the receiver asked
    assert int(second.headers["webhook-timestamp"]) > int(first.headers["webhook-timestamp"])
    assert second.headers["webhook-signature"] != first.headers["webhook-signature"]
    for arrival in (first, second):
        Webhook(SECRET).verify(arrival.body, arrival.headers)
        assert len(base64.b64decode(arrival.headers["x-webhook-signature"])) == 32


def test_a_receiver_that_is_gone_is_asked_once(server, receiver):
    receiver.answers["/gone"] = 410
    task_id = server.submit(callback_url=f"{receiver.url}/gone")
    [line] = attempts_of(server, task_id, "give_up")
    assert (line["status"], line["fault"]) == (410, "gone")
    assert len(receiver.of(task_id)) == 1


def test_a_redirect_is_a_failure_and_is_not_followed(server, receiver):
    with Receiver() as target:
        receiver.answers["/moved"] = lambda: (307, {"Location": f"{target.url}/back"})
        task_id = server.submit(callback_url=f"{receiver.url}/moved")
        lines = attempts_of(server, task_id, "give_up")
        assert {line["fault"] for line in lines} == {"redirected"}
        assert lines[0]["diagnosis"].startswith(f"answered 307 to {target.url}: ")
        [receipt, *_] = server.ask("GET", f"/api/v1/deliveries/{lines[0]['delivery']}")["data"]["receipts"]
        assert receipt["diagnosis"].startswith(f"answered 307 to {target.url}/back: ")
        assert len(receiver.of(task_id)) == 4
        assert target.arrivals == []


def test_loopback_and_the_server_itself_are_refused_at_submit_unless_opened(tmp_path, receiver):
    port = receiver.url.rpartition(":")[2]
    hosts = ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "127.1", "2130706433")
    with Server(tmp_path / "closed", EGRESS_ALLOW=None) as server:
        assert [refused(server, f"http://{host}:{port}/") for host in hosts] == [True] * len(hosts)
    with Server(tmp_path / "open", EGRESS_ALLOW="127.0.0.0/8,::1/128", EGRESS_DENY="127.0.0.2/32") as server:
        assert refused(server, f"http://127.0.0.2:{port}/")
        assert refused(server, f"http://127.0.0.1:{server.port}/files/x")
        task_id = server.submit(callback_url=receiver.url)
        until(lambda: receiver.of(task_id), "the callback")
    assert len(receiver.arrivals) == 1


def refused(server, callback_url):
    wish = {"size": "1:1", "prompt": "a red bicycle", "callBackUrl": callback_url}
    answer = server.ask("POST", "/api/v1/gpt4o-image/generate", wish)
    return answer["code"] == 422 and answer["msg"].startswith("callBackUrl is not usable")


def test_a_rehearsed_duplicate_arrives_twice_with_one_id(server, receiver):
    task_id = server.submit("twice #duplicate=2", receiver.url)
    first, second = until(lambda: len(receiver.of(task_id)) == 2 and receiver.of(task_id), "both callbacks")
    assert (first.webhook_id, first.body) == (second.webhook_id, second.body)


def test_a_failure_is_called_back_with_its_code(server, receiver):
    for code in (400, 451, 500):
        task_id = server.submit(f"#fail={code}", receiver.url)
        [arrival] = until(lambda task_id=task_id: receiver.of(task_id), "the callback")
        record = server.ended(task_id)
        expected = {"code": code, "msg": record["errorMessage"], "data": {"taskId": task_id, "info": None}}
        assert json.loads(arrival.body) == expected
        assert record["errorCode"] == code


def test_the_links_of_a_callback_give_the_pictures(server, receiver):
    task_id = server.submit("four", receiver.url, nVariants=4)
    [arrival] = until(lambda: receiver.of(task_id), "the callback")
    urls = json.loads(arrival.body)["data"]["info"]["result_urls"]
    assert len(urls) == 4
    assert urls == server.ended(task_id)["response"]["resultUrls"]
    for url in urls:
        status, content = server.call("GET", url.removeprefix(f"http://127.0.0.1:{server.port}"))
        assert (status, content[:8]) == (200, b"\x89PNG\r\n\x1a\n")


def test_a_body_that_is_too_large_gets_its_sentence_over_a_real_connection(server):
    size = 3_000_000
    lines = ["POST /api/v1/gpt4o-image/generate HTTP/1.1", "Host: a", f"Authorization: Bearer {KEY}"]
    head = "\r\n".join([*lines, f"Content-Length: {size}", "", ""]).encode()
    with socket.create_connection(("127.0.0.1", server.port), timeout=END_SECONDS) as connection:
        connection.sendall(head + b" " * size)
        answer = connection.recv(65536)
        while not answer.endswith(b"}"):
            more = connection.recv(65536)
            assert more, answer
            answer += more
    assert answer.startswith(b"HTTP/1.1 200")
    assert b'"code":400' in answer
    assert server.ended(server.submit())["status"] == "SUCCESS"


def test_a_callback_that_was_given_up_is_found_explained_and_sent_again(tmp_path):
    with Server(tmp_path, CALLBACK_RETRY_DELAYS="0.05") as server, Receiver({"/back": 503}) as receiver:
        task_id = server.submit(callback_url=f"{receiver.url}/back")
        until(lambda: deliveries(server, state="given_up"), "the end of the attempts")
        [lost] = deliveries(server, taskId=task_id)
        shown = server.ask("GET", f"/api/v1/deliveries/{lost['id']}")["data"]
        assert [receipt["verdict"] for receipt in shown["receipts"]] == ["retry", "give_up"]
        assert [receipt["status"] for receipt in shown["receipts"]] == [503, 503]
        receiver.answers["/back"] = 200
        answers = [server.ask("POST", f"/api/v1/deliveries/{lost['id']}/replay") for _ in range(2)]
        assert [answer["code"] for answer in answers] == [200, 200]
        until(lambda: deliveries(server, state="delivered"), "the replay")
        arrivals = receiver.of(task_id)
    assert len({(arrival.webhook_id, arrival.body) for arrival in arrivals}) == 1
    assert 1 <= len(arrivals) - 2 <= len(answers)


def deliveries(server, **query):
    return server.ask("GET", "/api/v1/deliveries?" + urlencode(query))["data"]["items"]
