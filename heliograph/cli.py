"""The commands: serve, work, migrate, demo."""

import asyncio
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

import heliograph
from heliograph import serving
from heliograph.app import migrate_database
from heliograph.demo import run_demo
from heliograph.domain.errors import HeliographError
from heliograph.settings import read_settings
from heliograph.workers.workers import Role


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(heliograph.__version__)
def main() -> None:
    """A self-hosted, durable 4o Image API: submit a prompt, get called back when the picture is there."""


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
    with explained():
        serving.run(read_settings(), roles=roles - {Role.API})


@main.command()
def migrate() -> None:
    """Bring the database up to date, and end."""
    with explained():
        settings = read_settings()
        click.echo(f"{settings.data_dir} is at revision {migrate_database(settings)}")


@main.command()
def demo() -> None:
    """Run the main job once: submit, draw, call back, save the picture."""
    with explained():
        asyncio.run(run_demo())


@contextmanager
def explained() -> Iterator[None]:
    """A mistake that a person can mend is told in words, without a trace."""
    errors: list[BaseException] = []
    try:
        yield
    except* HeliographError as group:
        errors = list(group.exceptions)
    for error in errors:
        while isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]  # noqa: PLW2901  # down to what a task of a group has raised
        click.echo(f"heliograph: {error}", err=True)
    if errors:
        sys.exit(1)
