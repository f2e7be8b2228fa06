"""The dispatcher at work on a folder of owed callbacks. Run as a process; `--where` also tells where its CPU time goes.

Prints one JSON line: `{"seconds", "cpu", "where": {part: share of the CPU time}}`.
"""

import asyncio
import json
import os
import sys
import time

import uvloop

from benchmarks.where import Where
from heliograph.app import configure_logging, open_application
from heliograph.ports import Store
from heliograph.serving import tune_interpreter
from heliograph.settings import Settings, read_settings


async def main(where: Where | None) -> None:
    settings = read_settings()
    tune_interpreter()
    told = _log_to_a_file(settings)
    async with open_application(settings) as application:
        store = application.web.state.services.store
        async with asyncio.TaskGroup() as group:
            start, cpu = time.monotonic(), time.process_time()
            if where:
                where.begin()
            group.create_task(application.workers.run())
            # While any is in flight the store is not asked: that would cost what is measured here.
            while application.workers.callbacks_in_flight or await _owes(store):
                await asyncio.sleep(0.02)
            took = {"seconds": time.monotonic() - start, "cpu": time.process_time() - cpu}
            took["where"] = where.end() if where else {}
            application.workers.stop()
    os.write(told, json.dumps(took).encode() + b"\n")


async def _owes(store: Store) -> bool:
    census = await store.census()
    return census.deliveries_owed + census.deliveries_sending > 0


def _log_to_a_file(settings: Settings) -> int:
    """The log lines go where a server's go; a descriptor for what is told instead."""
    told = os.dup(sys.stdout.fileno())
    with (settings.data_dir / "log").open("wb") as log:
        os.dup2(log.fileno(), sys.stdout.fileno())
    configure_logging(settings)
    return told


if __name__ == "__main__":
    uvloop.run(main(Where() if "--where" in sys.argv else None))
