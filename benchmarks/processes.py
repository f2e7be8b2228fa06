"""The processes that a measurement needs: receivers, servers, and what they cost."""

import asyncio
import json
import os
import socket
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

KEY = "benchmark"
PIPE_LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Receiver:
    """A receiver process and the URLs at which it answers."""

    urls: Sequence[str]
    process: asyncio.subprocess.Process

    async def report(self) -> dict[str, Any]:
        """What came since the last report."""
        self.process.stdin.write(b"report\n")
        return json.loads(await self.process.stdout.readline())

    async def came(self, count: int, *, within_seconds: float) -> dict[str, Any]:
        """A report once that many callbacks have come; raises `TimeoutError`."""
        whole: dict[str, Any] = {"count": 0, "first": 0.0, "last": 0.0, "times": {}}
        async with asyncio.timeout(within_seconds):
            while whole["count"] < count:
                await asyncio.sleep(0.1)
                part = await self.report()
                whole["first"] = whole["first"] or part["first"]
                whole["last"] = part["last"] or whole["last"]
                whole["count"] += part["count"]
                whole["times"] |= part["times"]
        return whole


@asynccontextmanager
async def receiver(
    hosts: Sequence[str], *, certificate: str = "", fresh: bool = False, answer_seconds: float = 0.0
) -> AsyncIterator[Receiver]:
    """With a certificate it speaks TLS; a fresh one takes one request per connection."""
    options = [
        *(["--certificate", certificate] if certificate else []),
        *(["--fresh"] if fresh else []),
        f"--answer-seconds={answer_seconds}",
    ]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "benchmarks.receiver",
        *options,
        *hosts,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=PIPE_LIMIT,
    )
    try:
        ports = json.loads(await process.stdout.readline())
        scheme = "https" if certificate else "http"
        yield Receiver([f"{scheme}://{host}:{port}/cb" for host, port in zip(hosts, ports, strict=True)], process)
    finally:
        process.stdin.close()
        await process.wait()


@asynccontextmanager
async def mute(hosts: Sequence[str]) -> AsyncIterator[list[str]]:
    """URLs at which connections are made and nothing is ever answered."""
    listeners = []
    try:
        for host in hosts:
            listener = socket.socket()
            listener.bind((host, 0))
            listener.listen(4096)
            listeners.append(listener)
        yield [f"http://{listener.getsockname()[0]}:{listener.getsockname()[1]}/cb" for listener in listeners]
    finally:
        for listener in listeners:
            listener.close()


@asynccontextmanager
async def server(folder: Path, **settings: str) -> AsyncIterator[tuple[str, int]]:
    """A real server with the rehearsal generator and no rate limit; its base URL and process id."""
    async with _process(folder, "log", "serve", port_setting="HELIOGRAPH_PORT", **settings) as process:
        yield process


@asynccontextmanager
async def worker(folder: Path, number: int, **settings: str) -> AsyncIterator[int]:
    """A `work` process with both roles, beside others on the same folder; its process id."""
    name = f"log-{number}"
    async with _process(folder, name, "work", port_setting="HELIOGRAPH_WORK_PORT", **settings) as (_, pid):
        yield pid


@asynccontextmanager
async def _process(
    folder: Path, log_name: str, command: str, *, port_setting: str, **settings: str
) -> AsyncIterator[tuple[str, int]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        port_setting: str(port),
        "HELIOGRAPH_DATA_DIR": str(folder),
        "HELIOGRAPH_API_KEYS": KEY,
        "HELIOGRAPH_GENERATOR": "rehearsal",
        "HELIOGRAPH_SUBMIT_RATE": "0",
        "HELIOGRAPH_EGRESS_ALLOW": "127.0.0.0/8",
        **settings,
    }
    with (folder / log_name).open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "heliograph", command, env=environment, stdout=log, stderr=log
        )
        try:
            base_url = f"http://127.0.0.1:{port}"
            await _ready(base_url)
            yield base_url, process.pid
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


async def _ready(base_url: str) -> None:
    async with aiohttp.ClientSession() as session, asyncio.timeout(30):
        while True:
            try:
                async with session.get(f"{base_url}/readyz") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.05)


async def told(*command: str, **settings: str) -> dict[str, Any]:
    """What a process of ours prints, as JSON, on its last line; raises `RuntimeError` with its complaints."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *command,
        env=os.environ | settings, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, limit=PIPE_LIMIT,
    )  # fmt: skip
    out, complaints = await process.communicate()
    if process.returncode:
        raise RuntimeError(complaints.decode()[-2000:])
    return json.loads(out.splitlines()[-1])


def memory_bytes(pid: int) -> int:
    """Resident memory of a process."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def open_files(pid: int) -> int:
    """Files and connections that a process has open."""
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def cpu_seconds(pid: int) -> float:
    """Processor time that a process has used so far."""
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def family_cpu_seconds(pid: int) -> float:
    """Processor time of a process and all its children, those that have ended included: that of a PostgreSQL server."""
    ticks = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            after_name = path.read_text().rpartition(")")[2].split()
            if int(path.parent.name) == pid:
                ticks += sum(map(int, after_name[11:15]))
            elif int(after_name[1]) == pid:
                ticks += sum(map(int, after_name[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


async def submit(base_url: str, urls: Sequence[str], *, count: int, connections: int, rate: float) -> dict[str, Any]:
    """Submit tasks from a process of its own; when each request was sent, by task id."""
    numbers = (str(count), str(connections), str(rate))
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.load", base_url, *numbers, *urls,
        stdout=asyncio.subprocess.PIPE, limit=PIPE_LIMIT,
    )  # fmt: skip
    out, _ = await process.communicate()
    return json.loads(out)


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
