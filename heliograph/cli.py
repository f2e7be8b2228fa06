"""The commands: those of a server here, those beside one in `commands`."""

import asyncio
from collections.abc import Callable

import click

import heliograph
from heliograph import serving
from heliograph.app import migrate_database
from heliograph.commands.callback_test import callback_test
from heliograph.commands.check import check
from heliograph.commands.deliveries import deliveries
from heliograph.commands.explained import explained
from heliograph.commands.replay import replay
from heliograph.commands.secrets import secrets
from heliograph.demo import run_demo
from heliograph.settings import read_settings
from heliograph.workers.workers import Role


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(heliograph.__version__)
def main() -> None:
    """A self-hosted, durable 4o Image API: submit a prompt, get called back when the picture is there."""


for command in (check, deliveries, replay, callback_test, secrets):
    main.add_command(command)


def _roles_of(_: click.Context, __: click.Parameter, text: str) -> frozenset[Role]:
    try:
        return frozenset(Role(name.strip()) for name in text.split(",") if name.strip())
    except ValueError:
        raise click.BadParameter(f"write some of {', '.join(Role)}, separated by commas") from None


def _roles_option(default: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option("--roles", default=default, show_default=True, callback=_roles_of, help="What it does.")


@main.command()
@_roles_option("api,generate,deliver")
def serve(roles: frozenset[Role]) -> None:
    """Serve the API, draw the pictures and send the callbacks, until SIGTERM."""
    with explained():
        serving.run(read_settings(), roles=roles | {Role.API})


@main.command()
@_roles_option("generate,deliver")
def work(roles: frozenset[Role]) -> None:
    """Draw pictures and send callbacks for servers on the same PostgreSQL, until SIGTERM."""
    if not roles or Role.API in roles:
        raise click.UsageError("--roles takes generate, deliver or both: what answers callers is `heliograph serve`")
    with explained():
        serving.run(read_settings(), roles=roles)


@main.command()
@click.option("--pre", "only", flag_value="pre", help="Only what older processes can live with: before the new ones.")
@click.option("--post", "only", flag_value="post", help="Only what has to wait until no older process runs.")
def migrate(only: str | None) -> None:
    """Bring the database up to date, and end.

    On PostgreSQL in two parts, if older processes have to go on meanwhile: --pre, then the new version everywhere, then
    --post.
    """
    with explained():
        click.echo(migrate_database(read_settings(), only=only))


@main.command()
def demo() -> None:
    """Run the main job once: submit, draw, call back, save the picture."""
    with explained():
        asyncio.run(run_demo())
