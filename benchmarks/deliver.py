"""Deliver: owed callbacks drained by the real dispatcher on SQLite FULL, against both ceilings, in turn."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import trustme

from benchmarks import fill
from benchmarks.processes import KEY, Receiver, receiver, told

HOSTS = ("127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4")
COUNT = 5000
PER_HOST = 64
ROUNDS = 15
"""One round says little: the share differs by a quarter from one to the next."""


@dataclass(frozen=True, slots=True)
class Way:
    """How the callbacks travel."""

    name: str
    count: int = COUNT
    tls: bool = False
    fresh: bool = False


WAYS = (
    Way("http, connections kept alive"),
    Way("https, connections kept alive", tls=True),
    Way("https, a fresh connection each", count=1500, tls=True, fresh=True),
)


@dataclass(slots=True)
class Rates:
    """Callbacks per second of each round, and CPU seconds per callback of the dispatcher's process."""

    plain: list[float] = field(default_factory=list)
    sender: list[float] = field(default_factory=list)
    drained: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


async def measure() -> list[tuple[str, str]]:
    with certificates() as (certificate, ca):
        return [row for way in WAYS for row in await _rows(way, certificate if way.tls else "", ca if way.tls else "")]


@contextmanager
def certificates() -> Iterator[tuple[str, str]]:
    """A certificate with its key for the hosts, and that of the authority behind it, as files."""
    authority = trustme.CA()
    own = authority.issue_cert(*HOSTS)
    with own.private_key_and_cert_chain_pem.tempfile() as certificate, authority.cert_pem.tempfile() as ca:
        yield certificate, ca


async def _rows(way: Way, certificate: str, ca: str) -> list[tuple[str, str]]:
    rates = Rates()
    async with receiver(HOSTS, certificate=certificate, fresh=way.fresh) as target:
        for _ in range(ROUNDS):
            rates.plain.append(await ceiling("aiohttp", way.count, target, ca))
            rates.sender.append(await ceiling("sender", way.count, target, ca))
            took = await drained(target.urls, way.count, ca)
            rates.drained.append(way.count / took["seconds"])
            rates.cpu.append(took["cpu"] / way.count)
            await all_came(target, way.count)
    return [
        (way.name, f"{median(rates.drained):,.0f} callbacks/s at {median(rates.cpu) * 1e6:.0f} µs of CPU each"),
        ("  of a plain aiohttp loop (to reach 0.8)", _share(rates.drained, rates.plain)),
        ("  of our sender with nothing durable", _share(rates.drained, rates.sender)),
    ]


async def ceiling(client: str, count: int, target: Receiver, ca: str = "") -> float:
    """Callbacks per second of a client with nothing durable, as many in flight as the dispatcher has."""
    in_flight = PER_HOST * len(target.urls)
    took = await told("benchmarks.ceiling", client, str(count), str(in_flight), ca, *target.urls)
    await target.report()
    return count / took["seconds"]


async def drained(urls: Sequence[str], count: int, ca: str = "", *options: str) -> dict[str, Any]:
    """What the dispatcher takes for callbacks that it finds in its database, as `benchmarks.drain` tells it."""
    with tempfile.TemporaryDirectory() as folder:
        fill.owed(Path(folder), count, urls)
        return await dispatched(folder, ca, *options)


async def dispatched(folder: str, ca: str = "", *options: str, **settings: str) -> dict[str, Any]:
    """What `benchmarks.drain` tells of a folder, or of the database that the settings name."""
    return await told(
        "benchmarks.drain",
        *options,
        HELIOGRAPH_DATA_DIR=folder,
        HELIOGRAPH_API_KEYS=KEY,
        HELIOGRAPH_GENERATOR="rehearsal",
        HELIOGRAPH_EGRESS_ALLOW="127.0.0.0/8",
        HELIOGRAPH_EGRESS_CA_BUNDLE=ca,
        HELIOGRAPH_CALLBACKS_PER_HOST=str(PER_HOST),
        **settings,
    )


async def all_came(target: Receiver, count: int) -> None:
    came = await target.report()
    if came["count"] != count or len(came["times"]) != count:
        raise RuntimeError(f"{came['count']} callbacks came, {len(came['times'])} of them different: not {count}")


def _share(rates: Sequence[float], ceilings: Sequence[float]) -> str:
    shares = [rate / most for rate, most in zip(rates, ceilings, strict=True)]
    return f"{median(shares):.2f}  ({min(shares):.2f} to {max(shares):.2f}), that does {median(ceilings):,.0f}/s"
