"""`heliograph check` beside a running server: it finds what is there, and disturbs nothing."""

import json
import subprocess
import sys

from tests.acceptance.server import KEY, SECRET, Receiver, Server, until
from tests.chains import Chain, pem


def checked(server, *words, **settings):
    """Exit status, what was found as (name, level), and all that was printed."""
    done = subprocess.run(
        [sys.executable, "-m", "heliograph", "check", "--json", *words],
        env=server.environment | {f"HELIOGRAPH_{name}": value for name, value in settings.items()},
        cwd=server.folder, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    found = [json.loads(line) for line in done.stdout.splitlines()]
    # How full this machine's disk is, and how many descriptors it gives, is not the server's doing.
    levels = [(one["name"], one["level"]) for one in found if one["name"] not in {"disk", "descriptors"}]
    return done.returncode, levels, done.stdout + done.stderr


def test_beside_a_running_server_all_is_well_and_the_sample_arrives(tmp_path):
    chain = Chain()
    (tmp_path / "certificates.pem").write_bytes(chain.certificates)
    (tmp_path / "key.pem").write_bytes(pem(chain.key))
    signing = {"C2PA_CERTIFICATE": str(tmp_path / "certificates.pem"), "C2PA_KEY": str(tmp_path / "key.pem")}
    with Server(tmp_path, **signing) as server, Receiver() as receiver:
        task_id = server.submit(callback_url=receiver.url)
        until(lambda: receiver.of(task_id), "the callback")
        status, found, said = checked(server, "--thorough", "--callback", receiver.url, "--send")
        assert (status, found) == (0, [(name, "ok") for name in (
            "settings", "public url", "database", "database file", "database file", "pictures", "api keys", "secrets",
            "policy", "signing", "rules", "connection", "sample", "clock",
        )])  # fmt: skip
        assert f"process {server.process.pid} works on it" in said
        [_, sample] = receiver.arrivals
        assert sample.webhook_id.startswith("msg_test_")
        assert sample.headers["webhook-signature"]
        assert KEY not in said
        assert SECRET not in said
        assert [path.name for path in (tmp_path / "data/images").glob("*/heliograph-check*")] == []
        assert [one["taskId"] for one in server.ask("GET", "/api/v1/deliveries")["data"]["items"]] == [task_id]
        assert server.stop() == 0
    assert server.lines("step.failed") == []


def test_what_is_wrong_is_told_and_ends_with_1(tmp_path):
    with Server(tmp_path) as server, Receiver() as receiver:
        url = receiver.url
    status, found, said = checked(server, "--callback", url, "--send", API_KEY="hg_a-secret", HOST="::")
    assert status == 1
    assert [one for one in found if one[1] != "ok"] == [
        ("settings", "warning"), ("public url", "warning"), ("connection", "failed"),
    ]  # fmt: skip
    assert "do you mean HELIOGRAPH_API_KEYS?" in said
    assert "no server works on it" in said
    assert "a-secret" not in said
    status, found, said = checked(server, PORT="a-secret")
    assert (status, found, "a-secret" in said) == (1, [("settings", "failed")], False)


def test_people_get_one_line_each_and_a_sample_needs_to_know_where_to(tmp_path):
    with Server(tmp_path) as server:
        lines = server.command("check").splitlines()
        assert all(line.split()[0] in {"ok", "warning"} for line in lines)
        assert "--send needs --callback URL" in server.command("check", "--send", status=2)
