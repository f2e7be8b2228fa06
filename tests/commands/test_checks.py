"""Each thing that `heliograph check` looks at: what it says when that is well, and when it is not."""

import asyncio
import os
import resource
import socket
import sqlite3
import ssl
import struct
from contextlib import AsyncExitStack, asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from heliograph.adapters.blobs.local import LocalBlobs
from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.scout import GuardedScout
from heliograph.adapters.egress.targets import Ourselves, TargetPolicy
from heliograph.adapters.store.sight import holder_of
from heliograph.adapters.store.sqlite import DATABASE, SqliteStore, migrate_folder
from heliograph.commands.checks import configured, drawn, kept, outbound
from heliograph.commands.checks.finding import Level, failed_with
from heliograph.domain.errors import SettingsError
from heliograph.domain.verdict import Answer, Fault, Verdict
from heliograph.ports import Sight
from heliograph.settings import Settings, read_settings, unknown_variables
from tests.chains import Chain, pem
from tests.egress.raw import ScriptedResolver, receiving, status
from tests.samples import SECRET, a_delivery, a_receipt, a_task

NOW = datetime.now(UTC)
OK, WARNING, FAILED = Level
PRIVATE = "whsk_" + "c2VjcmV0" * 5


def settings(**more):
    return Settings(**more)


# --- what is set


def test_a_variable_that_is_no_setting_is_told_with_the_nearest_that_is_one():
    unknown = unknown_variables({"HELIOGRAPH_API_KEY": "x", "heliograph_port": "1", "HELIOGRAPH_ZZZ": "", "HOME": "/"})
    assert unknown == {"HELIOGRAPH_API_KEY": "HELIOGRAPH_API_KEYS", "HELIOGRAPH_ZZZ": ""}
    told = configured.variables(settings(port=1), unknown)
    assert [(each.level, each.text, each.cure) for each in told] == [
        (OK, "1 set, the others are at their defaults", ""),
        (WARNING, "HELIOGRAPH_API_KEY is no setting", "do you mean HELIOGRAPH_API_KEYS?"),
        (WARNING, "HELIOGRAPH_ZZZ is no setting", "take it out"),
    ]


def test_each_setting_that_cannot_be_read_is_told_without_its_value():
    with pytest.raises(SettingsError) as caught:
        read_settings({"port": "a-secret", "signing_secrets": "whsec_a-secret"})
    told = configured.wrong_settings(caught.value)
    assert [each.level for each in told] == [FAILED, FAILED]
    assert [each.text for each in told] == ["HELIOGRAPH_PORT", "HELIOGRAPH_SIGNING_SECRETS"]
    assert "a-secret" not in str(told)


@pytest.mark.parametrize(
    ("given", "level", "words"),
    [
        ({}, OK, "http://127.0.0.1:8000"),
        ({"host": "0.0.0.0"}, WARNING, "leads nowhere on another machine: set HELIOGRAPH_PUBLIC_URL"),  # noqa: S104
        ({"host": "::"}, WARNING, "leads nowhere on another machine"),
        ({"host": "0.0.0.0", "public_url": "https://a.test"}, OK, "https://a.test"),  # noqa: S104
        ({"public_url": "http://a.test"}, WARNING, "without TLS: put a proxy with TLS in front"),
        ({"public_url": "http://localhost:80"}, OK, "http://localhost:80"),
        ({"public_url": "http://127.0.0.9:80"}, OK, "http://127.0.0.9:80"),
    ],
)
def test_links_have_to_lead_somewhere(given, level, words):
    found = configured.public_url(settings(**given))
    assert found.level is level
    assert words in found.sentence


def test_callbacks_in_flight_have_to_fit_into_the_descriptors():
    assert configured.descriptors(settings(), 8192 + 256).level is OK
    assert configured.descriptors(settings(), resource.RLIM_INFINITY).level is OK
    found = configured.descriptors(settings(), 8192 + 255)
    assert (found.level, "has room for 8191 callbacks" in found.text) == (WARNING, True)


def test_what_is_refused_is_told():
    found = configured.policy(settings(refuse="gore,hate", image_classifier="opennsfw"))
    assert (found.level, found.text) == (
        OK,
        "prompts are refused for sexual_minors, gore, hate, by their words; pictures where opennsfw says 0.8 or more",
    )
    assert configured.policy(settings()).text.endswith("by their words; pictures are judged by nobody here")


