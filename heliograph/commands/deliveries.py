"""heliograph deliveries: which callbacks there are, and what each attempt at one came to."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from itertools import chain
from typing import Any, Unpack

import click
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table

from heliograph.beside import Beside, open_beside
from heliograph.commands.choosing import Chosen, choosing, delivery_id, is_any, unknown, wanted
from heliograph.commands.explained import explained
from heliograph.commands.moments import brief, shown
from heliograph.commands.screen import cell, print_json, show, table
from heliograph.domain.delivery import Delivery, DeliveryId, DeliveryState, Receipt
from heliograph.domain.records import DeliveryFilter
from heliograph.domain.verdict import Verdict
from heliograph.settings import Settings, read_settings
from heliograph.web.views import delivery_detail, delivery_view

PAGE = 200
KEY_SHOWN = 8
"""Characters of a key's hash, as in the log."""
STYLES = {
    DeliveryState.DELIVERED: "green",
    DeliveryState.GIVEN_UP: "red",
    DeliveryState.OWED: "yellow",
    DeliveryState.SENDING: "cyan",
    DeliveryState.CANCELLED: "dim",
}
VERDICT_STYLES = {Verdict.DELIVERED: "green", Verdict.RETRY: "yellow", Verdict.GIVE_UP: "red"}


@click.command()
@click.argument("id", required=False)
@choosing
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def deliveries(id: str | None, limit: int, as_json: bool, **chosen: Unpack[Chosen]) -> None:  # noqa: A002, FBT001  # named by click
    """List callbacks of all keys, the newest first, or show all of one.

    ID is a callback's or its task's. The variables are those of the server, which may run meanwhile.
    """
    if id and is_any(chosen):
        raise click.UsageError("give an ID or a filter, not both")
    with explained():
        settings = read_settings()
        if id:
            asyncio.run(_show(settings, delivery_id(id), as_json=as_json))
        else:
            asyncio.run(_list(settings, chosen, limit, as_json=as_json))


async def _list(settings: Settings, chosen: Chosen, limit: int, *, as_json: bool) -> None:
    async with open_beside(settings) as beside:
        now = beside.clock.now()
        found = await _found(beside, wanted(chosen, now=now), limit)
    if as_json:
        for each in found:
            print_json(_with_key(delivery_view(each), each))
    elif found:
        show(_table(found, now))
    else:
        click.echo("No callbacks.", err=True)


async def _found(beside: Beside, meant: DeliveryFilter, limit: int) -> Sequence[Delivery]:
    found: list[Delivery] = []
    cursor = None
    while len(found) < limit:
        page = await beside.store.find_deliveries(meant, after=cursor, limit=min(PAGE, limit - len(found)))
        found += page.items
        cursor = page.next_cursor
        if cursor is None:
            break
    return found


def _table(found: Sequence[Delivery], now: datetime) -> Table:
    made = table("id", "state", "host", "attempts", "last", "age", "next due", kept_whole=2)
    for each in found:
        made.add_row(
            cell(each.id),
            cell(str(each.state), STYLES[each.state]),
            cell(each.lane),
            cell(str(each.attempt)),
            cell(_last(each)),
            cell(brief(now - each.created_at)),
            cell(_due(each, now)),
        )
    return made


def _last(delivery: Delivery) -> str:
    told = (delivery.last_status, delivery.last_fault)
    return " ".join(str(each) for each in told if each is not None) or "-"


def _due(delivery: Delivery, now: datetime) -> str:
    match delivery.state:
        case DeliveryState.OWED:
            return f"in {brief(delivery.due_at - now)}" if delivery.due_at > now else "now"
        case DeliveryState.SENDING:
            return "now"
        case _:
            return "-"


async def _show(settings: Settings, name: DeliveryId, *, as_json: bool) -> None:
    async with open_beside(settings) as beside:
        delivery = await beside.store.find_delivery(name)
        if delivery is None:
            raise unknown(name)
        receipts = await beside.store.receipts_of(name)
        now = beside.clock.now()
    if as_json:
        print_json(_with_key(delivery_detail(delivery, receipts), delivery))
    else:
        show(_detail(delivery, receipts, now))


def _with_key(view: dict[str, Any], delivery: Delivery) -> dict[str, Any]:
    return view | {"key": delivery.key_id[:KEY_SHOWN]}


def _detail(delivery: Delivery, receipts: Sequence[Receipt], now: datetime) -> RenderableType:
    facts = {
        "state": str(delivery.state),
        "task": delivery.task_id,
        "key": delivery.key_id[:KEY_SHOWN],
        "url": delivery.url,
        "made": f"{shown(delivery.created_at)}, {brief(now - delivery.created_at)} ago",
        "attempts": str(delivery.attempt),
        "next due": "" if delivery.state.is_end else f"{shown(delivery.due_at)}, {_due(delivery, now)}",
        "ended": shown(delivery.ended_at) if delivery.ended_at else "",
    }
    attempts = chain.from_iterable(("", receipt_of(receipt)) for receipt in receipts)
    return Group(cell(delivery.id, "bold"), _facts(facts), *attempts)


def receipt_of(receipt: Receipt) -> RenderableType:
    """One attempt, as a person reads it."""
    answer = receipt.answer
    facts = {
        "when": f"{shown(receipt.started_at, 'milliseconds')}, for {_seconds(receipt)} s",
        "address": answer.address or "",
        "phases": _phases(receipt),
        "status": str(answer.status or ""),
        "fault": str(answer.fault or ""),
        "diagnosis": answer.diagnosis,
        "excerpt": answer.excerpt,
        "next": shown(receipt.next_attempt_at) if receipt.next_attempt_at else "",
    }
    heading = f"attempt {receipt.attempt}: {receipt.verdict}"
    return Group(cell(heading, VERDICT_STYLES[receipt.verdict]), _facts(facts))


def _seconds(receipt: Receipt) -> str:
    return f"{(receipt.ended_at - receipt.started_at).total_seconds():.3f}"


def _phases(receipt: Receipt) -> str:
    phases = receipt.answer.phases
    named = {
        "look-up": phases.dns_ms,
        "connect": phases.connect_ms,
        "TLS": phases.tls_ms,
        "first byte": phases.first_byte_ms,
    }
    return ", ".join(f"{name} {took:.1f} ms" for name, took in named.items() if took is not None)


def _facts(facts: dict[str, str]) -> RenderableType:
    """Names and values below each other; what is not known has no line."""
    made = Table.grid(padding=(0, 2))
    made.add_column(no_wrap=True, style="dim")
    made.add_column(overflow="fold")
    for name, value in facts.items():
        if value:
            made.add_row(name, cell(value))
    return Padding(made, (0, 0, 0, 2), expand=False)
