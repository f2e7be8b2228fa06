"""heliograph check: what is wrong with this server's surroundings, and what helps."""

import asyncio
import os
import resource
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import click
from rich.table import Table

from heliograph.app import post_steps_left
from heliograph.beside import open_scout
from heliograph.commands.callback_test import tried
from heliograph.commands.checks import configured, drawn, kept, outbound
from heliograph.commands.checks.finding import Finding, Level, failed_with, ok
from heliograph.commands.explained import explained
from heliograph.commands.screen import cell, print_json, show
from heliograph.domain.errors import HeliographError, SettingsError
from heliograph.drawing import classifier_of
from heliograph.hosted import models_of
from heliograph.ports import Sight, Store
from heliograph.settings import Settings, read_settings, unknown_variables

STYLES = {Level.OK: "green", Level.WARNING: "yellow", Level.FAILED: "bold red"}
LEVEL_WIDTH, NAME_WIDTH = 7, 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command was called with."""

    callback: str | None
    send: bool
    thorough: bool


@click.command()
@click.option("--callback", metavar="URL", help="Go the way of a callback to this receiver.")
@click.option("--send", is_flag=True, help="Send it a signed sample too.")
@click.option("--thorough", is_flag=True, help="Read the whole database, which may take minutes.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def check(*, callback: str | None, send: bool, thorough: bool, as_json: bool) -> None:
    """Look at everything that a server needs, and say what is wrong and what helps.

    The variables are those of the server, which may run meanwhile. Ends with 1 if something failed, else with 0.
    """
    if send and not callback:
        raise click.UsageError("--send needs --callback URL")
    asked = Asked(callback=callback, send=send, thorough=thorough)
    with explained():
        worst = asyncio.run(_checked(asked, as_json=as_json))
        sys.exit(1 if worst is Level.FAILED else 0)


async def _checked(asked: Asked, *, as_json: bool) -> Level:
    """The worst of what was found; each finding is printed as soon as it is known."""
    levels = {Level.OK}
    async for finding in _round(asked):
        levels.add(finding.level)
        if as_json:
            print_json(asdict(finding))
        else:
            show(_line(finding))
    return max(levels, key=list(Level).index)


async def _round(asked: Asked) -> AsyncIterator[Finding]:
    try:
        settings = read_settings()
    except SettingsError as error:
        for finding in configured.wrong_settings(error):
            yield finding
        return
    for finding in _set(settings):
        yield finding
    async with AsyncExitStack() as stack:
        finding, store = await kept.database(settings, stack)
        yield finding
        for finding in await _kept(settings, store, asked):
            yield finding
    yield await _policy(settings)
    async for name, seen in models_of(settings):
        yield failed_with(name, seen) if isinstance(seen, SettingsError) else ok(name, seen)
    for finding in [*await drawn.pipeline(settings), *drawn.signing(settings, now=datetime.now(UTC))]:
        yield finding
    async for finding in _outbound(settings, asked):
        yield finding


def _set(settings: Settings) -> Sequence[Finding]:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    return [
        *configured.variables(settings, unknown_variables()),
        configured.public_url(settings),
        configured.descriptors(settings, hard),
    ]


async def _kept(settings: Settings, store: Store | None, asked: Asked) -> Sequence[Finding]:
    files = kept.database_file(settings, thorough=asked.thorough) if store else []
    now = datetime.now(UTC)
    keys = await store.key_ids(now=now) if store else ()
    made = await store.signing_secrets(now=now) if store else ()
    return [
        *kept.steps(await post_steps_left(settings) if store else ()),
        *files,
        *kept.user(settings.data_dir, os.geteuid()),
        await kept.pictures(settings, store),
        *kept.disks([settings.data_dir, *([] if settings.blob_url else [settings.data_dir / "images"])]),
        configured.api_keys(len(settings.api_keys), len(keys)),
        configured.signing_secrets(settings.signing_secrets, [secret.text for secret in made]),
    ]


async def _policy(settings: Settings) -> Finding:
    """The classifier judges a blank picture for it."""
    try:
        if settings.image_classifier:
            await classifier_of(settings)
    except SettingsError as error:
        return failed_with("policy", error)
    return configured.policy(settings)


async def _outbound(settings: Settings, asked: Asked) -> AsyncIterator[Finding]:
    began, sight = (time.time(), time.monotonic()), None
    async with open_scout(settings) as scout:
        for finding in await outbound.public_name(settings, scout):
            yield finding
        if asked.callback:
            sight = await scout.look(asked.callback)
            for finding in _seen(sight, asked.callback, settings):
                yield finding
    if asked.callback and asked.send and sight and sight.fault is None:
        yield await _sample(settings, asked.callback)
    yield outbound.clock(sight, jumped_seconds=_jumped(*began))


def _seen(sight: Sight, url: str, settings: Settings) -> Sequence[Finding]:
    return outbound.callback(sight, url, settings, contained=outbound.in_container(), now=datetime.now(UTC))


async def _sample(settings: Settings, url: str) -> Finding:
    try:
        return outbound.sample(await tried(settings, url))
    except HeliographError as error:
        return failed_with("sample", error)


def _jumped(began_at: float, began_steady: float) -> float:
    """What the machine's clock was set by meanwhile."""
    return (time.time() - began_at) - (time.monotonic() - began_steady)


def _line(finding: Finding) -> Table:
    made = Table.grid(padding=(0, 2, 0, 0))
    made.add_column(width=LEVEL_WIDTH, no_wrap=True)
    made.add_column(width=NAME_WIDTH, no_wrap=True)
    made.add_column(overflow="fold")
    made.add_row(cell(finding.level, STYLES[finding.level]), cell(finding.name), cell(finding.sentence))
    return made
