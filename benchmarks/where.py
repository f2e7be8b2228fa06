"""Where the CPU time of a process goes: its threads by the kernel's count, its event loop by samples."""

import os
import signal
import threading
from collections import Counter
from pathlib import Path
from types import FrameType

EVERY_SECONDS = 0.002
PARTS = {
    "heliograph/adapters/egress/": "sending: the request, the connection, the answer",
    "heliograph/domain/signature": "signing",
    "heliograph/flow/": "verdict, receipt, next attempt",
    "heliograph/domain/": "verdict, receipt, next attempt",
    "heliograph/adapters/observer": "log line and metrics",
    "heliograph/adapters/logs": "log line and metrics",
    "heliograph/adapters/store/": "the store, from the loop",
    "heliograph/workers/": "desk, lanes and batches",
}
LOOP = "the event loop itself: sockets, callbacks"


class Where:
    """Samples what the main thread is doing; the other threads are told by the kernel."""

    def __init__(self) -> None:
        self._samples: Counter[str] = Counter()
        self._before: dict[str, float] = {}

    def begin(self) -> None:
        self._before = _seconds_of_threads()
        signal.signal(signal.SIGPROF, self._sample)
        signal.setitimer(signal.ITIMER_PROF, EVERY_SECONDS, EVERY_SECONDS)

    def end(self) -> dict[str, float]:
        """The share of each part in the whole."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        after = _seconds_of_threads()
        used = {name: seconds - self._before.get(name, 0.0) for name, seconds in after.items()}
        whole, loop = sum(used.values()), used.pop("loop")
        taken = sum(self._samples.values())
        parts = {part: count / taken * loop / whole for part, count in self._samples.items()}
        return parts | {f"thread: {name}": seconds / whole for name, seconds in used.items()}

    def _sample(self, _: int, frame: FrameType | None) -> None:
        while frame is not None:
            for place, part in PARTS.items():
                if place in frame.f_code.co_filename:
                    self._samples[part] += 1
                    return
            frame = frame.f_back
        self._samples[LOOP] += 1


def _seconds_of_threads() -> dict[str, float]:
    """CPU seconds of the main thread as `loop`, and of the others by what they are for."""
    names = {thread.native_id: thread.name for thread in threading.enumerate()}
    seconds: Counter[str] = Counter()
    for folder in Path("/proc/self/task").iterdir():
        after_name = (folder / "stat").read_text().rpartition(")")[2].split()
        ticks = int(after_name[11]) + int(after_name[12])
        name = names.get(int(folder.name), "")
        known = next((kind for kind in ("writer", "reader") if kind in name), "others")
        main = int(folder.name) == os.getpid()
        seconds["loop" if main else known] += ticks / os.sysconf("SC_CLK_TCK")
    return dict(seconds)
