"""A process that we started, with all that it has started: what it costs, and its end."""

import os
import signal
from collections import defaultdict
from contextlib import suppress
from pathlib import Path


def tree(root: int) -> list[int]:
    """The process and its descendants, parents first."""
    children = defaultdict(list)
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and (fields := _fields(int(folder.name))):
            children[int(fields[1])].append(int(folder.name))
    found = [root]
    for pid in found:
        found += children[pid]
    return found


def cpu_seconds(root: int) -> float:
    """Processor time of the whole tree, with that of children which have ended."""
    ticks = 0
    for pid in tree(root):
        if fields := _fields(pid):
            ticks += sum(int(field) for field in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def kill(root: int) -> None:
    """`kill -9`, as when the machine goes: no parent is left that could do anything about it."""
    for pid in tree(root):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _fields(pid: int) -> list[str]:
    """Of `stat`, from the state on; nothing if it has ended."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return []
