"""Commands beside a real server: what they do is done by the server, once, and disturbs nothing."""

import json
import threading
from collections import Counter
from pathlib import Path

from standardwebhooks import Webhook, WebhookVerificationError

from heliograph.adapters.clock import began_in
from heliograph.domain.signature import compat_signature
from heliograph.receiver import read_callback
from tests.acceptance.server import Receiver, Server, until

NO_RETRIES = {"CALLBACK_RETRY_DELAYS": "", "CALLBACK_TIMEOUT_SECONDS": "100"}


def rows(server, *words):
    return [json.loads(line) for line in server.command("deliveries", "--json", *words).splitlines()]


def states(server):
    """Over HTTP, which is quicker to ask again and again than a command."""
    return Counter(each["state"] for each in server.ask("GET", "/api/v1/deliveries")["data"]["items"])


def test_a_replay_by_the_command_is_sent_by_the_running_server_exactly_once(tmp_path):
    answered = threading.Event()
    with Server(tmp_path, **NO_RETRIES) as server, Receiver() as receiver:
        receiver.answers = {"/down": 503, "/slow": lambda: (200, {}) if answered.wait(100) else (500, {})}
        down = [server.submit(callback_url=f"{receiver.url}/down") for _ in range(5)]
        slow = server.submit(callback_url=f"{receiver.url}/slow")
        until(lambda: states(server) == {"given_up": 5, "sending": 1}, "five are given up")
        until(lambda: receiver.of(slow), "the slow one is on its way")
        receiver.answers["/down"] = 200
        assert server.command("replay", "--state", "given_up", "--dry-run").startswith("Would send 5 again")
        assert server.command("replay", "--host", "127.0.0.1").startswith("Sends 5 again; the last at ")
        told = server.command("replay", slow)
        assert told == "Sends 0 again; 1 under way, left alone\n"
        until(lambda: states(server) == {"delivered": 5, "sending": 1}, "the five are delivered")
        [row] = rows(server, "--state", "sending")
        assert row["taskId"] == slow
        answered.set()
        until(lambda: states(server) == {"delivered": 6}, "the slow one is delivered")
        assert server.stop() == 0
        assert [len(receiver.of(task_id)) for task_id in [*down, slow]] == [2] * 5 + [1]
        assert not [line for line in server.lines("swept") if line["what"] == "expired_claims"]
        # Without a server it is written down all the same, and the next one sends it.
        assert server.command("replay", "--json", down[0], f"msg_{slow}")
        server.start()
        until(lambda: len(receiver.of(slow)) == 2 and len(receiver.of(down[0])) == 3, "sent after the start")


class Early(Server):
    """It has begun before the machine's clock was set an hour forward."""

    program = "tests.acceptance.hour_behind"

    def __init__(self, folder, **settings):
        super().__init__(folder, **settings)
        self.environment["PYTHONPATH"] = str(Path(__file__).parents[2])


def test_a_replay_is_sent_at_once_by_a_server_that_began_before_the_machines_clock_was_set(tmp_path):
    with Early(tmp_path, **NO_RETRIES) as server, Receiver() as receiver:
        receiver.answers = {"/down": 503}
        task_id = server.submit(callback_url=f"{receiver.url}/down")
        until(lambda: states(server) == {"given_up": 1}, "it is given up")
        receiver.answers["/down"] = 200
        assert server.command("replay", "--since", "30m", "--dry-run") == "Would send 1 again\n"
        assert server.command("replay", task_id).startswith("Sends 1 again")
        until(lambda: states(server) == {"delivered": 1}, "it is delivered")
        server.kill()
        # The clock of a server that is gone is nobody's.
        assert began_in(server.folder / "data") is None


def test_a_sample_is_sent_as_the_server_would(tmp_path):
    server = Server(tmp_path, SIGNING_SECRETS=None)
    with server, Receiver() as receiver:
        secret = server.err.split("Signing secret, shown only now: ")[1].split()[0]
        receiver.answers = {"/down": 503}
        assert "attempt 1: delivered" in server.command("callback-test", receiver.url)
        [sample] = receiver.arrivals
        assert Webhook(secret).verify(sample.body.decode(), sample.headers)["code"] == 200
        receipt = json.loads(server.command("callback-test", "--json", receiver.url))
        assert (receipt["verdict"], receipt["status"]) == ("delivered", 200)
        server.command("callback-test", f"{receiver.url}/down", status=1)
        # This server itself, and what is inside: the same sentence as at submit.
        for url in (f"http://127.0.0.1:{server.port}/", "http://127.0.0.2/", "ftp://example.com/"):
            assert "URL is not usable: send an absolute http or https URL" in server.command(
                "callback-test", url, status=1
            )
        assert rows(server) == []


def verifies(secret, arrival):
    try:
        Webhook(secret).verify(arrival.body.decode(), arrival.headers)
    except WebhookVerificationError:
        return False
    return True


def signatures(arrival):
    return [one.partition(",")[0] for one in arrival.headers["webhook-signature"].split()]


def called_back(server, receiver):
    task_id = server.submit(callback_url=receiver.url)
    [arrival] = until(lambda: receiver.of(task_id), "the callback")
    signed_with = {
        secret
        for secret in server.known
        if arrival.headers["x-webhook-signature"]
        == compat_signature(secret, task_id, int(arrival.headers["x-webhook-timestamp"]))
    }
    return arrival, signed_with


def test_a_secret_is_rotated_while_the_server_runs(tmp_path):
    with Server(tmp_path, SIGNING_SECRETS=None) as server, Receiver() as receiver:
        old = server.err.split("Signing secret, shown only now: ")[1].split()[0]
        server.known = [old]
        before, compat = called_back(server, receiver)
        assert (signatures(before), verifies(old, before), compat) == (["v1"], True, {old})

        new = server.command("secrets", "rotate", "--overlap", "15s").strip()
        server.known = [old, new]
        until(lambda: len(signatures(called_back(server, receiver)[0])) == 2, "the new one signs beside it")
        during, compat = called_back(server, receiver)
        assert (signatures(during), verifies(old, during), verifies(new, during)) == (["v1", "v1"], True, True)
        assert compat == {old}

        until(lambda: len(signatures(called_back(server, receiver)[0])) == 1, "the old one has ended", 30)
        after, compat = called_back(server, receiver)
        assert (signatures(after), verifies(old, after), verifies(new, after)) == (["v1"], False, True)
        assert compat == {new}

        server.command("secrets", "rotate", "--kind", "ed25519")
        until(lambda: signatures(called_back(server, receiver)[0]) == ["v1", "v1a"], "the public-key one signs")
        [public] = [word for word in server.command("secrets", "list").split() if word.startswith("whpk_")]
        arrival, _ = called_back(server, receiver)
        assert read_callback(arrival.body, arrival.headers, secrets=[public]).code == 200
        assert len(json.loads(server.call("GET", "/.well-known/jwks.json")[1])["keys"]) == 1
        listed = server.command("secrets", "list")
        assert new not in listed
        assert old not in listed
        assert "whsk_" not in listed


def test_a_rotated_secret_outlives_the_server(tmp_path):
    server = Server(tmp_path, SIGNING_SECRETS=None)
    with server:
        assert server.stop() == 0
    new = server.command("secrets", "rotate", "--overlap", "0").strip()
    with server, Receiver() as receiver:
        task_id = server.submit(callback_url=receiver.url)
        [arrival] = until(lambda: receiver.of(task_id), "the callback")
        assert (signatures(arrival), verifies(new, arrival)) == (["v1"], True)
