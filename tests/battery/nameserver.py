"""A small name server on loopback, and the library's resolver that asks it and no other."""

import asyncio
import socket
import struct
from collections import Counter
from contextlib import asynccontextmanager, suppress

from heliograph.adapters.egress.dial import SystemResolver

A, CNAME, IN = 1, 5, 1
SERVFAIL, NXDOMAIN = 2, 3
RESPONSE = 0x8180
"""An answer, with recursion asked for and had."""


def encoded(name):
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".")) + b"\0"


def record(name, kind, data):
    return encoded(name) + struct.pack("!HHIH", kind, IN, 60, len(data)) + data


async def _is_asked(server, resolver):
    """For a moment after its start the library may still ask the name servers of the machine."""
    for number in range(100):
        with suppress(OSError):
            await resolver.resolve(f"first{number}.test")
        if server.asked:
            break
        await asyncio.sleep(0.01)
    server.asked.clear()


class NameServer(asyncio.DatagramProtocol):
    """`zone` says for each name: a code, None for silence, a list of IPv4 addresses, or the name it stands for."""

    def __init__(self, zone):
        self.zone = zone
        self.asked = Counter()

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        end = data.index(b"\0", 12)
        question, name = data[12 : end + 5], self._name(data[12:end])
        [kind] = struct.unpack("!H", data[end + 1 : end + 3])
        self.asked[name] += 1
        told = self.zone.get(name, NXDOMAIN)
        if told is None:
            return
        code = told if isinstance(told, int) else 0
        records = [] if isinstance(told, int) else self._records(name, kind)
        head = data[:2] + struct.pack("!HHHHH", RESPONSE | code, 1, len(records), 0, 0)
        self.transport.sendto(head + question + b"".join(records), addr)

    def _records(self, name, kind):
        """What is known of a name; where one stands for another, that one's too, but no loop is walked twice."""
        records, seen = [], set()
        while isinstance(told := self.zone.get(name, ()), str) and name not in seen:
            seen.add(name)
            records.append(record(name, CNAME, encoded(told)))
            name = told
        if kind == A and not isinstance(told, (str, int)):
            records += [record(name, A, socket.inet_aton(address)) for address in told or ()]
        return records

    @staticmethod
    def _name(labels):
        parts = []
        while labels:
            parts.append(labels[1 : labels[0] + 1].decode().lower())
            labels = labels[labels[0] + 1 :]
        return ".".join(parts)


@asynccontextmanager
async def name_server(zone, *, timeout_seconds=5.0):
    """The server, and a resolver as the sender makes one, but for whom it asks."""
    loop = asyncio.get_running_loop()
    transport, server = await loop.create_datagram_endpoint(lambda: NameServer(zone), ("127.0.0.1", 0))
    port = transport.get_extra_info("sockname")[1]
    resolver = SystemResolver(
        nameservers=[f"127.0.0.1:{port}"], timeout=timeout_seconds, tries=2, domains=[], lookups="b"
    )
    try:
        await _is_asked(server, resolver)
        yield server, resolver
    finally:
        await resolver.close()
        transport.close()
