"""One system on a fresh broker: started, given jobs, killed, and ended."""

import asyncio
import json
import os
import socket
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from benchmarks.peers import trees
from benchmarks.peers.brokers import Broker, Brokers
from benchmarks.peers.systems import System
from benchmarks.processes import PIPE_LIMIT, Receiver

WARM_UP_COUNT = 20
STOP_SECONDS = 3
"""After being asked to end; then it is killed: what it held is of no interest any more."""


class Stage:
    """What a system works with, and its workers while they run."""

    def __init__(self, system: System, broker: Broker, environment: dict[str, str], folder: Path) -> None:
        self._system = system
        self._broker = broker
        self._environment = environment
        self._log = folder / "log"
        self._workers: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with self._log.open("ab") as log:
            self._workers = await asyncio.create_subprocess_exec(
                *self._system.command, "work", env=self._environment, stdin=asyncio.subprocess.DEVNULL,
                stdout=log, stderr=log,
            )  # fmt: skip

    async def start_warm(self, target: Receiver) -> None:
        """Started, and some jobs done, which are in no figure."""
        await self.start()
        await self.enqueue(WARM_UP_COUNT, 0, target.urls)
        await target.came(WARM_UP_COUNT, within_seconds=60)

    async def kill(self) -> None:
        """With `kill -9`, and all that it had started."""
        if self._workers is not None:
            trees.kill(self._workers.pid)
            await self._workers.wait()
            self._workers = None

    async def stop(self) -> None:
        if self._workers is not None and self._workers.returncode is None:
            self._workers.terminate()
            with suppress(TimeoutError):
                async with asyncio.timeout(STOP_SECONDS):
                    await self._workers.wait()
        await self.kill()

    async def enqueue(self, count: int, rate: float, urls: Sequence[str]) -> dict[str, Any]:
        """Put in by a process of its own; what it told."""
        out = await self.told("enqueue", str(count), str(rate), *urls)
        try:
            return json.loads(out.splitlines()[-1])
        except (ValueError, IndexError) as error:
            raise RuntimeError(f"{self._system.name}, enqueue: {len(out)} bytes that are no JSON: {error}") from error

    async def told(self, *words: str) -> bytes:
        process = await asyncio.create_subprocess_exec(
            *self._system.command, *words, env=self._environment, stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, limit=PIPE_LIMIT,
        )  # fmt: skip
        try:
            out, complaints = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
        if process.returncode:
            raise RuntimeError(f"{self._system.name}, {words[0]}: {complaints.decode()[-2000:]}")
        return out

    def cpu_seconds(self) -> float:
        """Of the workers and of the broker, so far."""
        if self._workers is None:
            raise RuntimeError(f"{self._system.name} does not run")
        return sum(trees.cpu_seconds(pid) for pid in (self._workers.pid, *self._broker.pids))

    def last_words(self) -> str:
        return self._log.read_text(errors="replace")[-2000:] if self._log.exists() else ""


@asynccontextmanager
async def staged(system: System, brokers: Brokers) -> AsyncIterator[Stage]:
    """With tables made, nothing in it, and nothing running."""
    with tempfile.TemporaryDirectory(prefix="peers-") as name:
        async with brokers.fresh(system.broker) as broker:
            environment = os.environ | {
                "PYTHONPATH": str(Path.cwd()),
                "PEER_BROKER": broker.url,
                "PEER_FOLDER": name,
                "PEER_PORT": str(_free_port()),
            }
            stage = Stage(system, broker, environment, Path(name))
            try:
                await stage.told("prepare")
                yield stage
            except TimeoutError as error:
                raise RuntimeError(f"{system.name} took too long; the end of its log:\n{stage.last_words()}") from error
            finally:
                await stage.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