def test_keys_and_secrets_are_counted_and_never_shown():
    found = [
        configured.api_keys(2, 1),
        configured.api_keys(0, 1),
        configured.api_keys(0, 0),
        configured.signing_secrets([], []),
        configured.signing_secrets([], [SECRET.text, PRIVATE, SECRET.text]),
        configured.signing_secrets([PRIVATE], [SECRET.text]),
    ]
    assert [each.level for each in found] == [OK] * 5 + [WARNING]
    assert [each.text for each in found] == [
        "2 in HELIOGRAPH_API_KEYS",
        "1 made here, at the first start",
        "none yet: the next start makes one, and prints it once",
        "none yet: the next start makes one, and prints it once",
        "2 hmac, 1 ed25519 made here",
        "1 ed25519 in HELIOGRAPH_SIGNING_SECRETS, so that X-Webhook-Signature is not sent",
    ]


# --- what draws and signs


@pytest.fixture
def chain(tmp_path):
    """The settings with which pictures are signed by a chain that is made as the words say."""

    def made(**signer):
        chain = Chain(**signer)
        (tmp_path / "certificates.pem").write_bytes(chain.certificates)
        (tmp_path / "key.pem").write_bytes(pem(chain.key))
        return settings(c2pa_certificate=str(tmp_path / "certificates.pem"), c2pa_key=str(tmp_path / "key.pem"))

    return made


@pytest.mark.parametrize(
    ("after_days", "level", "words"),
    [
        (0, OK, "a picture was signed; the first certificate of the chain ends on 20"),
        (7, WARNING, "in 12 days: renew it, and start the server again"),
        (21, FAILED, "a certificate of the chain ended on 20"),
    ],
)
def test_how_long_pictures_can_be_signed_is_told(chain, after_days, level, words):
    [found] = drawn.signing(chain(days=20), now=NOW + timedelta(days=after_days))
    assert (found.name, found.level, words in found.sentence) == ("signing", level, True)


def test_the_first_certificate_to_end_counts_whichever_it_is(chain):
    [found] = drawn.signing(chain(days=40), now=NOW + timedelta(days=21))  # the root has 20 days
    assert (found.level, found.cure) == (FAILED, "put the renewed one into the file, and start the server again")


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (lambda folder: (folder / "key.pem").unlink(), "key.pem cannot be read (No such file or directory), give"),
        (lambda folder: (folder / "key.pem").write_bytes(pem(Chain().key)), "the key is not that of the first"),
        (lambda folder: (folder / "certificates.pem").write_text("none"), "give PEM files"),
    ],
)
def test_what_keeps_pictures_from_being_signed_is_told(chain, tmp_path, what, words):
    with_files = chain()
    what(tmp_path)
    [found] = drawn.signing(with_files, now=NOW)
    assert (found.level, found.text) == (FAILED, "HELIOGRAPH_C2PA_CERTIFICATE and HELIOGRAPH_C2PA_KEY")
    assert words in found.cure


async def test_what_is_not_set_has_no_line():
    assert drawn.signing(settings(), now=NOW) == []
    assert await drawn.pipeline(settings()) == []


# --- what is kept


async def looked_at(folder):
    async with AsyncExitStack() as stack:
        found, store = await kept.database(settings(data_dir=folder), stack)
        return found, store is not None


async def test_a_database_that_is_not_there_yet_is_a_warning_and_nothing_is_made(tmp_path):
    found, has_store = await looked_at(tmp_path / "none")
    assert (found.level, has_store) == (WARNING, False)
    assert "set HELIOGRAPH_DATA_DIR" in found.cure
    assert (await kept.pictures(settings(data_dir=tmp_path / "none"), None)).level is WARNING
    assert list(tmp_path.iterdir()) == []


async def test_a_database_that_is_current_is_well_and_an_older_one_is_not(tmp_path):
    migrate_folder(tmp_path)
    assert [(await looked_at(tmp_path))[0].level] == [OK]
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        database.execute("UPDATE alembic_version SET version_num = '0001'")
        database.commit()
    found, _ = await looked_at(tmp_path)
    assert (found.level, "run `heliograph migrate`" in found.cure) == (FAILED, True)


def test_steps_that_wait_for_older_processes_are_told_with_the_command_that_takes_them():
    assert kept.steps([]) == []
    [found] = kept.steps(["n3", "n4"])
    assert (found.name, found.level, found.text) == (
        "database", WARNING, "post steps of its migration are left: n3, n4",
    )  # fmt: skip
    assert "`heliograph migrate --post`" in found.cure


