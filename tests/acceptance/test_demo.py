"""`heliograph demo` runs the main job once, and a drawing process that is killed takes no task with it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.acceptance.server import Receiver, Server, until

DEMO_SECONDS = 60


def reddish(picture):
    """The pixels that are clearly red."""
    pixels = picture.convert("RGB").get_flattened_data()
    return sum(red > 130 and green < 100 and blue < 100 for red, green, blue in pixels)


def test_the_demo_leaves_a_picture_of_what_was_asked_for(tmp_path):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HELIOGRAPH_")}
    command = [sys.executable, "-m", "heliograph", "demo"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=DEMO_SECONDS, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "signature verified" in done.stdout
    [path] = tmp_path.iterdir()
    task_id = path.name.removeprefix("4o_image_").removesuffix("_1.png")
    assert path.name == f"4o_image_{task_id}_1.png"
    assert len(task_id) == 32
    assert task_id in done.stdout
    with Image.open(path) as picture:
        picture.load()
        assert (picture.format, picture.size) == ("PNG", (1024, 1024))
        assert reddish(picture) > 3_000


def children_of(pid):
    """The processes that this one has started, read from /proc."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if parent == pid:
            found.append(int(folder.name))
    return found


def is_running(pid):
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_drawing_process_that_is_killed_takes_neither_its_task_nor_the_server_with_it(tmp_path):
    with Receiver() as receiver, Server(tmp_path, GENERATOR="illustrator") as server:
        task_id = server.submit("a red bicycle leaning on a white wall", receiver.url, nVariants=4)
        [drawing, *_] = until(lambda: children_of(server.process.pid), "a process that draws")
        assert server.record(task_id)["successFlag"] == 0
        os.kill(drawing, signal.SIGKILL)
        record = server.ended(task_id, seconds=40)
        assert record["errorCode"] in {None, 500}
        until(lambda: receiver.of(task_id), "the callback")
        assert server.call("GET", "/readyz")[0] == 200
        after = server.ended(server.submit("a blue house"), seconds=40)
        assert after["status"] == "SUCCESS"
        left = children_of(server.process.pid)
        assert server.stop() == 0
        until(lambda: not any(is_running(pid) for pid in left), "no drawing process is left")


def test_a_server_that_is_killed_leaves_no_drawing_process_behind(tmp_path):
    with Server(tmp_path, GENERATOR="illustrator") as server:
        server.submit("a red bicycle leaning on a white wall", nVariants=4)
        left = until(lambda: children_of(server.process.pid), "a process that draws")
        server.kill()
        until(lambda: not any(is_running(pid) for pid in left), "no drawing process is left", 30)
