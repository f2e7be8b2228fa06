"""Nothing that the code offers is missing in the pages, and nothing that the pages point at is missing in the tree."""

import asyncio
import json
import re
import tomllib
from urllib.parse import unquote

import click
import pytest

from docs.__main__ import GROUPS, PAGES, settings_page
from heliograph.adapters.store import due, writer
from heliograph.adapters.store.schema import metadata
from heliograph.app import open_application
from heliograph.cli import main
from heliograph.demo import PROMPT
from heliograph.domain.faults import EXPLANATIONS
from heliograph.domain.signature import compat_signature
from heliograph.domain.task import FailureKind
from heliograph.domain.verdict import Fault, Verdict
from heliograph.flow import generate
from heliograph.settings import PREFIX, Settings
from tests.docs.blocks import ROOT, pages_with_blocks

OPERATIONS = (ROOT / "docs/operations.md").read_text()
ALL_PAGES = "\n".join(page.read_text() for page in pages_with_blocks())
SOURCES = [path.read_text() for path in sorted((ROOT / "heliograph").rglob("*.py"))]
SETTING_IN_TEXT = re.compile(rf"\b{PREFIX}[A-Z_]*[A-Z]\b")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
NOT_SETTINGS = {"HELIOGRAPH_KEY", "HELIOGRAPH_NO_SKIPS"}
"""The README's own variable, and one that the tests read."""
LEFT_OUT = {".venv", ".venv-peers", "node_modules", ".git"}


def markdown_files():
    return [path for path in sorted(ROOT.rglob("*.md")) if not LEFT_OUT & set(path.relative_to(ROOT).parts)]


def table_entries(page):
    return set(re.findall(r"^\| `([a-z_.]+)` \|", page, re.MULTILINE))


