"""Which URLs may be called: told without a look-up, and again at the moment of dialling."""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.fetch import GuardedFetcher
from heliograph.adapters.egress.http import GuardedSender
from heliograph.adapters.egress.request import Origin, target_of
from heliograph.adapters.egress.targets import Ourselves, TargetForbidden, TargetPolicy, literal_address
from heliograph.app import targets_of
from heliograph.domain.verdict import Fault
from heliograph.settings import Settings
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
    "http://a.test:080/",
    "http://a.test:/",
    "http://a.test?b=[c]:+80",
    "http://a.test:80#a://[v1.b]",
    "http://[2606:4700:4700::1111]:8000",
    "http://[64:ff9b::93.184.216.34]:8000/",
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


@pytest.mark.parametrize(
    "host",
    [
        "256.1.1.1",
        "1.2.3.4.5",
        "1.2.3.256",
        "4294967296",
        "08.1",
        "1..1",
        "a.1",
        "0xg.1",
        "1_0.1",
        "+1.1",
        "0x0x1",
        "0o1.1",
    ],
)
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


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.1", "127.0.0.1", "LOCALHOST", "localhost"])
@pytest.mark.parametrize("literal", ["127.0.0.1", "0.0.0.0", "0", "[::ffff:127.0.0.1]", "[::ffff:0:0]"])  # noqa: S104
def test_the_host_that_is_listened_at_is_known_however_either_is_written(host, literal):
    policy = TargetPolicy(AddressPolicy(["0.0.0.0/0", "::/0"]), Ourselves(host=host, port=8000))
    assert not policy.permits(f"http://{literal}:8000/")
    assert policy.permits(f"http://{literal}:8001/")


@pytest.mark.parametrize("host", ["", "0", "0.0", "0x0"])
def test_a_host_that_is_empty_or_zero_is_every_address_of_the_machine(host):
    assert not ours(host=host, port=8000).permits("http://127.8.9.10:8000/")
    assert not Ourselves(host=host, port=8000).is_address("93.184.216.34", 8000)


