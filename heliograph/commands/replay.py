"""heliograph replay: sends callbacks again."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Unpack

import click

from heliograph.beside import Beside, open_beside
from heliograph.commands.choosing import Chosen, choosing, delivery_id, is_any, unknown, wanted
from heliograph.commands.explained import explained
from heliograph.commands.moments import shown
from heliograph.commands.screen import print_json
from heliograph.domain.delivery import DeliveryId, DeliveryState
from heliograph.domain.records import DeliveryFilter, Replay
from heliograph.settings import Settings, read_settings
from heliograph.web.views import milliseconds

PAGE = 500


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@choosing
@click.option("--dry-run", is_flag=True, help="Only count.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def replay(ids: Sequence[str], dry_run: bool, as_json: bool, **chosen: Unpack[Chosen]) -> None:  # noqa: FBT001  # named by click
    """Send callbacks again, with the same ids and bytes, HELIOGRAPH_REPLAY_RATE a second.

    Either those with these IDs (or those of their tasks), or all that a filter means: without --state, those that were
    given up. What is being sent at the moment is left alone. They begin behind what earlier replays have spread; one ID
    alone goes at once. A running server starts within a second, another one when it is started.
    """
    if bool(ids) == is_any(chosen):
        raise click.UsageError(
            "which callbacks? Give IDs, or at least one of --state, --host, --fault, --task, --since and --until"
        )
    chosen["state"] = chosen["state"] or str(DeliveryState.GIVEN_UP)
    with explained():
        settings = read_settings()
        names = list(dict.fromkeys(map(delivery_id, ids)))
        done = asyncio.run(_replay(settings, names, chosen, dry_run=dry_run))
        if as_json:
            told = {"replayed": done.count, "underWay": done.under_way, "dueUntil": milliseconds(done.due_until)}
            print_json(told | {"dryRun": dry_run})
        else:
            click.echo(_told(done, dry_run=dry_run))


async def _replay(settings: Settings, names: Sequence[DeliveryId], chosen: Chosen, *, dry_run: bool) -> Replay:
    async with open_beside(settings) as beside:
        for name in names:
            await _require(beside, name)
        now, rate = beside.clock.now(), settings.replay_rate
        wishes = [DeliveryFilter(id=name) for name in names] or [wanted(chosen, now=now)]
        if dry_run:
            return _sum([await _counted(beside, wish) for wish in wishes])
        if len(wishes) == 1 and wishes[0].id:
            return await beside.store.replay_deliveries(wishes[0], now=now, per_second=None)
        # One after the other: each is spread from the moment that the one before it has got.
        return _sum(
            [
                await beside.store.replay_deliveries(wish, now=now + timedelta(seconds=place / rate), per_second=rate)
                for place, wish in enumerate(wishes)
            ]
        )


async def _require(beside: Beside, name: DeliveryId) -> None:
    """All that are named have to be there before the first is sent."""
    if await beside.store.find_delivery(name) is None:
        raise unknown(name)


async def _counted(beside: Beside, wish: DeliveryFilter) -> Replay:
    count, under_way, cursor = 0, 0, None
    while True:
        page = await beside.store.find_deliveries(wish, after=cursor, limit=PAGE)
        states = [delivery.state for delivery in page.items]
        under_way += states.count(DeliveryState.SENDING)
        count += len(states) - states.count(DeliveryState.SENDING) - states.count(DeliveryState.CANCELLED)
        cursor = page.next_cursor
        if cursor is None:
            return Replay(count=count, under_way=under_way, due_until=None)


def _sum(replays: Sequence[Replay]) -> Replay:
    return Replay(
        count=sum(each.count for each in replays),
        under_way=sum(each.under_way for each in replays),
        due_until=max((each.due_until for each in replays if each.due_until), default=None),
    )


def _told(done: Replay, *, dry_run: bool) -> str:
    words = [f"{'Would send' if dry_run else 'Sends'} {done.count} again"]
    if done.due_until:
        words.append(f"the last at {shown(done.due_until)}")
    if done.under_way:
        words.append(f"{done.under_way} under way, left alone")
    return "; ".join(words)
