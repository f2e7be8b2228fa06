"""The systems that are measured. One more is a script with the commands of `job`, its requirements, and a line here."""

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class System:
    """`command` runs its script; `is_live` if jobs can only be put in while it works.

    `times` says how many times its deliveries a second ours are to reach.
    """

    name: str
    command: tuple[str, ...]
    broker: str
    is_live: bool = False
    times: float | None = None


def _python(name: str, broker: str, client: str, times: float) -> System:
    python = f".venv-peers/{name}/bin/python"
    return System(f"{name} + {client}", (python, "-m", f"benchmarks.peers.with_{name}"), broker, times=times)


PEERS = (
    _python("celery", "redis", "requests", 10),
    _python("arq", "redis", "httpx", 5),
    _python("dramatiq", "redis", "requests", 5),
    System("bullmq + undici", ("node", "benchmarks/peers/node/with_bullmq.js"), "redis", times=2),
    _python("pgqueuer", "postgres", "aiohttp", 1.5),
    _python("procrastinate", "postgres", "aiohttp", 1.5),
)
RECORDED = (sys.executable, "-m", "benchmarks.peers.with_heliograph")
OVER_HTTP = (sys.executable, "-m", "benchmarks.peers.over_http")
OURS = (
    System("ours on SQLite, recorded", RECORDED, ""),
    System("ours on SQLite, over HTTP", OVER_HTTP, "", is_live=True),
    System("ours on PostgreSQL, recorded", RECORDED, "postgres"),
    System("ours on PostgreSQL, over HTTP", OVER_HTTP, "postgres", is_live=True),
)
SYSTEMS = (*PEERS, *OURS)