async def test_a_name_that_is_listened_at_is_looked_up_as_the_listener_does(monkeypatch):
    asked, system = [], socket.getaddrinfo

    def hosts(host, *rest, **more):
        asked.append(host)
        return system({"inner.test": "127.0.0.5"}.get(host, host), *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", hosts)
    listener = await asyncio.start_server(lambda *_: None, "inner.test", 0)
    address, port = listener.sockets[0].getsockname()
    listener.close()
    assert not ours(host="inner.test", port=port).permits(f"http://{address}:{port}/")
    assert ours(host="inner.test", port=port).permits(f"http://127.0.0.6:{port}/")
    assert asked == ["inner.test"] * 3


def test_a_host_that_leads_nowhere_is_no_address_of_ours(monkeypatch):
    def nothing(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nothing)
    policy = ours(host="inner.test", port=8000)
    assert policy.permits("http://127.0.0.1:8000/")
    assert not policy.permits("http://INNER.test:8000/")


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/", "http://127.0.0.1:9000/", "http://0:9000/"])
def test_the_port_for_health_and_metrics_is_ours_too(url):
    policy = TargetPolicy(AddressPolicy(["0.0.0.0/0"]), Ourselves(host="127.0.0.1", port=8000, work_port=9000))
    assert not policy.permits(url)
    assert policy.permits("http://127.0.0.1:9001/")


@pytest.mark.parametrize(
    ("public", "url"),
    [
        ("http://127.0.0.5:8000", "http://127.5:8000/"),
        ("http://127.0.0.5:8000", "http://[::ffff:127.0.0.5]:8000/"),
        ("http://127.0.0.5:8000", "http://2130706437:8000/"),
        ("http://127.5:8000", "http://127.0.0.5:8000/"),
        ("http://[::1]:8000", "http://[0:0::1]:8000/"),
        ("http://[::1]:8000", "http://[::]:8000/"),
        ("http://127.0.0.1:8000", "http://0:8000/"),
        ("http://localhost:8000", "http://127.0.0.1:8000/"),
        ("http://localhost:8000", "http://[::1]:8000/"),
        ("https://93.184.216.34", "https://0x5db8d822/"),
    ],
)
def test_a_public_url_that_is_an_address_is_ours_however_it_is_written(public, url):
    policy = TargetPolicy(AddressPolicy(["127.0.0.0/8", "::/16"]), Ourselves(public=target_of(public).origin))
    assert not policy.permits(url)
    assert policy.permits(url.replace(":8000", ":8001").replace("https:", "http:"))


def test_a_name_that_leads_to_our_public_address_is_refused_when_it_has_been_looked_up():
    policy = ours(public=Origin("http", "127.5", 8000))
    with pytest.raises(TargetForbidden):
        policy.check(["127.0.0.5"], 8000)
    policy.check(["127.0.0.5"], 8001)


def test_a_public_url_that_is_no_address_and_no_name_is_nowhere():
    assert ours(public=Origin("http", "256.1.1.1", 8000)).permits("http://127.0.0.1:8000/")


def test_the_settings_say_where_we_are():
    told = Settings(host="127.1", port=8000, work_port=9000, public_url="http://127.9:7000", egress_allow=["0.0.0.0/0"])
    policy = targets_of(told)
    for place in ("127.0.0.1:8000", "0:8000", "127.0.0.1:9000", "127.0.0.9:7000"):
        assert not policy.permits(f"http://{place}/"), place
    assert policy.permits("http://127.0.0.1:7000/")
    assert policy.permits("http://127.1:8000/inbox/mine")


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


def readings(address):
    """The address and, from its bits, what it carries and where that leads."""
    bits, found = int(address), [address]
    if address.version == 6:
        for prefix, length, shift, flip in (
            (0xFFFF, 96, 0, 0),
            (0x2002, 16, 80, 0),
            (0x20010000, 32, 0, 0xFFFFFFFF),
            (0x64FF9B << 64, 96, 0, 0),
        ):
            if bits >> 128 - length == prefix:
                found.append(IPv4Address(bits >> shift & 0xFFFFFFFF ^ flip))
    if int(found[-1]) == 0:
        found.append(ip_address("127.0.0.1" if found[-1].version == 4 else "::1"))
    return found


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
POOL = ["127.0.0.1", "0.0.0.0", "127.0.0.2", "127.0.0.5", "127.0.0.5", "93.184.216.34"]  # noqa: S104


def spelled(address):
    """One address in each way that programs read."""
    number, (a, b, c, d) = int(IPv4Address(address)), IPv4Address(address).packed
    return [
        address,
        f"{address}.",
        address.translate({48 + digit: 0xFF10 + digit for digit in range(10)}),
        str(number),
        f"{number:#x}",
        f"0{number:o}",
        f"{a}.{number & 0xFFFFFF}",
        f"0{a:o}.0x{b:X}.{c << 8 | d}",
        f"[::ffff:{address}]",
        f"[::FFFF:{number >> 16:x}:{number & 0xFFFF:x}]",
        f"[64:ff9b::{address}]",
        f"[2002:{number >> 16:x}:{number & 0xFFFF:x}::]",
    ]


LITERALS = st.one_of(
    st.sampled_from([spelling for address in POOL for spelling in spelled(address)]),
    st.sampled_from(["[::]", "[0::0]", "[::0.0.0.0]", "[::1]", "[0:0::1]", "localhost", "a.LOCALHOST."]),
)
URLS = st.builds(
    lambda scheme, user, host, port, path: f"{scheme}://{user}{host}{port}{path}",
    st.sampled_from(["http", "https", "HTTP", "ftp", ""]),
    st.sampled_from(["", "", "", "a@", "a:b@", "127.0.0.1\\@"]),
    HOSTS,
    st.sampled_from(["", ":80", ":8000", ":0", ":99999"]),
    st.sampled_from(["/", "", "/a?b=c", "/\r\nHost: b", "#f"]),
)
WHERE = st.one_of(
    URLS, st.builds(lambda host, port: f"http://{host}:{port}/", LITERALS, st.sampled_from([80, 8000, 8000]))
)
ALLOWED = st.sampled_from(
    [
        (),
        ("127.0.0.2/32",),
        ("127.0.0.0/8", "::1/128"),
        ("10.0.0.0/8", "127.0.0.0/8"),
        ("0.0.0.0/0",),
        ("0.0.0.0/0", "::/0"),
    ]
)
DENIED = st.sampled_from(
    [(), ("127.0.0.0/8",), ("127.0.0.1/32", "::1/128"), ("10.0.0.0/8",), ("93.184.216.0/24",), ("0.0.0.0/32",)]
)
OURS = ["127.0.0.2", "127.0.0.1", "127.1", "[::1]"]
PUBLIC_URLS = st.sampled_from(["127.0.0.5", "127.5", "[::ffff:127.0.0.5]", "93.184.216.34", "0.0.0.0"])  # noqa: S104
OUR_PLACES = {
    "127.1": "127.0.0.1",
    "127.5": "127.0.0.5",
    "0.0.0.0": "127.0.0.1",  # noqa: S104
    "[::ffff:127.0.0.5]": "127.0.0.5",
    "[::1]": "::1",
}


class AnyAnswers(ScriptedResolver):
    """Whatever is asked for gets the next of the answers, and another one the next time."""

    def __init__(self, answers):
        super().__init__()
        self.answers = answers

    async def resolve(self, host, port=0, family=socket.AF_INET):
        self.turns = {host: [self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]]}
        return await super().resolve(host, port, family)


