"""The reader: each image is opened in a process of its own, which the kernel holds to little memory and time."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial

from heliograph.adapters.images.kinds import READ, kind_of
from heliograph.adapters.images.limits import CPU_SECONDS, RESULT_BYTES
from heliograph.domain.inputs import image_of
from heliograph.ports import NotOpened, Opened

WORKER = "heliograph.adapters.images.worker"
"""By its name: importing it here would bring the decoders into the server."""
PATIENCE_SECONDS = 60.0
"""For a process that may compute for two: then it is the machine that has no time, and not the image that takes it."""
MOST_AT_ONCE = 4
SAID_BYTES = 1024
HEAD_BYTES = 4096
_PNG = b"\x89PNG\r\n\x1a\n"
_SIZES = "send a JPEG, PNG or WebP"
_ENDED_BY = {
    signal.SIGPROF: f"it takes more than {CPU_SECONDS} s to open: send a simpler one",
    signal.SIGXFSZ: "it is too large when it is unpacked: send a smaller one",
}


class ConfinedReader:
    """Opens JPEG, PNG and WebP. A process serves one image, so nothing that one does to it reaches the next."""

    def __init__(self) -> None:
        at_once = min(os.cpu_count() or 1, MOST_AT_ONCE)
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="heliograph-images")
        self._running: set[subprocess.Popen[bytes]] = set()
        self._is_closing = False

    async def open(self, data: bytes | bytearray, *, is_mask: bool = False) -> Opened | NotOpened:
        """Raises `OSError` where this machine could not: then it is not the image that is at fault."""
        kind = kind_of(data)
        if kind not in READ:
            return NotOpened(f"it is {kind or 'no image'}: {_SIZES}" if data else f"it is empty: {_SIZES}")
        work = partial(self._opened, data, "mask" if is_mask else "image")
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    async def close(self) -> None:
        """What is being opened is ended: nobody waits for it any more."""
        # First of all nothing new may begin: a thread whose process is ended takes the next image.
        self._is_closing = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in list(self._running):
            process.kill()
        await asyncio.to_thread(self._threads.shutdown)

    def _opened(self, data: bytes | bytearray, what: str) -> Opened | NotOpened:
        with _memory(data) as source, _memory() as result, _memory() as said:
            # Nothing of this server's environment, where its keys and passwords are.
            process = subprocess.Popen(  # noqa: S603  # the words are ours, and the image is none of them
                [sys.executable, "-I", "-m", WORKER, what],
                stdin=source, stdout=result, stderr=said, env={}, cwd="/",
            )  # fmt: skip
            if status := self._ended(process):
                return _killed(-status, os.pread(said, SAID_BYTES, 0).decode(errors="replace").strip())
            try:
                return _result(result)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise OSError(f"the process that opens an image gave nothing that can be read: {error}") from error

    def _ended(self, process: subprocess.Popen[bytes]) -> int:
        self._running.add(process)
        if self._is_closing:
            process.kill()
        try:
            return process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise OSError(f"the process that opens an image was not done within {PATIENCE_SECONDS:g} s") from None
        finally:
            self._running.discard(process)


def _killed(number: int, words: str) -> NotOpened:
    if number in _ENDED_BY:
        return NotOpened(_ENDED_BY[signal.Signals(number)])
    if number in {signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT, signal.SIGILL, signal.SIGFPE}:
        return NotOpened("it breaks the program that opens it: save it anew and send that")
    raise OSError(f"the process that opens an image ended with status {-number}: {words[-SAID_BYTES:]}")


def _result(result: int) -> Opened | NotOpened:
    """What the process says is not believed further than it goes: it may have been taken over."""
    head = os.pread(result, HEAD_BYTES, 0).partition(b"\n")[0]
    answer = json.loads(head)
    if refused := answer.get("refused"):
        return NotOpened(str(refused)[:SAID_BYTES])
    size = min(os.fstat(result).st_size, RESULT_BYTES)
    # Read past the head, not cut off behind it: copying so much would hold up the interpreter.
    png = os.pread(result, size, len(head) + 1)
    if not png.startswith(_PNG):
        raise ValueError("it is no PNG")
    return Opened(image=image_of(png), width=int(answer["width"]), height=int(answer["height"]))


@contextmanager
def _memory(content: bytes | bytearray = b"") -> Iterator[int]:
    """A file that is nowhere on the disk, at its beginning."""
    descriptor = os.memfd_create("image")
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        os.lseek(descriptor, 0, os.SEEK_SET)
        yield descriptor
    finally:
        os.close(descriptor)