async def test_who_works_on_the_database_is_told_and_nobody_is_kept_from_it(tmp_path):
    migrate_folder(tmp_path)
    [found] = kept.database_file(settings(data_dir=tmp_path), thorough=False)
    assert (found.level, found.text.endswith("no server works on it")) == (OK, True)
    store = await SqliteStore.open(tmp_path)
    [found] = kept.database_file(settings(data_dir=tmp_path), thorough=False)
    assert found.text.endswith(f"process {os.getpid()} works on it")
    await store.close()
    assert holder_of(tmp_path) == ""


def test_a_database_that_others_may_read_is_told(tmp_path):
    migrate_folder(tmp_path)
    (tmp_path / DATABASE).chmod(0o644)
    _, found = kept.database_file(settings(data_dir=tmp_path), thorough=False)
    assert (found.level, found.cure.startswith("chmod 600")) == (WARNING, True)


def test_a_database_without_a_write_ahead_log_has_failed(tmp_path):
    migrate_folder(tmp_path)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
    [found] = kept.database_file(settings(data_dir=tmp_path), thorough=False)
    assert (found.level, "(mode delete)" in found.text) == (FAILED, True)


@pytest.mark.parametrize(("broken", "words"), [(slice(0, 4096), "is damaged"), (slice(1, 3), "free space corruption")])
def test_a_thorough_look_finds_a_damaged_page(tmp_path, broken, words):
    migrate_folder(tmp_path)
    whole = kept.database_file(settings(data_dir=tmp_path), thorough=True)
    assert [each.level for each in whole] == [OK, OK]
    path = tmp_path / DATABASE
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        [page] = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'task_event'").fetchone()
    content = bytearray(path.read_bytes())
    start = (page - 1) * 4096
    length = broken.stop - broken.start
    content[start + broken.start : start + broken.stop] = b"\x0f" * length
    path.write_bytes(content)
    found = kept.database_file(settings(data_dir=tmp_path), thorough=True)[-1]
    assert (found.level, words in found.text, "\n" in found.text) == (FAILED, True, False)
    assert "restore a backup" in found.cure


def test_a_database_whose_file_is_gone_has_failed(tmp_path):
    assert [each.level for each in kept.database_file(settings(data_dir=tmp_path), thorough=False)] == [FAILED]


def test_another_user_than_the_servers_is_told(tmp_path):
    assert kept.user(tmp_path, tmp_path.stat().st_uid) == []
    assert kept.user(tmp_path / "none", 0) == []
    [found] = kept.user(tmp_path, tmp_path.stat().st_uid + 1)
    assert found.level is WARNING


async def test_the_folder_of_pictures_is_tried_out_and_left_as_it_was(tmp_path):
    blobs = LocalBlobs(tmp_path / "images")
    assert (await kept.tried_out(blobs, tmp_path)).level is OK
    assert list((tmp_path / "images").iterdir()) == []
    (tmp_path / "images").rmdir()
    (tmp_path / "images").touch()  # even root can make no folder in a file
    found = await kept.tried_out(blobs, tmp_path)
    assert (found.level, str(tmp_path) in found.text) == (FAILED, True)
    await blobs.close()


async def test_a_bucket_is_tried_out(bucket, tmp_path, monkeypatch):
    for name, value in bucket.environment.items():
        monkeypatch.setenv(name, value)
    migrate_folder(tmp_path)
    store = await SqliteStore.attach(tmp_path)
    assert (await kept.pictures(settings(data_dir=tmp_path, blob_url=bucket.url), store)).level is OK
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "another secret")
    found = await kept.pictures(settings(data_dir=tmp_path, blob_url=bucket.url), store)
    assert (found.level, "another secret" in str(found)) == (FAILED, False)
    await store.close()


@pytest.mark.parametrize(
    ("free", "total", "level"),
    [(50, 100, OK), (9, 100, WARNING), (0.9, 2, WARNING), (0, 0, WARNING)],
)
def test_a_disk_that_is_nearly_full_is_told(free, total, level):
    assert kept.disk(Path("/data"), int(free * 10**9), int(total * 10**9)).level is level


def test_a_disk_is_told_once_and_for_the_folder_that_there_is(tmp_path):
    [found] = kept.disks([tmp_path / "none/yet", tmp_path])
    assert str(tmp_path) in found.text


