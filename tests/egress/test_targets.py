"""Which URLs may be called: told without a look-up, and again at the moment of dialling."""

import asyncio
import socket
import time
from contextlib import contextmanager
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import aiodns
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from heliograph.adapters.egress import dial
from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.http import GuardedSender
from heliograph.adapters.egress.request import Origin
from heliograph.adapters.egress.targets import FORBIDDEN_TEXT, Ourselves, TargetForbidden, TargetPolicy, literal_address
from heliograph.domain.verdict import Fault
from tests.egress.raw import ScriptedResolver, receiving, sending, status, until

LOOPBACK = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "0X7F.0.0.1",
    "127.0.0.1.",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "anything.localhost",
    "①②⑦.0.0.1",
    "127。0。0。1",
    "127\uff0e0\uff0e0\uff0e1",
    "\uff4cocalhost",
]
INSIDE = [
    *LOOPBACK,
    "0",
    "0.0.0.0",  # noqa: S104
    "[::]",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:a9fe:a9fe]",
    "[64:ff9b::169.254.169.254]",
    "[64:ff9b::7f00:1]",
    "[2002:a9fe:a9fe::]",
    "[2002:7f00:1::1]",
    "[2001:0:808:808::80ff:fffe]",
    "[fec0::1]",
    "[fe80::1]",
    "[fd00:ec2::254]",
    "169.254.169.254",
    "0xa9fea9fe",
    "2852039166",
    "10.0.0.1",
    "100.64.0.1",
    "192.0.0.192",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
]
CROOKED = [
    "ftp://a.test/",
    "file:///etc/passwd",
    "gopher://a.test/",
    "javascript:alert(1)",
    "//a.test/",
    "a.test",
    "",
    "http://",
    "http:///path",
    "http://user@a.test/",
    "http://user:password@a.test/",
    "http://a.test\\@b.test/",
    "http://a.test/\\b",
    "http://a\t.test/",
    "http://a.test/\r\nHost: b.test",
    "http://a.test/ b",
    " http://a.test/",
    "http://a.test:0/",
    "http://a.test:65536/",
    "http://%31%32%37.0.0.1/",
    "http://[fe80::1%25eth0]/",
    "http://256.0.0.1/",
    "http://1.2.3.4.5/",
    "http://a.0x1g/",
    "http://08.0.0.1/",
]
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


async def test_a_name_that_leads_to_ourselves_is_not_dialled():
    resolver = ScriptedResolver(a_test=[["127.0.0.2"]])
    async with receiving(status("200 OK")) as we:
        policy = TargetPolicy(AddressPolicy(["127.0.0.2/32"]), Ourselves(host="127.0.0.2", port=we.port))
        async with sending(resolver, policy=policy) as sender:
            answer = await sender.post(f"http://a.test:{we.port}/", body=b"{}", headers={})
        assert (answer.fault, answer.diagnosis) == (Fault.TARGET_FORBIDDEN, FORBIDDEN_TEXT)
        assert we.connections == 0


@pytest.mark.parametrize("url", ["http://user:password@a.test/", "ftp://a.test/", "http://127.0.0.1/", "http://a b/"])
async def test_whatever_is_wrong_with_a_target_the_words_are_the_same(url):
    async with sending() as sender:
        answer = await sender.post(url, body=b"{}", headers={})
    assert (answer.fault, answer.diagnosis) == (Fault.TARGET_FORBIDDEN, FORBIDDEN_TEXT)


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


@contextmanager
def recording():
    """What would have been dialled; nothing is connected to."""
    targets = []

    async def record(addresses, *, socket_factory, **_):
        for address in addresses:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(dial.socket, "socket", lambda *_: None)
                socket_factory(address)
            targets.append(address[4][:2])
        raise OSError("nothing is connected to")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dial, "start_connection", record)
        yield targets


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


# --- looking names up


class Silent(ScriptedResolver):
    """Never answers."""

    async def resolve(self, host, port=0, family=socket.AF_INET):  # noqa: ARG002
        self.asked[host] += 1
        await asyncio.Event().wait()


