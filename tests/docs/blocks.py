"""The fenced code blocks of a page, and a player that does what they say, in a folder of its own.

A block's info string says what becomes of it:

    bash serve PORT   started in the background, waited for until it listens; stopped at the end of the page, or
                      when the page starts another one for that port
    bash run          run at once; every command has to succeed, and variables last until the end of the page
    bash make         takes minutes or the network: each make target in it has to exist
    python            run as a program of its own, with the page's variables as its environment
    json output       what the block before has to print; likewise `text output`
    json              has to be JSON
    text, mermaid     shown, not run

Pages are written for the ports 8000 and 3000; here they get free ones. `hg_…` and `whsec_…` stand for what the server
has printed at its start, and `…` in an output for anything.
"""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEADLINE_SECONDS = 60
FENCE = re.compile(r"^( *)```(.+?)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
MOMENT = 10**9
"""Whole numbers from here on are moments, and fractions are durations: an output shows only that there is one."""


@dataclass(frozen=True)
class Block:
    """`kind` is the info string's first two words at most; `rest` is what follows them."""

    place: str
    kind: str
    rest: str
    text: str


def blocks_of(page: Path) -> list[Block]:
    content = page.read_text()
    found = []
    for match in FENCE.finditer(content):
        words = match[2].split()
        line = content[: match.start()].count("\n") + 1
        place = f"{page.relative_to(ROOT)}:{line}"
        found.append(Block(place, " ".join(words[:2]), " ".join(words[2:]), match[3]))
    return found


def pages_with_blocks() -> list[Path]:
    """The README and everything below docs/."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@dataclass
class Player:
    """Plays the blocks of one page in order; use as a context manager, which ends what it has started."""

    folder: Path
    printed: str = ""
    _ports: dict[str, str] = field(default_factory=dict)
    _serving: dict[str, subprocess.Popen] = field(default_factory=dict)
    _servers: list[tuple[subprocess.Popen, Path]] = field(default_factory=list)

    def __enter__(self):
        for name in (".venv", "examples"):
            target = Path(sys.executable).parents[1] if name == ".venv" else ROOT / name
            (self.folder / name).symlink_to(target)
        (self.folder / ".variables").touch()
        self._ports = {"8000": free_port(), "3000": free_port()}
        return self

    def __exit__(self, *_):
        for process, _ in reversed(self._servers):
            end(process)

    def play(self, block):
        text = self._filled(block.text)
        match block.kind:
            case "bash serve":
                self._serve(text, block)
            case "bash run":
                self.printed = self._run(f"set -a; . ./.variables; {text}\nexport -p > .variables", block)
            case "python":
                (self.folder / "block.py").write_text(text)
                self.printed = self._run(". ./.variables; .venv/bin/python -W error block.py", block)
            case "bash make":
                assert_make_targets(text, block)
            case "json output":
                assert fits(json.loads(text), json.loads(self.printed)), self._difference(text, block)
            case "text output":
                assert fits(text.strip(), self.printed.strip()), self._difference(text, block)
            case "json":
                json.loads(text)
            case "text" | "mermaid":
                pass
            case other:
                raise AssertionError(f"{block.place}: nothing is known of blocks marked {other!r}, see {__file__}")

    def _environment(self):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("HELIOGRAPH_")}
        return kept | {
            "HELIOGRAPH_PORT": self._ports["8000"],
            "HELIOGRAPH_GENERATOR": "rehearsal",
            "PORT": self._ports["3000"],
            "NO_PROXY": "*",
            "no_proxy": "*",
        }

    def _serve(self, text, block):
        if before := self._serving.get(block.rest):
            end(before)
        log = self.folder / f"server-{len(self._servers)}.txt"
        command = ("bash", "-c", f". ./.variables; {text}")
        with log.open("wb") as output:
            process = subprocess.Popen(
                command, cwd=self.folder, env=self._environment(), stdout=output, stderr=output, start_new_session=True
            )
        self._servers.append((process, log))
        self._serving[block.rest] = process
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not listens(self._ports[block.rest]):
            said = log.read_text()
            assert process.poll() is None, f"{block.place} ended: {said}"
            assert time.monotonic() < deadline, f"{block.place} does not listen: {said}"
            time.sleep(0.05)

    def _run(self, text, block):
        done = subprocess.run(
            ("bash", "-euo", "pipefail", "-c", text),
            cwd=self.folder,
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=DEADLINE_SECONDS,
            check=False,
        )
        assert done.returncode == 0, f"{block.place} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def _filled(self, text):
        for port, free in self._ports.items():
            text = re.sub(rf"\b{port}\b", free, text)
        said = "\n".join(log.read_text() for _, log in self._servers)
        for prefix in ("hg_", "whsec_"):
            if made := re.search(rf"{prefix}\S+", said):
                text = text.replace(f"{prefix}…", made[0])
        return text

    def _difference(self, text, block):
        return f"{block.place} shows\n{text}\nbut this was printed:\n{self.printed}"


def fits(shown, printed):
    """Whether what is printed is what a page shows, where `…` stands for anything and a moment for any other."""
    match shown, printed:
        case dict(), dict():
            return list(shown) == list(printed) and all(fits(shown[key], printed[key]) for key in shown)
        case list(), list():
            return len(shown) == len(printed) and all(map(fits, shown, printed))
        case str(), str():
            return bool(re.fullmatch(".+".join(map(re.escape, shown.split("…"))), printed))
        case int(), int() if shown >= MOMENT:
            return printed >= MOMENT
        case float(), float():
            return True
        case _:
            return shown == printed


def assert_make_targets(text, block):
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for line in text.splitlines():
        command, target, *_ = line.split()
        assert command == "make", f"{block.place}: {line!r} is not make"
        assert target in targets, f"{block.place}: the Makefile has no target {target}"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def listens(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", int(port)), timeout=1):
        return True
    return False


def end(process):
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    process.wait(timeout=DEADLINE_SECONDS)
    # The shell ends before what it has started, which may still hold its port and its folder.
    deadline = time.monotonic() + DEADLINE_SECONDS
    with contextlib.suppress(ProcessLookupError):
        while time.monotonic() < deadline:
            os.killpg(process.pid, 0)
            time.sleep(0.05)