# --- the way out


async def sight_of(url, *, resolver=None, allow=("127.0.0.0/8",), ca_bundle="", **ours):
    policy = TargetPolicy(AddressPolicy(allow), Ourselves(**ours))
    scout = GuardedScout(policy=policy, timeout_seconds=2, user_agent="Tests/1", ca_bundle=ca_bundle)
    await scout.open(resolver or ScriptedResolver())
    try:
        return await scout.look(url)
    finally:
        await scout.close()


def told_of(sight, url, *, contained=False, **more):
    found = outbound.callback(sight, url, settings(**more), contained=contained, now=NOW)
    return [(each.name, each.level) for each in found], found[-1]


async def test_every_step_of_a_callback_is_told_and_nothing_is_posted():
    at = f"Date: {datetime.now(UTC) + timedelta(seconds=100):%a, %d %b %Y %H:%M:%S} GMT"
    async with receiving(status("501 No", at)) as receiver:
        url = f"http://a.test:{receiver.port}/back?token=1"
        sight = await sight_of(url, resolver=ScriptedResolver(a_test=[["127.0.0.2"]]))
    [(head, body)] = receiver.requests
    assert (head.split(b"\r\n")[0], body) == (b"HEAD /back?token=1 HTTP/1.1", b"")
    steps, last = told_of(sight, url)
    assert steps == [("look-up", OK), ("rules", OK), ("connection", OK)]
    assert last.text == "connected to 127.0.0.2"
    clock = outbound.clock(sight, jumped_seconds=0)
    assert (clock.level, "behind the receiver's" in clock.text) == (WARNING, True)


async def test_who_answers_no_head_is_a_receiver_all_the_same():
    async def hang_up(writer):
        linger = struct.pack("ii", 1, 0)  # a close is then a reset
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        writer.transport.abort()

    async with receiving(hang_up) as receiver:
        url = f"http://127.0.0.2:{receiver.port}/"
        sight = await sight_of(url)
    assert (sight.fault, sight.date) == (None, None)
    assert told_of(sight, url)[0] == [("rules", OK), ("connection", OK)]


async def test_the_end_of_a_certificate_is_told(tmp_path):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    urls = {}
    async with AsyncExitStack() as stack:
        for days in (100, 3):
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            authority.issue_cert("a.test", not_after=NOW + timedelta(days=days, hours=1)).configure_cert(context)
            urls[days] = f"https://a.test:{await stack.enter_async_context(tls_server(context))}/"
        names = ScriptedResolver(a_test=[["127.0.0.2"]])
        sights = {
            days: await sight_of(url, resolver=names, ca_bundle=str(tmp_path / "ca.pem")) for days, url in urls.items()
        }
        untrusted = await sight_of(urls[100], resolver=names)
    assert told_of(sights[100], urls[100])[0][-1] == ("TLS", OK)
    steps, last = told_of(sights[3], urls[3])
    assert (steps[-1], last.text.endswith("in 3 days"), last.cure) == (("TLS", WARNING), True, "renew it")
    steps, last = told_of(untrusted, urls[100])
    assert steps == [("look-up", OK), ("rules", OK), ("connection", OK), ("TLS", FAILED)]
    assert "nobody that this machine trusts" in last.text


@asynccontextmanager
async def tls_server(context):
    async def handle(reader, writer):
        await reader.read(1000)
        writer.close()

    async with await asyncio.start_server(handle, "127.0.0.2", 0, ssl=context) as server:
        yield server.sockets[0].getsockname()[1]


async def test_a_name_that_does_not_exist_fails_at_the_look_up():
    sight = await sight_of("http://b.test/")
    steps, last = told_of(sight, "http://b.test/")
    assert (steps, last.text.startswith("the name b.test does not resolve")) == ([("look-up", FAILED)], True)


async def test_an_address_that_may_not_be_called_is_told_with_what_opens_it():
    names = ScriptedResolver(a_test=[["10.0.0.8", "192.0.32.8"]])
    sight = await sight_of("http://a.test/", resolver=names)
    assert (sight.fault, sight.forbidden) == (Fault.TARGET_FORBIDDEN, ("10.0.0.8",))
    steps, last = told_of(sight, "http://a.test/", egress_allow=("127.0.0.1/32",), egress_deny=("10.0.0.0/8",))
    assert steps == [("look-up", OK), ("rules", FAILED)]
    assert last.cure == (
        "if the receiver is yours, set HELIOGRAPH_EGRESS_ALLOW=127.0.0.1/32,10.0.0.8/32, and see that "
        "HELIOGRAPH_EGRESS_DENY does not hold it"
    )


