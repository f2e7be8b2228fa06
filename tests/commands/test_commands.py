"""What the commands print, and what they refuse."""

import json
from datetime import UTC, datetime, timedelta

import click
import pytest
from click.testing import CliRunner

from heliograph.adapters.store.sqlite import SqliteStore, migrate_folder
from heliograph.cli import main
from heliograph.commands.moments import brief, duration, moment, shown
from heliograph.commands.screen import plain
from heliograph.domain.delivery import DeliveryState, Lane, settled
from heliograph.domain.records import Settlement
from heliograph.domain.signature import fingerprint, parse_secret
from heliograph.domain.task import started
from heliograph.domain.verdict import Answer, Fault, Phases, Verdict
from tests.samples import SECRET, US, a_delivery, a_receipt, a_task, success

NOW = datetime.now(UTC).replace(microsecond=0)
BROKEN = Answer(
    status=503,
    fault=Fault.SERVER_FAULT,
    diagnosis="the receiver answered 503",
    address="192.0.2.1",
    phases=Phases(dns_ms=1.5, first_byte_ms=20),
    excerpt="[red]sorry\x1b[2J",
)
HOST = "a-receiver-with-a-rather-long-name.example.com"


async def filled(folder):
    """One callback that was given up yesterday, and one that is owed in an hour."""
    store = await SqliteStore.open(folder)
    await store.signing_secrets(now=NOW, candidate=SECRET.text)
    ids = []
    for minutes_ago in (30 * 60, 5 * 60 + 1):
        task = started(a_task(), owner=US)
        owed = a_delivery(task, created_at=NOW - timedelta(minutes=minutes_ago), due_at=NOW, lane=Lane(HOST))
        await store.record_tasks([task])
        await store.finish_tasks([success(task, delivery=owed)])
        [before] = await store.claim_deliveries(owner=US, limit=1, now=NOW, per_lane=1, in_flight={})
        ended = minutes_ago == 30 * 60
        verdict, again = (Verdict.GIVE_UP, None) if ended else (Verdict.RETRY, NOW + timedelta(hours=1, minutes=40))
        after = settled(before, BROKEN, verdict, next_attempt_at=again, at=NOW)
        receipt = a_receipt(before, answer=BROKEN, verdict=verdict, next_attempt_at=again)
        assert await store.settle_deliveries([Settlement(before=before, after=after, receipt=receipt)]) == [True]
        ids.append(before.id)
    await store.close()
    return ids


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("HELIOGRAPH_DATA_DIR", str(tmp_path))

    def run(*words, status=0):
        done = CliRunner().invoke(main, words)
        assert done.exit_code == status, done.output
        return done.output

    return run


@pytest.fixture
async def ids(tmp_path):
    return await filled(tmp_path)


def test_the_list_has_the_newest_first_and_cuts_nothing_off_where_nobody_watches(ids, run):
    heading, newest, oldest = run("deliveries").splitlines()
    assert heading.split() == ["id", "state", "host", "attempts", "last", "age", "next", "due"]
    assert newest.split() == [ids[1], "owed", HOST, "1", "503", "server_fault", "5h", "in", "1h"]
    assert oldest.split() == [ids[0], "given_up", HOST, "1", "503", "server_fault", "1d", "-"]
    _, only = run("deliveries", "--limit", "1").splitlines()
    assert only.split() == newest.split()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--state", "given_up"], [0]),
        (["--host", HOST.upper() + "."], [1, 0]),
        (["--host", "example.com"], []),
        (["--host", "\uff41" + HOST[1:]], [1, 0]),
        (["--fault", "server_fault", "--since", "10h"], [1]),
        (["--until", (NOW - timedelta(hours=10)).isoformat()], [0]),
        (["--since", "2999-01-01"], []),
    ],
)
def test_what_is_chosen_is_listed_as_one_object_a_line(ids, run, words, found):
    listed = [json.loads(line)["id"] for line in run("deliveries", "--json", *words).splitlines() if line[0] == "{"]
    assert listed == [ids[place] for place in found]


@pytest.mark.parametrize("prefix", ["", "msg_"])
def test_one_is_shown_with_all_that_its_attempts_came_to(ids, run, prefix):
    shown_ = run("deliveries", prefix + ids[1].removeprefix("msg_"))
    for words in (ids[1], "attempt 1: retry", "192.0.2.1", "look-up 1.5 ms, first byte 20.0 ms", BROKEN.diagnosis):
        assert words in shown_
    assert shown(NOW + timedelta(hours=1, minutes=40)) in shown_
    assert "[red]sorry\\x1b[2J" in shown_
    assert "\x1b" not in shown_
    [receipt] = json.loads(run("deliveries", ids[1], "--json"))["receipts"]
    assert receipt["fault"] == "server_fault"


def test_what_is_not_there_is_told_in_a_sentence(ids, run):  # noqa: ARG001
    for command in ("deliveries", "replay"):
        assert "there is no callback msg_nothing here" in run(command, "nothing", status=1)


def test_a_host_is_given_without_its_port(run):
    for command in ("deliveries", "replay"):
        assert "a host is given alone, without scheme, port and path" in run(command, "--host", "a.test:80", status=2)


def test_a_replay_has_to_say_of_what(ids, run):
    for words in ([], [ids[0], "--state", "given_up"], ["--dry-run"]):
        assert "which callbacks? Give IDs, or at least one of" in run("replay", *words, status=2)


