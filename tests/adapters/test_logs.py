import io

from heliograph.adapters.logs import Lenient


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
