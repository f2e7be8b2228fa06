"""TLS that does not come about, and certificates that are not to be trusted: the receipt says which it was."""

import asyncio
import contextlib
import socket
import ssl
import time
import warnings
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from heliograph.adapters.egress.connection import Connection
from heliograph.domain.delivery import DeliveryState
from heliograph.domain.verdict import Fault
from tests.battery.world import is_on_time, world_of
from tests.egress.raw import OPENED, ScriptedResolver, descriptors, receiving, sending, status, until

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
NAMES = ScriptedResolver(secure_test=[["127.0.0.2"]], other_test=[["127.0.0.2"]])
PAST, FUTURE = datetime(2026, 5, 3, tzinfo=UTC), datetime(2090, 1, 31, tzinfo=UTC)


@asynccontextmanager
async def serving(configure):
    """A TLS receiver; how many whole requests it read is in the list."""
    context, requests = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), []
    configure(context)

    async def behave(reader, writer):
        try:
            requests.append(await reader.readuntil(b"{}"))
            writer.write(OK)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    server = await asyncio.start_server(behave, "127.0.0.2", 0, ssl=context)
    async with server:
        yield server.sockets[0].getsockname()[1], requests


async def answered(configure, tmp_path, authority, host="secure.test"):
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    before = descriptors()
    async with serving(configure) as (port, requests):
        async with sending(NAMES, timeout_seconds=5, ca_bundle=str(tmp_path / "authority.pem")) as sender:
            answer = await sender.post(f"https://{host}:{port}/", body=b"{}", headers={})
        assert len(requests) == (answer.fault is None)
    await until(lambda: descriptors() <= before)
    return answer


async def test_an_authority_in_the_bundle_is_trusted_and_tls_has_its_own_time(tmp_path):
    authority = trustme.CA()
    answer = await answered(authority.issue_cert("secure.test").configure_cert, tmp_path, authority)
    assert (answer.status, answer.fault) == (200, None)
    phases = answer.phases
    assert phases.tls_ms > 0
    assert phases.dns_ms + phases.connect_ms + phases.tls_ms <= phases.first_byte_ms


async def test_without_tls_there_is_no_time_of_it():
    async with receiving(status("200 OK")) as receiver, sending() as sender:
        answer = await sender.post(f"http://127.0.0.2:{receiver.port}/", body=b"{}", headers={})
    assert answer.phases.tls_ms is None


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ({"not_before": PAST - timedelta(days=90), "not_after": PAST}, "ended on 3 May 2026: renew it"),
        ({"not_before": FUTURE, "not_after": FUTURE + timedelta(days=9)}, "is valid from 31 January 2090 on"),
    ],
)
async def test_a_certificate_out_of_its_time_is_told_with_its_date(tmp_path, dates, words):
    authority = trustme.CA()
    answer = await answered(authority.issue_cert("secure.test", **dates).configure_cert, tmp_path, authority)
    assert answer.fault is Fault.CERTIFICATE_EXPIRED
    assert words in answer.diagnosis


async def test_a_certificate_for_another_name_is_told_with_its_names(tmp_path):
    authority = trustme.CA()
    certificate = authority.issue_cert("secure.test", "www.secure.test")
    answer = await answered(certificate.configure_cert, tmp_path, authority, host="other.test")
    assert answer.fault is Fault.CERTIFICATE_MISMATCH
    assert "is for secure.test, www.secure.test and not for other.test" in answer.diagnosis


async def test_a_certificate_for_a_name_does_not_stand_for_an_address(tmp_path):
    authority = trustme.CA()
    answer = await answered(authority.issue_cert("secure.test").configure_cert, tmp_path, authority, host="127.0.0.2")
    assert answer.fault is Fault.CERTIFICATE_MISMATCH
    assert "is for secure.test and not for 127.0.0.2" in answer.diagnosis


async def test_a_pinned_address_does_not_stand_for_the_name(tmp_path):
    authority = trustme.CA()
    answer = await answered(authority.issue_cert("127.0.0.2").configure_cert, tmp_path, authority)
    assert answer.fault is Fault.CERTIFICATE_MISMATCH


