"""Which addresses may be dialled."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from heliograph.adapters.egress.addresses import AddressPolicy, unwrapped

FORBIDDEN = {
    "127.0.0.1": "loopback",
    "127.255.255.254": "loopback",
    "::1": "loopback",
    "0.0.0.0": "this host",  # noqa: S104
    "0.1.2.3": "this network",
    "::": "this host",
    "10.0.0.1": "private",
    "10.255.255.255": "private",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "192.168.0.1": "private",
    "100.64.0.1": "shared by carriers",
    "100.127.255.255": "shared by carriers",
    "169.254.0.1": "link-local",
    "169.254.169.254": "metadata",
    "169.254.170.2": "metadata of containers",
    "100.100.100.200": "metadata of a cloud",
    "168.63.129.16": "a platform that answers from inside",
    "192.0.0.1": "protocol assignments",
    "192.0.0.192": "metadata of a cloud",
    "192.0.2.1": "documentation",
    "198.51.100.1": "documentation",
    "203.0.113.1": "documentation",
    "198.18.0.1": "benchmarks",
    "198.19.255.255": "benchmarks",
    "192.88.99.1": "6to4 relays",
    "224.0.0.1": "multicast",
    "239.255.255.250": "multicast",
    "240.0.0.1": "class E",
    "255.255.255.255": "broadcast",
    "fe80::1": "link-local",
    "fe80::1%eth0": "link-local with a zone",
    "::1%lo": "loopback with a zone",
    "fec0::1": "site-local",
    "fc00::1": "unique local",
    "fd00:ec2::254": "metadata",
    "ff02::1": "multicast",
    "ff0e::1": "multicast",
    "100::1": "discard",
    "2001::1": "Teredo of nothing",
    "2001:db8::1": "documentation",
    "2001:2::1": "benchmarks",
    "2001:10::1": "ORCHID",
    "3fff::1": "documentation",
    "5f00::1": "segment routing",
    "4000::1": "not assigned",
    "::ffff:127.0.0.1": "mapped loopback",
    "::ffff:7f00:1": "mapped loopback",
    "::ffff:10.0.0.1": "mapped private",
    "::ffff:169.254.169.254": "mapped metadata",
    "::ffff:0.0.0.0": "mapped this host",
    "::ffff:168.63.129.16": "mapped platform",
    "::127.0.0.1": "compatible loopback",
    "::8.8.8.8": "compatible form, which nothing routes",
    "::ffff:0:127.0.0.1": "translated loopback",
    "64:ff9b::127.0.0.1": "NAT64 loopback",
    "64:ff9b::10.0.0.1": "NAT64 private",
    "64:ff9b::169.254.169.254": "NAT64 metadata",
    "64:ff9b:1::127.0.0.1": "local NAT64 loopback",
    "64:ff9b:1:7f00:0:100:808:808": "local NAT64 loopback in the place that a /48 prefix gives it",
    "64:ff9b:1:ffff::8.8.8.8": "local NAT64: whoever runs it says where it leads",
    "2002:7f00:1::": "6to4 loopback",
    "2002:a00:1::1": "6to4 private",
    "2002:a9fe:a9fe::": "6to4 metadata",
    "2001:0:808:808::80ff:fffe": "Teredo loopback",
    "2001:0:808:808::5601:5601": "Teredo metadata",
}
NONSENSE = [
    "",
    "localhost",
    "example.com",
    "127.1",
    "0x7f000001",
    "2130706433",
    "017700000001",
    "127.0.0.1:80",
    "[::1]",
]
PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "93.184.216.34",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "168.63.129.15",
    "168.63.129.17",
    "169.253.255.255",
    "169.255.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2606:4700:4700::1111",
    "2a00:1450:4001:800::200e",
    "2001:4860:4860::8888",
    "2600::",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
    "2002:808:808::1",
]


@pytest.mark.parametrize("address", FORBIDDEN)
def test_an_address_that_leads_inside_is_forbidden(address):
    assert not AddressPolicy().permits(address), FORBIDDEN[address]


@pytest.mark.parametrize("text", NONSENSE)
def test_what_is_no_address_is_forbidden(text):
    assert not AddressPolicy(["0.0.0.0/0", "::/0"]).permits(text)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_permitted(address):
    assert AddressPolicy().permits(address)


@pytest.mark.parametrize(
    ("allow", "opened", "closed"),
    [
        (["127.0.0.1/32"], ["127.0.0.1", "::ffff:127.0.0.1"], ["127.0.0.2", "::1", "10.0.0.1"]),
        (["127.0.0.1"], ["127.0.0.1"], ["127.0.0.2"]),
        (["10.1.0.0/16"], ["10.1.0.0", "10.1.255.255"], ["10.0.255.255", "10.2.0.0"]),
        (["fd00::/8"], ["fd00::1", "fdff::1"], ["fc00::1", "fe80::1"]),
        (["10.0.0.0/8", "::1/128"], ["10.0.0.1", "::1", "::"], ["::2", "127.0.0.1", "0.0.0.0"]),  # noqa: S104
        (["127.0.0.1"], ["127.0.0.1", "0.0.0.0", "::ffff:0.0.0.0"], ["::1", "::", "0.0.0.1"]),  # noqa: S104
        (["0.0.0.0/8"], ["0.0.0.0", "::ffff:0.0.0.0", "0.0.0.1"], ["127.0.0.1", "::"]),  # noqa: S104
        (["64:ff9b:1::/48"], ["64:ff9b:1::10.0.0.1"], ["10.0.0.1", "64:ff9b::10.0.0.1"]),
    ],
)
def test_an_operator_opens_exactly_the_networks_that_are_named(allow, opened, closed):
    policy = AddressPolicy(allow)
    assert [address for address in opened if not policy.permits(address)] == []
    assert [address for address in closed if policy.permits(address)] == []
    assert policy.permits("8.8.8.8")


@pytest.mark.parametrize("address", ["0.0.0.0", "::ffff:0.0.0.0", "64:ff9b::", "2002::1"])  # noqa: S104
@pytest.mark.parametrize("deny", ["127.0.0.0/8", "127.0.0.1/32", "0.0.0.0/32"])
def test_the_address_of_nobody_leads_to_loopback_and_is_denied_with_it(address, deny):
    assert AddressPolicy(["0.0.0.0/0", "::/0"]).permits(address)
    assert not AddressPolicy(["0.0.0.0/0", "::/0"], [deny]).permits(address)


@pytest.mark.parametrize("deny", ["::1/128", "::/128"])
def test_so_does_that_of_ipv6(deny):
    assert not AddressPolicy(["::/0"], [deny]).permits("::")
    assert AddressPolicy(["::/0"], ["127.0.0.0/8"]).permits("::")


@pytest.mark.parametrize("block", ["", "10.0.0.1/8", "10.0.0.0/33", "localhost", "10.0.0.0/8,11.0.0.0/8"])
def test_a_malformed_network_is_refused(block):
    with pytest.raises(ValueError, match=r"does not appear|has host bits"):
        AddressPolicy([block])


def embedded(address):
    """The IPv4 address inside, read from the bytes."""
    raw = address.packed
    if len(raw) == 4:
        return raw
    if raw[:12] in (bytes(10) + b"\xff\xff", bytes.fromhex("0064ff9b0000000000000000")):
        return raw[12:]
    if raw[:2] == b"\x20\x02":
        return raw[2:6]
    if raw[:4] == b"\x20\x01\x00\x00":
        return bytes(byte ^ 0xFF for byte in raw[12:])
    return None


def leads_inside(raw):
    """Whether an IPv4 address is for use inside a network, octet by octet."""
    a, b, c, d = raw
    return (
        a in {0, 10, 127}
        or a >= 224
        or (a == 100 and b // 64 == 1)
        or (a == 169 and b == 254)
        or (a == 172 and b // 16 == 1)
        or (a == 192 and b == 168)
        or (a == 192 and b == 0 and c in {0, 2})
        or (a == 198 and b in {18, 19})
        or (a, b, c) in {(198, 51, 100), (203, 0, 113), (192, 88, 99)}
        or (a, b, c, d) == (168, 63, 129, 16)
    )


def may_be_public(address):
    if (inner := embedded(address)) is not None:
        return not leads_inside(inner) and IPv4Address(inner).is_global
    raw = address.packed
    is_documentation = raw[:2] == b"\x3f\xff" and raw[2] < 0x10
    return 0x20 <= raw[0] <= 0x3F and not is_documentation and address.is_global


INNER = st.ip_addresses(v=4).map(int) | st.sampled_from(
    [int(ip_address(address)) for address in FORBIDDEN if ":" not in address]
)
WRAPPED = st.one_of(
    INNER.map(IPv4Address),
    INNER.map(lambda inner: IPv6Address(0xFFFF << 32 | inner)),
    INNER.map(lambda inner: IPv6Address(0x64FF9B << 96 | inner)),
    INNER.map(lambda inner: IPv6Address(0x64FF9B0001 << 80 | inner)),
    INNER.map(lambda inner: IPv6Address(0x2002 << 112 | inner << 80)),
    INNER.map(lambda inner: IPv6Address(0x20010000 << 96 | inner ^ 0xFFFFFFFF)),
    st.ip_addresses(v=4),
    st.ip_addresses(v=6),
    st.integers(0, 2**125 - 1).map(lambda low: IPv6Address(1 << 125 | low)),
)


@given(address=WRAPPED)
@example(address=IPv6Address("2001:0:808:808::f7f7:f7f7"))
def test_what_is_permitted_is_public_by_another_reckoning_too(address):
    if AddressPolicy().permits(str(address)):
        assert may_be_public(address)


@given(address=WRAPPED, network=st.sampled_from(["10.0.0.0/8", "127.0.0.0/8", "fc00::/7", "169.254.169.254/32"]))
def test_what_is_permitted_besides_is_in_a_network_that_was_opened(address, network):
    if AddressPolicy([network]).permits(str(address)) and not AddressPolicy().permits(str(address)):
        assert address in ip_network(network) or unwrapped(address) in ip_network(network)
