"""How a command fails: in words, without a trace."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from heliograph.domain.errors import HeliographError


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