async def test_an_authority_that_nobody_knows_is_not_trusted(tmp_path):
    answer = await answered(trustme.CA().issue_cert("secure.test").configure_cert, tmp_path, trustme.CA())
    assert answer.fault is Fault.CERTIFICATE_UNTRUSTED
    assert "serve the whole chain" in answer.diagnosis


async def test_a_certificate_that_is_not_trusted_is_a_failure_that_is_tried_again(tmp_path):
    certificate = trustme.CA().issue_cert("secure.test")
    async with serving(certificate.configure_cert) as (port, requests), world_of(tmp_path, resolver=NAMES) as world:
        [one] = await world.owe(f"https://secure.test:{port}/")
        ended, receipts = await world.ended(one)
        assert (requests, world.sender.exchanges.pool.idle, world.observer.failures) == ([], 0, [])
    assert [receipt.answer.fault for receipt in receipts] == [Fault.CERTIFICATE_UNTRUSTED] * 4
    assert ended.state is DeliveryState.GIVEN_UP


async def test_a_certificate_in_between_that_is_missing_is_told(tmp_path):
    authority = trustme.CA()
    leaf = authority.create_child_ca().issue_cert("secure.test")

    def alone(context):
        with leaf.private_key_pem.tempfile() as key, leaf.cert_chain_pems[0].tempfile() as certificate:
            context.load_cert_chain(certificate, key)

    answer = await answered(alone, tmp_path, authority)
    assert answer.fault is Fault.CERTIFICATE_UNTRUSTED
    assert (await answered(leaf.configure_cert, tmp_path, authority)).status == 200


async def test_a_self_signed_certificate_is_called_so(tmp_path):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "secure.test")])
    now = datetime.now(UTC) - timedelta(hours=1)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = (
        builder.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    )
    certificate = builder.add_extension(
        x509.SubjectAlternativeName([x509.DNSName("secure.test")]), critical=False
    ).sign(key, hashes.SHA256())
    pem = tmp_path / "own.pem"
    pem.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    answer = await answered(lambda context: context.load_cert_chain(pem), tmp_path, trustme.CA())
    assert answer.fault is Fault.CERTIFICATE_UNTRUSTED
    assert "is self-signed" in answer.diagnosis


async def test_a_second_look_at_a_certificate_ends_with_the_attempt(tmp_path):
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("secure.test").configure_cert(context)
    connections = []

    async def once(reader, writer):
        connections.append(writer)
        if len(connections) == 1:
            await writer.start_tls(context)
        await reader.read()

    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    server = await asyncio.start_server(once, "127.0.0.2", 0)
    async with server, sending(NAMES, timeout_seconds=0.5) as sender:
        began = asyncio.get_running_loop().time()
        port = server.sockets[0].getsockname()[1]
        answer = await sender.post(f"https://secure.test:{port}/", body=b"{}", headers={})
        assert asyncio.get_running_loop().time() - began < 2
        for writer in connections:
            writer.close()
    assert answer.fault is Fault.TIMED_OUT


async def test_a_certificate_that_is_not_shown_again_keeps_its_class(tmp_path):
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("secure.test", not_before=PAST - timedelta(days=90), not_after=PAST).configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    connections = []

    async def once(reader, writer):
        connections.append(writer)
        try:
            if len(connections) == 1:
                await writer.start_tls(context)
                await reader.read()
        except (ConnectionError, ssl.SSLError):
            return
        finally:
            writer.close()

    server = await asyncio.start_server(once, "127.0.0.2", 0)
    async with server, sending(NAMES, timeout_seconds=5, ca_bundle=str(tmp_path / "authority.pem")) as sender:
        answer = await sender.post(f"https://secure.test:{server.sockets[0].getsockname()[1]}/", body=b"{}", headers={})
    assert len(connections) == 2
    assert answer.fault is Fault.CERTIFICATE_EXPIRED
    assert answer.diagnosis == "the receiver's certificate is refused: certificate has expired"


def shake_hands_once(listening, context):
    """As servers do that say why they refuse, which asyncio's do not."""
    accepted, _ = listening.accept()
    with accepted, contextlib.suppress(OSError):
        context.wrap_socket(accepted, server_side=True).close()