async def test_where_clouds_keep_their_credentials_is_never_offered_for_opening():
    sight = await sight_of("http://169.254.169.254/")
    assert "EGRESS_ALLOW" not in told_of(sight, "http://169.254.169.254/")[1].cure


async def test_this_server_itself_is_no_receiver_and_its_inboxes_are():
    ours = {"host": "127.0.0.1", "port": 8000, "inboxes": ["http://127.0.0.1:8000/inbox/"]}
    url = "http://127.0.0.1:8000/"
    assert told_of(await sight_of(url, **ours), url)[0] == [("rules", FAILED)]
    url += "inbox/mine"
    assert told_of(await sight_of(url, **ours), url)[0] == [("rules", OK)]


@pytest.mark.parametrize("allow", [(), ("127.0.0.0/8",)])
async def test_in_a_container_loopback_is_told_to_be_the_container(allow):
    async with receiving(status("200 OK")) as receiver:
        pass
    url = f"http://127.0.0.2:{receiver.port}/"
    sight = await sight_of(url, allow=allow)
    _, inside = told_of(sight, url, contained=True)
    _, outside = told_of(sight, url)
    assert (inside.level, outside.level) == (FAILED, FAILED)
    assert "host.docker.internal" in inside.cure
    assert "host.docker.internal" not in outside.cure


def test_a_container_is_known_by_what_it_holds(tmp_path):
    assert not outbound.in_container(tmp_path)
    (tmp_path / "proc/1").mkdir(parents=True)
    (tmp_path / "proc/1/cgroup").write_text("0::/init.scope\n")
    assert not outbound.in_container(tmp_path)
    (tmp_path / "proc/1/cgroup").write_text("1:name=systemd:/docker/abc\n")
    assert outbound.in_container(tmp_path)
    (tmp_path / "proc/1/cgroup").unlink()
    (tmp_path / ".dockerenv").touch()
    assert outbound.in_container(tmp_path)


async def test_the_name_in_our_links_is_looked_up():
    scout = GuardedScout(policy=TargetPolicy(AddressPolicy()), timeout_seconds=2, user_agent="Tests/1")
    await scout.open(ScriptedResolver(a_test=[["192.0.32.8"]]))
    [known] = await outbound.public_name(settings(public_url="https://a.test"), scout)
    [unknown] = await outbound.public_name(settings(public_url="https://b.test"), scout)
    assert (known.level, known.text, unknown.level) == (OK, "a.test is 192.0.32.8", WARNING)
    for url in ("", "http://localhost", "http://127.0.0.1:8000"):
        assert await outbound.public_name(settings(public_url=url), scout) == []


# --- clocks, samples, words


@pytest.mark.parametrize(
    ("ahead", "level"), [(0, OK), (2, OK), (4, WARNING), (-4, WARNING), (301, FAILED), (-400, FAILED)]
)
def test_a_clock_is_compared_with_the_receivers(ahead, level):
    date = NOW.replace(microsecond=0)
    seen = Sight(host="a.test", date=date, answered_at=date + timedelta(seconds=0.5 + ahead))
    assert outbound.clock(seen, jumped_seconds=0).level is level


def test_a_clock_without_another_is_only_watched():
    assert outbound.clock(None, jumped_seconds=0.1).level is OK
    assert outbound.clock(None, jumped_seconds=-3).level is WARNING


def test_a_sample_is_told_with_its_diagnosis():
    delivery = a_delivery(a_task())
    fine = a_receipt(delivery, answer=Answer(status=200), verdict=Verdict.DELIVERED)
    assert outbound.sample(fine).level is OK
    broken = Answer(status=503, fault=Fault.SERVER_FAULT, diagnosis="answered 503: see its log")
    found = outbound.sample(a_receipt(delivery, answer=broken, verdict=Verdict.GIVE_UP))
    assert (found.level, found.text, found.cure) == (FAILED, "answered 503", "see its log")


def test_what_is_wrong_and_what_helps_are_parted_at_the_colon():
    assert failed_with("x", "a is wrong: do b: c").sentence == "a is wrong: do b: c"
    assert failed_with("x", "no cure").sentence == "no cure"
