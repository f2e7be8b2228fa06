"""The dispatcher at work on a folder of owed callbacks. Run as a process; prints how long it took."""

import asyncio
import json
import sys
import time
from pathlib import Path

import uvloop

from heliograph.app import configure_logging, open_application
from heliograph.cli import tune_interpreter
from heliograph.settings import read_settings


async def main() -> None:
    settings = read_settings()
    configure_logging(settings)
    tune_interpreter()
    async with open_application(settings) as application:
        store = application.web.state.services.store
        async with asyncio.TaskGroup() as group:
            start, cpu = time.monotonic(), time.process_time()
            group.create_task(application.workers.run())
            while (census := await store.census()).deliveries_owed + census.deliveries_sending:
                await asyncio.sleep(0.02)
            took = {"seconds": time.monotonic() - start, "cpu": time.process_time() - cpu}
            application.workers.stop()
    Path(sys.argv[1]).write_text(json.dumps(took))


if __name__ == "__main__":
    uvloop.run(main())