class Failing(ScriptedResolver):
    """Fails as the library does."""

    def __init__(self, code):
        super().__init__()
        self.code = code

    async def resolve(self, host, port=0, family=socket.AF_INET):  # noqa: ARG002
        raise OSError(None, "as the library says it") from aiodns.error.DNSError(self.code, "as the library says it")


async def test_a_look_up_has_its_own_limit_within_the_attempt():
    began = time.monotonic()
    async with sending(Silent(), timeout_seconds=5, dns_timeout_seconds=0.2) as sender:
        answer = await sender.post("http://a.test/", body=b"{}", headers={})
    assert time.monotonic() - began < 2
    assert answer.fault is Fault.NAME_NOT_RESOLVED
    assert answer.diagnosis.startswith("the name servers of this machine did not answer for a.test within 0.2 s")
    assert answer.phases.dns_ms >= 200


async def test_the_attempt_ends_in_time_though_a_look_up_could_go_on():
    async with sending(Silent(), timeout_seconds=0.2, dns_timeout_seconds=5) as sender:
        assert (await sender.post("http://a.test/", body=b"{}", headers={})).fault is Fault.TIMED_OUT


async def test_a_thousand_look_ups_that_hang_hold_up_no_other():
    class OneAnswers(Silent):
        async def resolve(self, host, port=0, family=socket.AF_INET):
            if host == "well.test":
                return await ScriptedResolver(well_test=[["127.0.0.2"]]).resolve(host, port, family)
            return await super().resolve(host, port, family)

    resolver = OneAnswers()
    async with receiving(status("200 OK")) as receiver, sending(resolver, timeout_seconds=10) as sender:
        hung = [
            asyncio.ensure_future(sender.post(f"http://host{number}.test/", body=b"{}", headers={}))
            for number in range(1000)
        ]
        await until(lambda: len(resolver.asked) == 1000)
        answer = await sender.post(f"http://well.test:{receiver.port}/", body=b"{}", headers={})
        for one in hung:
            one.cancel()
        await asyncio.wait(hung)
    assert answer.status == 200
    assert answer.phases.first_byte_ms < 1000


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (aiodns.error.ARES_ENOTFOUND, "the name a.test does not exist"),
        (aiodns.error.ARES_ENODATA, "the name a.test exists but has no address"),
        (aiodns.error.ARES_ESERVFAIL, "the name servers failed on a.test"),
        (aiodns.error.ARES_ETIMEOUT, "the name servers of this machine did not answer for a.test"),
        (aiodns.error.ARES_EBADNAME, "the name a.test does not resolve from here"),
    ],
)
async def test_what_the_name_servers_said_is_told(code, words):
    async with sending(Failing(code)) as sender:
        answer = await sender.post("http://a.test/", body=b"{}", headers={})
    assert answer.fault is Fault.NAME_NOT_RESOLVED
    assert answer.diagnosis.startswith(words)


async def test_of_a_thousand_addresses_all_are_checked_and_some_are_dialled():
    public = [f"93.184.{number // 250}.{number % 250}" for number in range(1000)]
    resolver = ScriptedResolver(many_test=[public], mixed_test=[[*public, "10.0.0.1"]])
    with recording() as dialled:
        async with sending(resolver) as sender:
            await sender.post("http://many.test/", body=b"{}", headers={})
            assert [address for address, _ in dialled] == public[: dial.ADDRESS_LIMIT]
            dialled.clear()
            answer = await sender.post("http://mixed.test/", body=b"{}", headers={})
    assert (answer.fault, dialled) == (Fault.TARGET_FORBIDDEN, [])


async def test_a_name_that_has_no_address_is_told_so():
    async with sending(ScriptedResolver(empty_test=[[]])) as sender:
        answer = await sender.post("http://empty.test/", body=b"{}", headers={})
    assert answer.fault is Fault.NAME_NOT_RESOLVED
    assert answer.diagnosis.startswith("the name empty.test exists but has no address")