async def test_a_receiver_that_knows_only_tls_1_0_is_a_tls_failure():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("secure.test").configure_cert(context)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # which is what the test is about
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
    with socket.create_server(("127.0.0.2", 0)) as listening:
        async with sending(NAMES, timeout_seconds=5) as sender:
            serving_once = asyncio.create_task(asyncio.to_thread(shake_hands_once, listening, context))
            url = f"https://secure.test:{listening.getsockname()[1]}/"
            answer = await sender.post(url, body=b"{}", headers={})
            await serving_once
    assert (answer.status, answer.fault) == (None, Fault.TLS_FAILED)
    assert "speaks no version of TLS" in answer.diagnosis


@pytest.mark.parametrize("begins", [b"", b"\x16\x03\x03\x40\x00"], ids=["mute", "half a message"])
async def test_a_handshake_that_stalls_is_over_at_the_deadline(begins):
    async def stall(reader, writer):
        writer.write(begins)
        await reader.read()
        writer.close()

    server = await asyncio.start_server(stall, "127.0.0.2", 0)
    async with server, sending(timeout_seconds=0.5) as sender:
        began = time.monotonic()
        url = f"https://127.0.0.2:{server.sockets[0].getsockname()[1]}/"
        answer = await sender.post(url, body=b"{}", headers={})
        assert is_on_time(time.monotonic() - began, 0.5)
    assert (answer.status, answer.fault) == (None, Fault.TIMED_OUT)


@pytest.mark.parametrize(
    ("host", "is_trusted", "fault"),
    [
        ("secure.test", True, None),
        ("127.0.0.2", True, None),
        ("other.test", True, Fault.CERTIFICATE_MISMATCH),
        ("secure.test", False, Fault.CERTIFICATE_UNTRUSTED),
    ],
)
async def test_a_certificate_has_to_be_trusted_and_made_out_to_the_host(monkeypatch, tmp_path, host, is_trusted, fault):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    if is_trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    before = descriptors()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("secure.test", "127.0.0.2").configure_cert(context)
    resolver = ScriptedResolver(secure_test=[["127.0.0.2"]], other_test=[["127.0.0.2"]])
    names = []
    context.sni_callback = lambda _, name, __: names.append(name)

    async def behave(reader, writer):
        for _ in range(2):
            await reader.readuntil(b"{}")
            writer.write(OK)
        await reader.read()
        writer.close()

    server = await asyncio.start_server(behave, "127.0.0.2", 0, ssl=context)
    async with server, sending(resolver, timeout_seconds=5, allow=OPENED) as sender:
        port = server.sockets[0].getsockname()[1]
        answers = [await sender.post(f"https://{host}:{port}/", body=b"{}", headers={}) for _ in range(2)]
        assert [answer.fault for answer in answers] == [fault, fault]
        assert len(names) == (1 if fault is None else 4)  # a refused certificate is looked at a second time
        assert names[0] == (None if host == "127.0.0.2" else host)
        assert sender.exchanges.pool.idle == (fault is None)
    await until(lambda: descriptors() <= before)


async def give_up_with_the_handshake_done(monkeypatch, port, ca_bundle):
    """The last moment at which an attempt can be given up before the connection is its own."""
    made = Connection.connection_made

    def connection_made(connection, transport):
        made(connection, transport)
        attempt.cancel()

    async with sending(timeout_seconds=5, ca_bundle=ca_bundle) as sender:
        with monkeypatch.context() as patch:
            patch.setattr(Connection, "connection_made", connection_made)
            attempt = asyncio.create_task(sender.post(f"https://127.0.0.2:{port}/", body=b"{}", headers={}))
            await asyncio.wait([attempt])
        assert attempt.cancelled()
        return await sender.post(f"https://127.0.0.2:{port}/", body=b"{}", headers={})


async def test_who_gives_up_as_the_handshake_ends_leaves_nothing_that_the_next_connection_suffers_from(
    monkeypatch, tmp_path
):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    async with serving(authority.issue_cert("127.0.0.2").configure_cert) as (port, requests):
        before = descriptors()
        answer = await give_up_with_the_handshake_done(monkeypatch, port, str(tmp_path / "authority.pem"))
        await until(lambda: descriptors() <= before)
    assert (answer.fault, len(requests)) == (None, 1)
