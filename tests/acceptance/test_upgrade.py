"""A newer version is brought in while a process of this one goes on: `migrate --pre`, both side by side, `--post`."""

import asyncio

import pytest

from heliograph.adapters.store.postgres_migrate import migrate_postgres
from heliograph.adapters.store.postgres_steps import Kind, steps_in
from heliograph.domain.errors import StoreInUse
from tests.acceptance.server import Receiver, Server, until
from tests.steps import newer_steps

HEAD = steps_in().head


@pytest.fixture
def url(databases):
    return asyncio.run(databases.make())


def called_back(server, receiver, *, pending=()):
    tasks = [*pending, server.submit("a lighthouse #delay=0.2", f"{receiver.url}/cb")]
    for task in tasks:
        assert server.ended(task)["successFlag"] == 1
        until(lambda task=task: receiver.of(task), "the callback")


def test_a_process_goes_on_through_the_pre_step_starts_again_after_it_and_keeps_the_post_step_waiting(tmp_path, url):
    newer = newer_steps(tmp_path / "newer")
    settings = {"DATABASE_URL": url, "DATA_DIR": tmp_path / "shared"}
    with Receiver() as receiver, Server(tmp_path / "a", **settings) as old, Server(tmp_path / "b", **settings) as again:
        open_still = old.submit("a lighthouse #delay=2", f"{receiver.url}/cb")
        assert asyncio.run(migrate_postgres(url, only=Kind.PRE, steps=newer)).revision == "n2"
        called_back(old, receiver, pending=[open_still])
        assert again.stop() == 0
        again.start()  # this version knows nothing of what is there now
        called_back(again, receiver)
        with pytest.raises(StoreInUse, match=f"one of 2 processes of an older version .up to {HEAD}"):
            asyncio.run(migrate_postgres(url, only=Kind.POST, steps=newer))
        called_back(old, receiver)
        for server in (old, again):
            assert server.stop() == 0
            assert server.lines("step.failed") == []
        assert asyncio.run(migrate_postgres(url, only=Kind.POST, steps=newer)).revision == "n3"
        for words in (("serve",), ("deliveries",)):
            assert "does not know and cannot work beside" in old.command(*words, status=1)


def test_the_command_takes_both_parts_or_one_and_says_what_is_left(tmp_path, url):
    server = Server(tmp_path, DATABASE_URL=url)
    assert "is at revision" in server.command("migrate", "--pre")
    for words in (["--post"], []):
        assert server.command("migrate", *words).strip().endswith(f"is at revision {HEAD}")


@pytest.mark.parametrize("part", ["pre", "post"])
def test_on_a_data_folder_there_is_nothing_to_divide(tmp_path, part):
    said = Server(tmp_path).command("migrate", f"--{part}", status=1)
    assert said.startswith(f"heliograph: --{part} is for PostgreSQL")
    assert "run `heliograph migrate` without --pre and --post" in said
