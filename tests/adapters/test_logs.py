import asyncio
import io

from heliograph.adapters.logs import Lenient, _Lines


class Disk(io.StringIO):
    """Has room for so many characters, until somebody makes more."""

    def __init__(self, room):
        super().__init__()
        self.room = room

    def write(self, text):
        written = super().write(text[: self.room])
        self.room -= written
        if written < len(text):
            raise OSError(28, "No space left on device")
        return written


def test_a_line_that_cannot_be_written_raises_nothing():
    disk = Disk(room=0)
    lenient = Lenient(disk)
    lenient.write("a line\n")
    lenient.flush()
    assert disk.getvalue() == ""


def test_after_a_line_that_was_cut_the_next_begins_on_a_line_of_its_own():
    disk = Disk(room=6)
    lenient = Lenient(disk)
    for line in ("one\n", "two\n", "three\n"):
        lenient.write(line)
    disk.room = 100
    for line in ("four\n", "five\n"):
        lenient.write(line)
    assert disk.getvalue() == "one\ntw\nfour\nfive\n"


class Counted(io.StringIO):
    def __init__(self):
        super().__init__()
        self.writes = 0

    def write(self, text):
        self.writes += 1
        return super().write(text)


async def test_the_lines_of_one_turn_of_the_loop_are_one_write():
    stream = Counted()
    lines = _Lines(Lenient(stream))
    for line in ("one", "two", "three"):
        lines.add(line)
    assert stream.writes == 0
    await asyncio.sleep(0)
    assert (stream.writes, stream.getvalue()) == (1, "one\ntwo\nthree\n")


def test_without_a_loop_a_line_is_written_at_once():
    stream = Counted()
    _Lines(Lenient(stream)).add("one")
    assert stream.getvalue() == "one\n"
