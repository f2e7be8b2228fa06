"""Which URLs may be called: told without a look-up, and again at the moment of dialling."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.http import GuardedSender
from heliograph.adapters.egress.request import Origin
from heliograph.adapters.egress.targets import Ourselves, TargetForbidden, TargetPolicy, literal_address
from heliograph.domain.verdict import Fault
from tests.egress.forbidden import CROOKED, INSIDE, LOOPBACK
from tests.egress.raw import ScriptedResolver, recording, sending

FINE = [
    "http://a.test",
    "https://a.test:8443/x?y=z#f",
    "HTTP://A.TEST/",
    "http://xn--bcher-kva.test/",
    "http://bücher.test/",
    "http://93.184.216.34/",
    "http://[2606:4700:4700::1111]/",
    "http://a-b.c_d.test/%20?q=%0a",
    "http://1.test/",
    "http://0x1.test/",
]


@pytest.mark.parametrize("host", INSIDE)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_no_way_of_writing_an_inner_address_is_permitted(scheme, host):
    assert not TargetPolicy(AddressPolicy()).permits(f"{scheme}://{host}:8080/")


@pytest.mark.parametrize("url", CROOKED)
def test_a_url_that_two_programs_could_read_differently_is_not_permitted(url):
    assert not TargetPolicy(AddressPolicy(["0.0.0.0/0", "::/0"])).permits(url)


@pytest.mark.parametrize("url", FINE)
def test_a_public_url_is_permitted(url):
    assert TargetPolicy(AddressPolicy()).permits(url)


@pytest.mark.parametrize("host", LOOPBACK)
def test_an_opened_network_is_permitted_however_the_address_is_written(host):
    assert TargetPolicy(AddressPolicy(["127.0.0.0/8"])).permits(f"http://{host}/")


@pytest.mark.parametrize("host", LOOPBACK)
def test_what_is_denied_is_not_permitted_even_where_it_is_opened(host):
    policy = TargetPolicy(AddressPolicy(allow=["127.0.0.0/8"], deny=["127.0.0.1/32"]))
    assert not policy.permits(f"http://{host}/")


@pytest.mark.parametrize("address", ["93.184.216.34", "::ffff:93.184.216.34", "64:ff9b::93.184.216.34"])
def test_a_public_address_can_be_denied_in_all_its_forms(address):
    assert AddressPolicy().permits(address)
    assert not AddressPolicy(deny=["93.184.216.0/24"]).permits(address)


@given(st.integers(0, 2**32 - 1))
@example(0)
def test_every_way_of_writing_an_address_is_read_as_inet_aton_reads_it(number):
    address = IPv4Address(number)
    a, b, c, d = address.packed
    ways = (f"{a}.{b}.{c}.{d}", f"{number}", f"{number:#x}", f"{a}.{(b << 16) + (c << 8) + d}")
    octal = f"0{a:o}.0{b:o}.{c:#x}.{d}"
    for way in (*ways, octal):
        assert literal_address(way) == str(address) == socket.inet_ntoa(socket.inet_aton(way))


@pytest.mark.parametrize("host", ["a.test", "1.a", "0x1.test", "127.0.0.1.nip.test", "-"])
def test_a_name_is_no_address(host):
    assert literal_address(host) is None


@pytest.mark.parametrize("host", ["256.1.1.1", "1.2.3.4.5", "1.2.3.256", "4294967296", "08.1", "1..1", "a.1", "0xg.1"])
def test_what_ends_in_a_number_and_is_no_address_is_forbidden(host):
    with pytest.raises(TargetForbidden):
        literal_address(host)


# --- ourselves


PUBLIC = Origin("https", "images.example", 443)


def ours(**listening):
    return TargetPolicy(AddressPolicy(["127.0.0.0/8", "::1/128"]), Ourselves(**listening))


@pytest.mark.parametrize(
    "url",
    [
        "https://images.example/",
        "https://IMAGES.example.:443/api",
        "http://images.example:443/",
        "http://127.0.0.1:8000/",
        "http://127.1:8000/",
        "http://localhost:8000/",
        "http://[::ffff:127.0.0.1]:8000/",
    ],
)
def test_we_do_not_call_ourselves_though_the_network_is_open(url):
    assert not ours(host="127.0.0.1", port=8000, public=PUBLIC).permits(url)


@pytest.mark.parametrize("url", ["http://127.0.0.1:8001/", "http://127.0.0.2:8000/", "http://images.example/"])
def test_who_lives_beside_us_may_be_called(url):
    assert ours(host="127.0.0.1", port=8000, public=PUBLIC).permits(url)


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104
@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.10", "[::1]"])
def test_who_listens_everywhere_is_reached_by_every_address_of_the_machine(host, address):
    assert not ours(host=host, port=8000).permits(f"http://{address}:8000/")
    assert ours(host=host, port=8000).permits(f"http://{address}:8001/")


def test_an_address_of_another_machine_is_not_ours():
    assert not Ourselves(host="0.0.0.0", port=80).is_address("93.184.216.34", 80)  # noqa: S104


# --- nothing outside the allowed networks is ever dialled

V4 = (
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
    "192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 "
    "198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
)
V6 = "2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20"
SPECIAL_V4, SPECIAL_V6 = ([*map(ip_network, blocks.split(" "))] for blocks in (V4, V6))


def is_inside(address):
    """Told from the address's bits alone, with none of the code that is being tested."""
    bits = int(address)
    if address.version == 4:
        return any(address in block for block in SPECIAL_V4)
    if bits >> 32 == 0xFFFF:
        return is_inside(IPv4Address(bits & 0xFFFFFFFF))
    if bits >> 112 == 0x2002:
        return is_inside(IPv4Address(bits >> 80 & 0xFFFFFFFF))
    if bits >> 96 == 0x20010000:
        return is_inside(IPv4Address(bits & 0xFFFFFFFF ^ 0xFFFFFFFF))
    if bits >> 32 == 0x64FF9B << 64:
        return is_inside(IPv4Address(bits & 0xFFFFFFFF))
    return bits >> 125 != 1 or any(address in block for block in SPECIAL_V6)