def anchors_of(page):
    """As the usual viewers make them: lower case, punctuation dropped, spaces to hyphens."""
    headings = HEADING.findall(FENCED.sub("", page.read_text()))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands_of(group, before=""):
    """Each by the words that it is called with, without the groups that only hold others."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands_of(command, f"{before}{name} ")
        else:
            yield before + name


def in_sources(pattern):
    return {found for source in SOURCES for found in re.findall(pattern, source)}


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Asks the application for the body behind a path, without a network."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("data"), generator="rehearsal")

    async def ask(path):
        said = []

        async def receive():
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message):
            said.append(message.get("body", b""))

        scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b"", "root_path": ""}
        async with open_application(settings) as application:
            await application.web(scope, receive, send)
        return b"".join(said).decode()

    return lambda path: asyncio.run(ask(path))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_that_is_made_from_the_code_is_as_make_docs_would_write_it(path):
    assert path.read_text() == PAGES[path](), "run make docs"


def test_every_setting_has_its_row():
    page = settings_page()
    for name, field in Settings.model_fields.items():
        assert f"`{PREFIX}{name.upper()}`" in page
        assert field.description in page


def test_a_setting_in_no_group_is_noticed(monkeypatch):
    monkeypatch.setitem(GROUPS, "Running", GROUPS["Running"][1:])
    with pytest.raises(KeyError, match="lease_seconds"):
        settings_page()


def test_no_page_names_a_setting_that_is_not_there():
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    named = {name for path in markdown_files() for name in SETTING_IN_TEXT.findall(path.read_text())}
    assert named - known - NOT_SETTINGS == set()


def test_every_route_is_mentioned(served):
    paths = [*json.loads(served("/openapi.json"))["paths"], "/docs", "/openapi.json"]
    assert len(paths) > 9
    assert [path for path in paths if path not in ALL_PAGES] == []


def test_every_metric_is_in_the_table_and_no_other(served):
    metrics = set(re.findall(r"^# HELP (heliograph_\w+)", served("/metrics"), re.MULTILINE))
    metrics = {name for name in metrics if not name.endswith("_created")}
    assert {name for name in table_entries(OPERATIONS) if name.startswith("heliograph_")} == metrics


def test_every_command_is_in_the_table_and_no_other():
    told = re.findall(r"^\| `heliograph ([a-z-]+(?: [a-z-]+)?)[^`]*` \|", OPERATIONS, re.MULTILINE)
    assert sorted(told) == sorted(commands_of(main))


def test_every_fault_has_a_cause_and_a_cure():
    assert set(EXPLANATIONS) == set(Fault)
    assert all(all(explanation) for explanation in EXPLANATIONS.values())
    assert table_entries((ROOT / "docs/faults.md").read_text()) == {str(fault) for fault in Fault}


def test_every_verdict_is_explained():
    assert [verdict for verdict in Verdict if f"`{verdict}`" not in OPERATIONS] == []


def test_every_log_event_is_in_the_table():
    events = in_sources(r"\b_?log(?:\.\w+)?\(\s*\"([a-z_.]+)\"")
    assert "delivery.attempted" in events
    assert events <= table_entries(OPERATIONS)


def test_every_step_that_can_fail_is_named():
    steps = in_sources(r"(?:step_failed|until_stored|_try)\(\s*\"(\w+)\"")
    assert {"request", "keep", "sweep_old"} <= steps
    assert [step for step in sorted(steps) if f"`{step}`" not in OPERATIONS] == []


def test_everything_that_is_swept_is_named():
    swept = in_sources(r"swept\(\"(\w+)\"") | {"images", "orphans", "records"}
    assert [what for what in sorted(swept) if f"`{what}`" not in OPERATIONS] == []


def test_every_code_of_a_failure_is_explained_to_receivers():
    callbacks = (ROOT / "docs/callbacks.md").read_text()
    assert [kind for kind in FailureKind if f"| {int(kind.code)} |" not in callbacks] == []


def test_the_compat_signature_in_the_page_is_what_the_server_makes():
    assert compat_signature("secret", "task12345", 1755572609) in (ROOT / "docs/callbacks.md").read_text()


def test_the_readme_shows_the_demo_that_there_is():
    readme, demo = (ROOT / "README.md").read_text(), (ROOT / "heliograph/demo.py").read_text()
    for words in (PROMPT, "callback ", "signature verified", "server", "receiver", "prompt", "saved"):
        assert words in demo
        assert words in readme


def test_every_rule_of_the_layers_is_explained():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    rules = {contract["name"] for contract in project["tool"]["importlinter"]["contracts"]}
    chapter = (ROOT / "docs/architecture/02-layers.md").read_text()
    assert [rule for rule in sorted(rules) if f"| {rule} |" not in chapter] == []


def test_every_table_of_the_store_is_explained():
    chapter = (ROOT / "docs/architecture/03-the-store.md").read_text()
    assert [table for table in sorted(metadata.tables) if f"`{table}`" not in chapter] == []


@pytest.mark.parametrize(
    ("chapter", "words"),
    [
        ("03-the-store.md", f"at most {writer.GROUP_LIMIT},"),
        ("04-desk-and-lanes.md", f"fewer than {due.WINDOW} are due"),
        ("07-stopping-and-being-killed.md", "The sixth start" if generate.TRIES_ALLOWED == 5 else "another number"),
    ],
)
def test_the_numbers_in_a_chapter_are_those_of_the_code(chapter, words):
    assert words in " ".join((ROOT / "docs/architecture" / chapter).read_text().split())


def test_every_step_of_the_flow_is_explained():
    chapter = (ROOT / "docs/architecture/01-the-way-of-a-task.md").read_text()
    steps = [path.stem for path in (ROOT / "heliograph/flow").glob("[a-z]*.py")]
    assert steps
    assert [step for step in steps if f"| `{step}` |" not in chapter] == []


@pytest.mark.parametrize("page", markdown_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    dead = []
    for link in LINK.findall(FENCED.sub("", page.read_text())):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / unquote(path)).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            dead.append(link)
    assert dead == []


def test_every_row_of_what_a_callback_meets_names_its_tests_and_there_are_no_others():
    named = re.findall(r"`(tests/battery/\w+\.py)` \|$", (ROOT / "docs/battery.md").read_text(), re.MULTILINE)
    assert sorted(named) == sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests/battery").glob("test_*.py"))


def test_every_page_is_in_the_index():
    index = (ROOT / "docs/index.md").read_text()
    pages = [page.relative_to(ROOT / "docs") for page in (ROOT / "docs").rglob("*.md") if page.name != "index.md"]
    assert [str(page) for page in pages if f"({page})" not in index] == []


def test_the_readme_stays_short():
    assert len((ROOT / "README.md").read_text().splitlines()) <= 120
