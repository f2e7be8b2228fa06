"""Which addresses may be dialled: our own explicit table, for the standard library calls some inner ones global."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# IANA's special-purpose registries, multicast, and the one public address at which Azure answers from inside.
_FORBIDDEN_V4 = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "168.63.129.16/32",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
_GLOBAL_V6 = IPv6Network("2000::/3")
_FORBIDDEN_V6 = tuple(
    IPv6Network(block) for block in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
)
# 64:ff9b:1::/48 is not here: who runs a local NAT64 picks where in the address the inner one stands (RFC 8215).
_NAT64 = IPv6Network("64:ff9b::/96")
_UNSPECIFIED: Mapping[Address, Address] = {
    IPv4Address("0.0.0.0"): IPv4Address("127.0.0.1"),  # noqa: S104  # compared, not bound
    IPv6Address("::"): IPv6Address("::1"),
}
"""Whoever connects to one of these comes out at loopback."""


KNOWN = 4096
"""Addresses whose judgement is remembered."""


class AddressPolicy:
    """Public addresses, and the networks that the operator opens besides; what the operator denies is never dialled."""

    def __init__(self, allow: Iterable[str] = (), deny: Iterable[str] = ()) -> None:
        """Both hold CIDRs; raises `ValueError` for one that is malformed."""
        self.allowed: Sequence[Network] = tuple(ip_network(block) for block in allow)
        self.denied: Sequence[Network] = tuple(ip_network(block) for block in deny)
        # Judged at every attempt, kept connections too: 17 µs each time, and the answer depends on nothing else.
        self._judged = lru_cache(maxsize=KNOWN)(self._judge)

    def permits(self, text: str) -> bool:
        """Whether this address (as the resolver or the caller wrote it) may be dialled."""
        return self._judged(text)

    def _judge(self, text: str) -> bool:
        try:
            address = ip_address(text.partition("%")[0])
        except ValueError:
            return False
        forms = (address, _carried(address), unwrapped(address))
        if _is_in(self.denied, forms):
            return False
        return _is_in(self.allowed, forms) or _is_public(forms[-1])


def _is_in(networks: Sequence[Network], addresses: Sequence[Address]) -> bool:
    return any(address in network for network in networks for address in addresses)


def unwrapped(address: Address) -> Address:
    """Where the address leads: IPv6 forms that carry an IPv4 address stand for that one, unspecified for loopback."""
    carried = _carried(address)
    return _UNSPECIFIED.get(carried, carried)


def _carried(address: Address) -> Address:
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _FORBIDDEN_V4)
    return address in _GLOBAL_V6 and not any(address in network for network in _FORBIDDEN_V6)