def test_a_dry_run_counts_and_changes_nothing(ids, run):
    assert run("replay", "--since", "2d", "--dry-run") == "Would send 1 again\n"
    assert run("replay", "--until", "0s", "--dry-run").startswith("Would send ")
    assert run("replay", *ids, "--dry-run") == "Would send 2 again\n"
    assert [json.loads(line)["state"] for line in run("deliveries", "--json").splitlines()] == ["owed", "given_up"]


def test_without_a_state_what_was_given_up_is_sent_again(ids, run):
    told = json.loads(run("replay", "--host", HOST, "--json"))
    assert (told["replayed"], told["underWay"], told["dryRun"]) == (1, 0, False)
    [row] = [json.loads(line) for line in run("deliveries", ids[0], "--json").splitlines()]
    assert row["state"] == DeliveryState.OWED


def test_several_ids_are_spread_at_the_rate_of_the_setting(ids, run, monkeypatch):
    monkeypatch.setenv("HELIOGRAPH_REPLAY_RATE", "0.1")
    assert json.loads(run("replay", *ids, ids[0], "--json"))["replayed"] == 2
    second, first = [json.loads(line)["dueAt"] for line in run("deliveries", "--json").splitlines()]
    assert second - first == 10_000


def test_one_alone_goes_at_once_and_a_filter_behind_what_was_spread_before(ids, run, monkeypatch):
    monkeypatch.setenv("HELIOGRAPH_REPLAY_RATE", "0.01")
    first = json.loads(run("replay", "--host", HOST, "--json"))["dueUntil"]
    assert json.loads(run("replay", "--state", "owed", "--since", "10h", "--json"))["dueUntil"] == first + 100_000
    before = datetime.now(UTC).timestamp() * 1000
    assert before - 1 <= json.loads(run("replay", ids[1], "--json"))["dueUntil"] < first + 100_000


def test_nothing_is_sent_when_one_of_the_ids_is_unknown(ids, run):
    run("replay", ids[0], "nothing", status=1)
    assert json.loads(run("deliveries", ids[0], "--json"))["state"] == DeliveryState.GIVEN_UP


def test_secrets_are_told_apart_and_never_told(ids, run):  # noqa: ARG001
    new, *told = run("secrets", "rotate").splitlines()
    assert "1 older of its kind signs beside it until" in " ".join(told)
    key, *told = run("secrets", "rotate", "--kind", "ed25519").splitlines()
    public = parse_secret(key).public_text
    assert public in " ".join(told)
    listed = run("secrets", "list")
    for text in (SECRET.text, new, key):
        assert fingerprint(text) in listed
        assert text not in listed
    assert public in listed
    run("secrets", "rotate", "--overlap", "0")
    assert len(run("secrets", "list").splitlines()) == 3


def test_the_setting_wins_over_a_rotation(ids, run, monkeypatch):  # noqa: ARG001
    monkeypatch.setenv("HELIOGRAPH_SIGNING_SECRETS", SECRET.text)
    refused = run("secrets", "rotate", status=1)
    assert "HELIOGRAPH_SIGNING_SECRETS is set, and wins" in refused
    listed = run("secrets", "list")
    assert fingerprint(SECRET.text) in listed
    assert SECRET.text not in listed


def test_where_there_is_no_store_or_an_older_one_it_says_what_to_do(tmp_path, run):
    for words in (["deliveries"], ["secrets", "list"], ["callback-test", "http://127.0.0.1/"]):
        assert "set HELIOGRAPH_DATA_DIR" in run(*words, status=1)
    migrate_folder(tmp_path)
    assert run("deliveries") == "No callbacks.\n"


@pytest.mark.parametrize(
    "text",
    [
        *("2", "h", "-2h", "2w", "yesterday", "2026-13-01", "0001-01-01T00:00+14:00", "99999d"),
        *("1790112300", "17901123", "1999-12-31T23:00Z", "99999999999999999999", "9" * 5000),
    ],
)
def test_what_is_no_moment_is_refused_with_what_is_one(text):
    with pytest.raises(click.BadParameter):
        moment(text)


def test_durations_and_ages():
    assert [duration(text) for text in ("0", "90s", "2h")] == [timedelta(), timedelta(seconds=90), timedelta(hours=2)]
    assert [brief(timedelta(seconds=n)) for n in (-1, 59, 61, 7200, 200_000)] == ["0s", "59s", "1m", "2h", "2d"]
    assert moment("1790112300000") == datetime(2026, 9, 22, 21, 25, tzinfo=UTC)
    assert moment("20261124") == moment("2026-11-24")
    assert (moment("2h"), moment("0s")) == (timedelta(hours=2), timedelta())
    assert moment("2026-11-24T10:00+02:00") == datetime(2026, 11, 24, 8, tzinfo=UTC)


def test_a_terminal_is_told_nothing_that_it_would_obey():
    assert plain("a\x1b]0;b\x07\u202e\r\nü✓") == "a\\x1b]0;b\\x07\\u202e\\r\nü✓"


@pytest.mark.parametrize("roles", ["api", "api,deliver", ""])
def test_a_worker_has_to_have_a_role_and_not_that_of_a_server(run, roles):
    assert "heliograph serve" in run("work", "--roles", roles, status=2)
