"""Chunks go into a PNG and come out of it, and its pixels stay what they were."""

import io

import pytest
from PIL import Image

from heliograph.adapters.generators.rehearsal import tiny_png
from heliograph.domain.png import chunks, international_chunk, is_png, text_chunk, with_chunks


def opened(data):
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def test_what_is_added_is_read_by_others_and_changes_no_pixel():
    before = tiny_png(3)
    after = with_chunks(before, [text_chunk("Plain", "a = b"), international_chunk("Any", "\u2028 \U0001f30a")])
    assert opened(after).text == {"Plain": "a = b", "Any": "\u2028 \U0001f30a"}
    assert opened(after).tobytes() == opened(before).tobytes()


def test_the_header_stays_first():
    after = with_chunks(tiny_png(3), [text_chunk("a", "b")])
    assert [kind for kind, _, _ in chunks(after)] == [b"IHDR", b"tEXt", b"IDAT", b"IEND"]


def test_each_chunk_is_told_with_its_content():
    data = with_chunks(tiny_png(3), [text_chunk("a", "b")])
    assert [data[begin:end] for kind, begin, end in chunks(data) if kind == b"tEXt"] == [b"a\0b"]


@pytest.mark.parametrize("length", range(len(tiny_png(3))))
def test_a_file_that_is_cut_off_anywhere_has_some_of_its_chunks(length):
    cut = tiny_png(3)[:length]
    assert [kind for kind, _, _ in chunks(cut)] == [b"IHDR", b"IDAT", b"IEND"][: len(list(chunks(cut)))]
    if is_png(cut):
        with_chunks(cut, [text_chunk("a", "b")])


@pytest.mark.parametrize("data", [b"", b"a picture", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", tiny_png(1)[:33]])
def test_other_files_are_none(data):
    assert not is_png(data)
