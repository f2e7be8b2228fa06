"""What a file is by its first bytes, whatever it is called and whatever it was sent as."""

import re

READ = frozenset({"JPEG", "PNG", "WEBP"})
"""The kinds that are opened; the others have a name only for the sentence that refuses them."""
LOOKED_AT = 1024
"""Bytes at a file's beginning that tell its kind."""
_KINDS = (
    ("JPEG", re.compile(rb"\xff\xd8\xff")),
    ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("WEBP", re.compile(rb"RIFF....WEBP", re.DOTALL)),
    ("a GIF", re.compile(rb"GIF8[79]a")),
    ("a BMP", re.compile(rb"BM")),
    ("a TIFF", re.compile(rb"II\*\x00|MM\x00\*")),
    ("an AVIF", re.compile(rb"....ftypavi[fs]", re.DOTALL)),
    ("a HEIC", re.compile(rb"....ftyp(?:hei|hev|mif|msf)", re.DOTALL)),
    ("a JPEG XL", re.compile(rb"\xff\x0a|\x00\x00\x00\x0cJXL ")),
    ("an icon", re.compile(rb"\x00\x00\x01\x00")),
    ("a PDF", re.compile(rb"%PDF-")),
    ("an archive", re.compile(rb"PK\x03\x04|PK\x05\x06|\x1f\x8b|7z\xbc\xaf|Rar!")),
    ("an SVG", re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml.*?|<!--.*?|<!DOCTYPE svg.*?)?<svg[\s>]", re.DOTALL)),
    (
        "a web page",
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body)", re.IGNORECASE | re.DOTALL
        ),
    ),
)


def kind_of(data: bytes | bytearray) -> str:
    """One of `READ`, the name of another kind, or empty for what is not known."""
    start = bytes(data[:LOOKED_AT])
    return next((name for name, looks in _KINDS if looks.match(start)), "")
