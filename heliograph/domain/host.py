"""A host in the one form in which it is dialled, however a URL or a person writes it."""

import re
from ipaddress import IPv4Address, ip_address

from yarl import URL

_NAME = re.compile(r"[0-9a-z._-]+")
_BESIDE_IT = re.compile(r"[\s/\\?#@%]")
_OCTETS = 4
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
"""Stricter than `int`, which takes underscores, signs and other scripts' digits too."""


def host_of(url: str) -> str:
    """The host of a URL, in lower case, in ASCII, without a last dot; an address in its shortest form.

    "" for what has none. Raises `ValueError` for what is no URL, and for a host that is no name and no address.
    """
    host = (URL(url).raw_host or "").rstrip(".")
    return address_of(host) or host


def host_named(text: str) -> str:
    """The same of a host alone, as a person writes it; raises `ValueError` with what may be written."""
    bare = text.removeprefix("[").removesuffix("]")
    try:
        host = str(ip_address(bare)) if ":" in bare else host_of(f"http://{bare}/")
    except ValueError:
        host = ""
    if _BESIDE_IT.search(text) or not (":" in host or _NAME.fullmatch(host)):
        raise ValueError("a host is given alone, without scheme, port and path: a.example, 192.0.2.7 or 2001:db8::1")
    return host


def address_of(host: str) -> str | None:
    """The address that a host is, however it is written, or None for a name. Raises `ValueError`.

    What ends in a number is an address or nothing (WHATWG URL, section 3.5): `127.1`, `0x7f000001` and `0177.0.0.1`
    are what resolvers and other programs take for 127.0.0.1.
    """
    text = host.rstrip(".")
    if ":" in text:
        return text
    parts = text.split(".")
    if not _is_numeric(parts[-1]):
        return None
    numbers = [_number(part) for part in parts]
    *heads, tail = numbers
    room = 256 ** (_OCTETS - len(heads)) if len(heads) < _OCTETS else 0
    if any(not 0 <= head < 256 for head in heads) or not 0 <= tail < room:  # noqa: PLR2004
        raise ValueError(f"{text} ends in a number and is no address")
    return str(IPv4Address(sum(head << 8 * (3 - place) for place, head in enumerate(heads)) + tail))


def _is_numeric(part: str) -> bool:
    return part.isdigit() or part.startswith("0x")


def _number(part: str) -> int:
    """A part of an address, -1 for none: decimal, 0x… hexadecimal or 0… octal."""
    if not _NUMBER.fullmatch(part):
        return -1
    try:
        if part.startswith("0x"):
            return int(part[2:] or "0", 16)
        return int(part, 8 if part.startswith("0") and part != "0" else 10)
    except ValueError:
        return -1
