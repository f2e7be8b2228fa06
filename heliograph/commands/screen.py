"""What commands print: for people in a terminal, for programs without colours and without anything cut off."""

import json
from collections.abc import Mapping
from typing import Any

import click
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

NEVER_WRAPS = 100_000
"""Columns that are assumed where nothing may be broken in two."""


def show(what: RenderableType, *, to_copy: bool = False) -> None:
    """On standard output, as wide as it takes where it is no terminal or where what it shows is there to be copied."""
    watched = Console()
    if watched.is_terminal and not to_copy:
        watched.print(what)
    else:
        unbroken = Console(width=NEVER_WRAPS, no_color=not watched.is_terminal)
        with unbroken.capture() as capture:
            unbroken.print(what)
        click.echo("\n".join(line.rstrip() for line in capture.get().splitlines()))


def plain(text: str) -> str:
    """What strangers wrote, with everything but letters and line ends spelled out: a terminal obeys some of it."""
    return "".join(each if each.isprintable() or each == "\n" else repr(each)[1:-1] for each in text)


def cell(text: str, style: str = "") -> Text:
    """Text that is shown as it is: brackets in it are no markup."""
    return Text(plain(text), style=style)


def table(*columns: str, kept_whole: int = 1) -> Table:
    """A table without lines; the first `kept_whole` columns are never cut or wrapped."""
    made = Table(box=None, pad_edge=False, header_style="bold")
    for place, name in enumerate(columns):
        made.add_column(name, no_wrap=place < kept_whole, overflow="fold", min_width=len(name))
    return made


def print_json(row: Mapping[str, Any]) -> None:
    """One object on one line."""
    click.echo(json.dumps(row))
