"""What an image may take: the kernel ends whoever takes more, and a process that opens one has nothing to give away."""

import re
import resource
import signal
import subprocess
import sys

import pytest

from heliograph.adapters.images.limits import CPU_SECONDS, MEMORY_BYTES
from tests.images.corpus import BAD, GOOD

ROOM_BYTES = 20 * 1024 * 1024
"""Of resident memory that Python and the decoders have before an image is opened, and a little more."""
WATCHED = """
import sys
from heliograph.adapters.images import worker
status = open('/proc/self/status')
worker.main('image')
sys.stderr.write(status.read())
"""
CONFINED = "import sys\nfrom heliograph.adapters.images import worker\nworker.confine()\n"


def run(code, data=b""):
    return subprocess.run([sys.executable, "-I", "-c", code], input=data, capture_output=True, timeout=60, check=False)


def confined(code):
    """What that code comes to in a process that is about to open an image."""
    return run(CONFINED + code)


HEAVY = [name for name in BAD if "too much" in name or "too many" in name or "says" in name]


@pytest.mark.parametrize("name", ["PNG", "one line", *HEAVY])
def test_no_image_takes_more_memory_or_time_than_it_may(name):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = run(WATCHED, (GOOD | BAD)[name]())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, done.stderr
    peak = int(re.search(rb"VmHWM:\s+(\d+) kB", done.stderr)[1]) * 1024
    assert peak < MEMORY_BYTES + ROOM_BYTES
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < CPU_SECONDS + 0.5


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (f"bytearray({MEMORY_BYTES + 2**20})", b"MemoryError"),
        ("open('/etc/passwd')", b"Too many open files"),
        ("import socket; socket.socket()", b"Too many open files"),
        ("import subprocess; subprocess.run(['id'])", b"Too many open files"),
    ],
)
def test_a_process_that_opens_an_image_can_do_nothing_else(code, told):
    done = confined(code)
    assert (done.returncode, done.stdout) == (1, b"")
    assert told in done.stderr


@pytest.mark.parametrize(
    ("code", "number"),
    [("while True: pass", signal.SIGPROF), ("sys.stdout.buffer.write(bytes(2**27))", signal.SIGXFSZ)],
)
def test_one_that_computes_for_long_or_writes_much_is_ended(code, number, tmp_path):
    with (tmp_path / "result").open("wb") as result:
        done = subprocess.run([sys.executable, "-I", "-c", CONFINED + code], stdout=result, timeout=60, check=False)
    assert -done.returncode == number
