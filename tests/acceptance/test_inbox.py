"""An inbox of a real server whose way out is closed: callbacks arrive, and nothing else becomes reachable."""

import pytest

from tests.acceptance.server import SECRET, Server, until

CLOSED = {"EGRESS_ALLOW": None, "CALLBACK_RETRY_DELAYS": "0.1,0.1,0.1"}
ED25519 = "whsk_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


@pytest.fixture
def server(tmp_path):
    with Server(tmp_path, **CLOSED, SIGNING_SECRETS=f"{SECRET},{ED25519}", CALLBACK_TIMEOUT_SECONDS="1") as server:
        yield server


def arrived(server, count, name="mine"):
    def items():
        found = server.ask("GET", f"/inbox/{name}")["data"]["items"]
        return found if len(found) >= count else None

    return until(items, f"{count} callbacks in {name}")


def receipts(server, task_id, count):
    """The receipts of a task's callback, once there are so many."""

    def found():
        answer = server.ask("GET", f"/api/v1/deliveries/msg_{task_id}")
        told = answer["data"]["receipts"] if answer["code"] == 200 else []
        return told if len(told) >= count else None

    return until(found, f"{count} receipts")


def url(server, name="mine"):
    return f"http://127.0.0.1:{server.port}/inbox/{name}"


def test_a_callback_arrives_verified_though_no_network_is_open(server):
    task_id = server.submit(callback_url=url(server))
    [item] = arrived(server, 1)
    assert (item["taskId"], item["code"], item["webhookId"]) == (task_id, 200, f"msg_{task_id}")
    assert item["verifies"] is True
    assert item["signatures"] == {
        "webhook-signature v1 1": True,
        "webhook-signature v1a 2": True,
        "X-Webhook-Signature": True,
    }
    [receipt] = receipts(server, task_id, 1)
    assert (receipt["verdict"], receipt["address"], receipt["phases"]["connectMs"]) == ("delivered", "inbox", None)


def test_one_that_answers_503_twice_gets_the_third_attempt_with_the_same_id(server):
    assert server.ask("PUT", "/inbox/mine", {"status": 503, "times": 2})["code"] == 200
    task_id = server.submit(callback_url=url(server))
    told = receipts(server, task_id, 3)
    assert [(receipt["verdict"], receipt["status"]) for receipt in told] == [
        ("retry", 503),
        ("retry", 503),
        ("delivered", 200),
    ]
    items = arrived(server, 3)
    assert {(item["webhookId"], item["body"], item["verifies"]) for item in items} == {
        (f"msg_{task_id}", items[0]["body"], True)
    }


def test_every_misbehaviour_is_seen_in_the_receipts(server):
    for told, fault in (
        ({"reset": True}, "connection_lost"),
        ({"delaySeconds": 30}, "timed_out"),
        ({"redirectTo": "https://elsewhere.test/"}, "redirected"),
        ({"slowBody": True}, None),
        ({"status": 410}, "gone"),
    ):
        name = next(iter(told))
        server.ask("PUT", f"/inbox/{name}", told)
        receipt = receipts(server, server.submit(callback_url=url(server, name)), 1)[0]
        assert receipt["fault"] == fault


def test_a_sample_can_be_sent_to_an_inbox(server):
    answer = server.ask("POST", "/api/v1/callbacks/test", {"url": url(server)})
    assert (answer["code"], answer["data"]["verdict"]) == (200, "delivered")
    assert arrived(server, 1)[0]["verifies"] is True


def test_nothing_else_of_the_server_or_its_machine_is_reachable_by_that(server):
    port = server.port
    own = f"http://127.0.0.1:{port}"
    for callback_url in (
        f"{own}/api/v1/chat/credit",
        f"{own}/inbox/../api/v1/chat/credit",
        f"{own}/inbox/a/b",
        f"{own}/inbox/%2e%2e",
        f"{own}/inbox/a?b",
        f"{own}/inbox/",
        f"http://127.0.0.1:{port + 1}/inbox/a",
        f"http://localhost:{port}/inbox/a",
        f"http://127.1:{port}/inbox/a",
        f"http://[::1]:{port}/inbox/a",
        f"http://127.0.0.2:{port}/inbox/a",
    ):
        wish = {"size": "1:1", "prompt": "a tree", "callBackUrl": callback_url}
        answer = server.ask("POST", "/api/v1/gpt4o-image/generate", wish)
        assert (answer["code"], answer["msg"].partition(":")[0]) == (422, "callBackUrl is not usable"), callback_url


def test_what_has_arrived_outlives_a_restart(tmp_path):
    server = Server(tmp_path, **CLOSED)
    with server:
        server.ask("PUT", "/inbox/mine", {"status": 500, "times": 1})
        task_id = server.submit(callback_url=url(server))
        receipts(server, task_id, 2)
        server.stop()
    with server:
        assert {item["taskId"] for item in arrived(server, 2)} == {task_id}


def test_behind_an_https_name_an_inbox_is_reached_without_tls(tmp_path):
    with Server(tmp_path, **CLOSED, PUBLIC_URL="https://images.example/pictures/") as server:
        task_id = server.submit(callback_url="https://images.example/pictures/inbox/mine")
        assert arrived(server, 1)[0]["taskId"] == task_id
