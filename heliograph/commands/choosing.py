"""The options that say which callbacks are meant."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypedDict, TypeVar

import click

from heliograph.commands.moments import Moment, at, moment
from heliograph.domain.delivery import DeliveryId, DeliveryState, Lane
from heliograph.domain.errors import HeliographError
from heliograph.domain.host import host_named
from heliograph.domain.records import DeliveryFilter
from heliograph.domain.task import TaskId
from heliograph.domain.verdict import Fault

CommandT = TypeVar("CommandT", bound=Callable[..., Any])
ID_PREFIX = "msg_"


class Chosen(TypedDict):
    """What the options below were given."""

    state: str | None
    host: Lane | None
    fault: str | None
    task: str | None
    since: Moment | None
    until: Moment | None


def choosing(command: CommandT) -> CommandT:
    """The options of a filter: all that is given has to be true of a callback."""
    options = (
        click.option("--state", type=click.Choice([str(state) for state in DeliveryState])),
        click.option("--host", type=_lane, help="The receiver's host, without the port."),
        click.option(
            "--fault", type=click.Choice([str(fault) for fault in Fault]), metavar="FAULT", help="Of the last attempt."
        ),
        click.option("--task", help="A task's id."),
        click.option("--since", type=moment, help="Made then or later: 2h, or 2026-11-24T10:00."),
        click.option("--until", type=moment, help="Made before that moment."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _lane(host: str) -> Lane:
    try:
        return Lane(host_named(host))
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def is_any(chosen: Chosen) -> bool:
    """Whether something was given; no time before now is something, an empty text is not."""
    return any(value or isinstance(value, timedelta) for value in chosen.values())


def wanted(chosen: Chosen, *, now: datetime) -> DeliveryFilter:
    """Over all keys."""
    return DeliveryFilter(
        state=DeliveryState(chosen["state"]) if chosen["state"] else None,
        lane=chosen["host"],
        fault=Fault(chosen["fault"]) if chosen["fault"] else None,
        task_id=TaskId(chosen["task"]) if chosen["task"] else None,
        since=at(chosen["since"], now=now),
        until=at(chosen["until"], now=now),
    )


def delivery_id(text: str) -> DeliveryId:
    """A callback's id, or that of its task."""
    return DeliveryId(text if text.startswith(ID_PREFIX) else ID_PREFIX + text)


def unknown(name: DeliveryId) -> HeliographError:
    return HeliographError(f"there is no callback {name} here: `heliograph deliveries` lists those that there are")
