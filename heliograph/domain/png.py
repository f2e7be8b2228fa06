"""PNG files as rows of chunks: what is noted in one is put between others, and no pixel is looked at."""

import zlib
from collections.abc import Iterator, Sequence

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER_ENDS = len(SIGNATURE) + 25
"""The first chunk is IHDR, whose length is fixed; nothing may come before it."""


def is_png(data: bytes) -> bool:
    return data.startswith(SIGNATURE) and data[12:16] == b"IHDR" and len(data) > _HEADER_ENDS


def chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Each chunk's kind, and where its content begins and ends; a file that is cut off ends early."""
    place = len(SIGNATURE)
    while place + 12 <= len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        yield data[place + 4 : place + 8], place + 8, place + 8 + length
        place += 12 + length


def with_chunks(data: bytes, added: Sequence[bytes]) -> bytes:
    """The same picture, with these behind its header."""
    view = memoryview(data)
    return b"".join((view[:_HEADER_ENDS], *added, view[_HEADER_ENDS:]))


def text_chunk(keyword: str, text: str) -> bytes:
    """`tEXt`, for ASCII."""
    return _chunk(b"tEXt", keyword.encode("ascii") + b"\0" + text.encode("ascii"))


def international_chunk(keyword: str, text: str) -> bytes:
    """`iTXt`, for any text; not compressed, as XMP has to be."""
    return _chunk(b"iTXt", keyword.encode("ascii") + b"\0\0\0\0\0" + text.encode())


def _chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")
