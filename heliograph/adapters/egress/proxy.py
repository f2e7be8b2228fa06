"""The operator's proxy: with one, every connection is a tunnel that it makes (CONNECT), and it looks the names up."""

import asyncio
import base64
import errno
import re
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from aiohappyeyeballs import start_connection
from aiohttp.abc import AbstractResolver
from yarl import URL

from heliograph.adapters.egress.evidence import Evidence, Stage
from heliograph.adapters.egress.request import Origin
from heliograph.adapters.egress.targets import literal_address
from heliograph.domain.verdict import Fault

ANSWER_LIMIT = 64 * 1024
"""Bytes of the answer to CONNECT that are read at most."""
_STATUS = re.compile(rb"HTTP/1\.[01] ([1-9]\d\d)(?: [^\r\n]*)?\r?\n")
_BEGINNING = b"HTTP/1."
_END = re.compile(rb"\r?\n\r?\n")
_NO_ROOM = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_REFUSALS: Mapping[int, str] = {
    403: "its rules forbid that: change them, or the URL",
    407: "it asks for a user name and password: give the right ones in HELIOGRAPH_EGRESS_PROXY",
    405: "it takes no CONNECT: is it an HTTP proxy?",
    501: "it takes no CONNECT: is it an HTTP proxy?",
    502: "it did not reach the receiver: its log says why",
    503: "it did not reach the receiver, or is overloaded: its log says why",
    504: "it did not reach the receiver in its time: its log says why",
}


class ProxyFailed(OSError):
    """The proxy made no tunnel; the text says why and what helps."""

    fault = Fault.PROXY_FAILED


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where it is, and what it is shown; the operator chose it, so its address is not judged."""

    host: str
    port: int
    authorization: str = field(default="", repr=False)

    @property
    def where(self) -> str:
        return _host_and_port(self.host, self.port)


def proxy_of(text: str) -> Proxy:
    """From http://[user:password@]host:port; raises `ValueError`, which never holds the password."""
    try:
        url = URL(text)
        host, port = url.raw_host, url.port
    except ValueError:
        raise ValueError("it is no URL: write http://host:port") from None
    if url.scheme != "http" or not host or not port or url.raw_path_qs not in {"", "/"} or url.raw_fragment:
        raise ValueError("only a plain HTTP proxy is possible: write http://host:port")
    if url.raw_user is None and url.raw_password is None:
        return Proxy(host, port)
    pair = f"{unquote(url.raw_user or '')}:{unquote(url.raw_password or '')}"
    return Proxy(host, port, f"Basic {base64.b64encode(pair.encode()).decode()}")


class Tunnels:
    """Sockets that lead to an origin through the proxy."""

    def __init__(self, proxy: Proxy, resolver: AbstractResolver) -> None:
        self._proxy = proxy
        self._resolver = resolver

    async def reach(self, origin: Origin, evidence: Evidence) -> socket.socket:
        """Raises `ProxyFailed`. The address in the evidence stays empty: only the proxy knows whom it dialled."""
        began_at = time.monotonic()
        evidence.stage, evidence.proxy = Stage.REACHING_PROXY, self._proxy.where
        tunnel = await self._dialled()
        try:
            evidence.stage = Stage.TUNNELLING
            await self._connect(tunnel, origin)
        except BaseException:
            tunnel.close()
            raise
        evidence.connect_ms = (time.monotonic() - began_at) * 1000
        return tunnel

    async def _dialled(self) -> socket.socket:
        proxy = self._proxy
        try:
            found = await self._resolver.resolve(proxy.host, proxy.port, family=socket.AF_UNSPEC)
            targets = [
                (one["family"], socket.SOCK_STREAM, socket.IPPROTO_TCP, "", _sockaddr(one["host"], proxy.port))
                for one in found
            ]
            return await start_connection(targets, happy_eyeballs_delay=0.25)
        except (OSError, ValueError, RuntimeError) as error:
            if isinstance(error, OSError) and error.errno in _NO_ROOM:
                raise
            raise ProxyFailed(f"the proxy {proxy.where} cannot be reached: {error}: is it running?") from error

    async def _connect(self, tunnel: socket.socket, origin: Origin) -> None:
        loop = asyncio.get_running_loop()
        # The address that was judged: another program may read 010.0.0.1 as 10.0.0.1.
        where = _host_and_port(literal_address(origin.host) or origin.host, origin.port)
        shown = f"Proxy-Authorization: {self._proxy.authorization}\r\n" if self._proxy.authorization else ""
        try:
            await loop.sock_sendall(tunnel, f"CONNECT {where} HTTP/1.1\r\nHost: {where}\r\n{shown}\r\n".encode())
            status = await self._status(tunnel)
        except ProxyFailed:
            raise
        except OSError as error:
            raise self._failure(f"broke the connection ({error})") from error
        if status // 100 != 2:  # noqa: PLR2004  # the class of a status is its first digit
            advice = _REFUSALS.get(status, "its log says why")
            raise self._failure(f"answered {status} to CONNECT {where}: {advice}")

    async def _status(self, tunnel: socket.socket) -> int:
        """The status of an answer that is whole, and behind which nothing comes: the receiver has not been asked."""
        loop, answer = asyncio.get_running_loop(), b""
        while (end := _END.search(answer)) is None:
            if not answer.startswith(_BEGINNING[: len(answer)]):
                raise self._failure("did not answer in HTTP: is it an HTTP proxy?")
            if len(answer) >= ANSWER_LIMIT:
                raise self._failure(f"sent headers of more than {ANSWER_LIMIT} bytes: is it an HTTP proxy?")
            piece = await loop.sock_recv(tunnel, ANSWER_LIMIT - len(answer))
            if not piece:
                raise self._failure("closed the connection before it answered: its log says why")
            answer += piece
        found = _STATUS.match(answer)
        if found is None:
            raise self._failure("did not answer in HTTP: is it an HTTP proxy?")
        status = int(found[1])
        if status // 100 == 2 and end.end() != len(answer):  # noqa: PLR2004
            raise self._failure("said something in the tunnel before the receiver could: is it an HTTP proxy?")
        return status

    def _failure(self, what: str) -> ProxyFailed:
        return ProxyFailed(f"the proxy {self._proxy.where} {what}")


def _sockaddr(address: str, port: int) -> tuple[str, int] | tuple[str, int, int, int]:
    return (address, port, 0, 0) if ":" in address else (address, port)


def _host_and_port(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