def is_open(address, allow, deny):
    """Whether it may be dialled, told from its bits and the lists."""
    ways = readings(address)
    if any(way in ip_network(block) for way in ways for block in deny):
        return False
    return not is_inside(address) or any(way in ip_network(block) for way in ways for block in allow)


@given(
    url=WHERE,
    answers=st.lists(st.lists(ADDRESSES, min_size=1, max_size=3), min_size=1, max_size=3),
    allow=ALLOWED,
    deny=DENIED,
    host=st.sampled_from(OURS),
    public=PUBLIC_URLS,
)
@settings(max_examples=500, deadline=None)
async def test_nothing_outside_the_allowed_networks_is_ever_dialled(*, url, answers, allow, deny, host, public):
    ourselves = Ourselves(host=host, port=8000, public=target_of(f"http://{public}:8000/").origin)
    policy = TargetPolicy(AddressPolicy(allow, deny), ourselves)
    sender = GuardedSender(policy=policy, timeout_seconds=5, user_agent="Tests/1")
    texts = [[str(address) for address in turn] for turn in answers]
    await sender.open(resolver=AnyAnswers(texts))
    with recording() as dialled:
        for _ in range(2):
            await sender.post(url, body=b"{}", headers={})
            await GuardedFetcher(sender.exchanges, timeout_seconds=5).fetch(url, most_bytes=1)
    await sender.close()
    ours = {ip_address(OUR_PLACES.get(place, place)) for place in (host, public)}
    for text, port in dialled:
        address = ip_address(text)
        assert is_open(address, allow, deny), (url, text)
        assert port != 8000 or not ours.intersection(readings(address)), (url, text)
        assert text in {str(address) for turn in answers for address in turn} or literal_address(text) == text


@given(number=st.integers(0, 2**32 - 1))
def test_all_ways_of_writing_an_address_are_one_address(number):
    """Or the property above would draw nothing that it is about."""
    address = str(IPv4Address(number))
    opened, closed = AddressPolicy(["0.0.0.0/0", "::/0"]), AddressPolicy(["0.0.0.0/0", "::/0"], [address])
    for spelling in spelled(address):
        assert TargetPolicy(opened).permits(f"http://{spelling}/")
        assert not TargetPolicy(closed).permits(f"http://{spelling}/")


async def test_the_recording_dialler_does_record():
    with recording() as dialled:
        async with sending(ScriptedResolver(a_test=[["93.184.216.34"]])) as sender:
            answer = await sender.post("http://a.test/", body=b"{}", headers={})
    assert dialled == [("93.184.216.34", 80)]
    assert answer.fault is Fault.CONNECTION_FAILED
