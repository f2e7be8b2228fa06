"""A pipeline's process: started, spoken with through its standard input and output, and ended."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

import heliograph
from heliograph.adapters.generators.diffusers.messages import (
    HEAD,
    Draw,
    FromProcess,
    Open,
    Reason,
    ToProcess,
    frame,
    from_process,
)

PROGRAM = "heliograph.adapters.generators.diffusers.pipeline"
WORDS_KEPT = 4000
"""Bytes of what it said last on its standard error, for the log."""
GONE_SECONDS = 5.0
"""Between the end of its words and the end of the process."""
BUFFER_BYTES = 1024 * 1024


class PipelineLost(Exception):
    """There is no pipeline to draw with, for that `reason`; `detail` is for the log."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class PipelineProcess:
    """Ends by itself as soon as the server does, by `kill -9` too: it reads from the server's pipe."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._said = b""
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def start(cls, options: Open) -> "PipelineProcess":
        """A process that looks for the pipeline and then loads it."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",  # a folder of the user's that is called torch is no torch
            "-m",
            PROGRAM,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=BUFFER_BYTES,
            env=environment(os.environ, download=options.download),
            start_new_session=True,  # Ctrl-C at a terminal is for the server, which still has work to give back
        )
        started = cls(process)
        try:
            await started.send(options)
        except BaseException:
            await started.end()
            raise
        return started

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.returncode is None

    async def send(self, message: Open | Draw) -> None:
        """Raises `PipelineLost` where nobody listens."""
        try:
            self.post(message)
            await self._stdin.drain()
        except OSError:
            raise await self._lost() from None

    def post(self, message: ToProcess) -> None:
        """Send without waiting; what nobody takes is dropped."""
        self._stdin.write(frame(message))

    async def receive(self) -> FromProcess:
        """The next message. Raises `PipelineLost` when the process is gone."""
        assert self._process.stdout  # noqa: S101  # it was asked for
        try:
            (length,) = HEAD.unpack(await self._process.stdout.readexactly(HEAD.size))
            return from_process(await self._process.stdout.readexactly(length))
        except (EOFError, OSError, msgspec.MsgspecError):
            raise await self._lost() from None

    async def end(self, *, patience_seconds: float = 0) -> str:
        """Wait so long for its end, then kill it; how it ended and what it said last."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._process.wait(), patience_seconds)
        if self.is_alive:
            # Not asyncio's own kill: it looks for the status first, and then the status is lost.
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        status = await self._process.wait()
        self._stdin.close()
        # Something that it started may keep its standard error open.
        await asyncio.wait([self._listening], timeout=1)
        self._listening.cancel()
        said = self._said.decode(errors="replace").strip()
        return f"{_told(status)}; it said: {said}" if said else _told(status)

    @property
    def _stdin(self) -> asyncio.StreamWriter:
        assert self._process.stdin  # noqa: S101  # it was asked for
        return self._process.stdin

    async def _lost(self) -> PipelineLost:
        return PipelineLost(Reason.PROCESS_ENDED, await self.end(patience_seconds=GONE_SECONDS))

    async def _listen(self) -> None:
        assert self._process.stderr  # noqa: S101  # it was asked for
        while words := await self._process.stderr.read(WORDS_KEPT):
            self._said = (self._said + words)[-WORDS_KEPT:]


def environment(ours: Mapping[str, str], *, download: bool) -> dict[str, str]:
    """The server's own without its settings: libraries of others need not know keys and secrets."""
    theirs = {name: value for name, value in ours.items() if not name.upper().startswith("HELIOGRAPH_")}
    home = str(Path(heliograph.__file__).parents[1])
    theirs["PYTHONPATH"] = os.pathsep.join(filter(None, [home, ours.get("PYTHONPATH")]))
    theirs |= {"HF_HUB_DISABLE_TELEMETRY": "1", "TOKENIZERS_PARALLELISM": "false", "TQDM_DISABLE": "1"}
    # Their warnings repeat prompts, and what is said last may come into the log.
    theirs |= {"DIFFUSERS_VERBOSITY": "error", "TRANSFORMERS_VERBOSITY": "error"}
    return theirs if download else theirs | {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}


def _told(status: int) -> str:
    if status >= 0:
        return f"the process ended with status {status}"
    name = signal.Signals(-status).name if -status in set(signal.Signals) else str(-status)
    hint = ": most often the system was out of memory" if -status == signal.SIGKILL else ""
    return f"the process was ended by {name}{hint}"
