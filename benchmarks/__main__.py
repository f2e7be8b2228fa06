"""`python -m benchmarks [NAME …]`: every measurement, or those that are named, as one table."""

import asyncio
import os
import platform
import sqlite3
import sys
from importlib.metadata import version

from rich.console import Console
from rich.table import Table

from benchmarks import cpu, deliver, draw, engines, fairness, growth, isolation, limits, live, partitions, workers

MEASUREMENTS = {
    "deliver": deliver,
    "engines": engines,
    "live": live,
    "cpu": cpu,
    "draw": draw,
    "fairness": fairness,
    "isolation": isolation,
    "growth": growth,
    "workers": workers,
    "limits": limits,
    "partitions": partitions,
}


def main() -> None:
    console = Console()
    console.print(machine())
    for name in sys.argv[1:] or MEASUREMENTS:
        module = MEASUREMENTS[name]
        table = Table(title=(module.__doc__ or name).strip(), title_justify="left", show_header=False)
        for row in asyncio.run(module.measure()):
            table.add_row(*row)
        console.print(table)


def machine() -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in ("aiohttp", "uvloop", "fastapi", "uvicorn"))
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}\n{libraries}"
    )


if __name__ == "__main__":
    main()