def is_plain(host):
    try:
        return bool(ip_address(host.strip("[]")))
    except ValueError:
        return False


def inner_of(carry):
    return st.integers(0, 2**32 - 1).map(carry)


ADDRESSES = st.one_of(
    st.sampled_from([host.strip("[]") for host in INSIDE if is_plain(host)]).map(ip_address),
    st.integers(0, 2**32 - 1).map(IPv4Address),
    st.integers(0, 2**128 - 1).map(IPv6Address),
    st.integers(0, 2**125 - 1).map(lambda bits: IPv6Address(1 << 125 | bits)),
    inner_of(lambda inner: IPv6Address(0xFFFF << 32 | inner)),
    inner_of(lambda inner: IPv6Address(0x2002 << 112 | inner << 80 | 1)),
    inner_of(lambda inner: IPv6Address(0x20010000 << 96 | inner)),
    inner_of(lambda inner: IPv6Address(0x64FF9B << 96 | inner)),
    st.sampled_from(["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "127.0.0.2"]).map(ip_address),
)
HOSTS = st.one_of(
    st.sampled_from(INSIDE),
    st.sampled_from(["a.test", "b.test", "A.TEST.", "xn--bcher-kva.test"]),
    st.text(st.sampled_from("0123456789abcdefx.:[]%①\uff0e-_@\\/ "), max_size=20),
    ADDRESSES.map(lambda address: f"[{address}]" if address.version == 6 else str(address)),
)
URLS = st.builds(
    lambda scheme, user, host, port, path: f"{scheme}://{user}{host}{port}{path}",
    st.sampled_from(["http", "https", "HTTP", "ftp", ""]),
    st.sampled_from(["", "", "", "a@", "a:b@", "127.0.0.1\\@"]),
    HOSTS,
    st.sampled_from(["", ":80", ":8000", ":0", ":99999"]),
    st.sampled_from(["/", "", "/a?b=c", "/\r\nHost: b", "#f"]),
)
OPENED = ip_network("127.0.0.2/32")


class AnyAnswers(ScriptedResolver):
    """Whatever is asked for gets the next of the answers, and another one the next time."""

    def __init__(self, answers):
        super().__init__()
        self.answers = answers

    async def resolve(self, host, port=0, family=socket.AF_INET):
        self.turns = {host: [self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]]}
        return await super().resolve(host, port, family)


@given(url=URLS, answers=st.lists(st.lists(ADDRESSES, min_size=1, max_size=3), min_size=1, max_size=3))
@settings(max_examples=400, deadline=None)
async def test_nothing_outside_the_allowed_networks_is_ever_dialled(url, answers):
    policy = TargetPolicy(AddressPolicy([str(OPENED)]), Ourselves(host="127.0.0.2", port=8000))
    sender = GuardedSender(policy=policy, timeout_seconds=5, user_agent="Tests/1")
    texts = [[str(address) for address in turn] for turn in answers]
    await sender.open(resolver=AnyAnswers(texts))
    with recording() as dialled:
        for _ in range(2):
            await sender.post(url, body=b"{}", headers={})
    await sender.close()
    for text, port in dialled:
        address = ip_address(text)
        assert address in OPENED or not is_inside(address), (url, text)
        assert (text, port) != ("127.0.0.2", 8000)
        assert text in {str(address) for turn in answers for address in turn} or literal_address(text) == text


async def test_the_recording_dialler_does_record():
    with recording() as dialled:
        async with sending(ScriptedResolver(a_test=[["93.184.216.34"]])) as sender:
            answer = await sender.post("http://a.test/", body=b"{}", headers={})
    assert dialled == [("93.184.216.34", 80)]
    assert answer.fault is Fault.CONNECTION_FAILED
