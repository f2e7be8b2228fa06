"""Receivers who ask for a client certificate, and the files that hold ours."""

import asyncio
import ssl

import pytest
import trustme
import uvloop
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from heliograph.adapters.egress.identity import ClientCertificate
from heliograph.domain.verdict import Fault
from heliograph.settings import Settings, read_settings
from tests.egress.raw import ScriptedResolver, receiving, sending, serving, status

VERSIONS = {"1.2": ssl.TLSVersion.TLSv1_2, "1.3": ssl.TLSVersion.TLSv1_3}


@pytest.fixture
def authority(tmp_path):
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "authority.pem")
    return made


@pytest.fixture
def files(tmp_path, authority):
    made = authority.issue_cert("client.test")
    made.cert_chain_pems[0].write_to_path(tmp_path / "client.pem")
    made.private_key_pem.write_to_path(tmp_path / "client.key")
    made.private_key_and_cert_chain_pem.write_to_path(tmp_path / "both.pem")
    authority.issue_cert("client.test").private_key_pem.write_to_path(tmp_path / "other.key")
    plain = load_pem_private_key((tmp_path / "client.key").read_bytes(), password=None)
    locked = plain.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret"))
    (tmp_path / "locked.key").write_bytes(locked)
    return tmp_path


def demanding(authority, version):
    """Demands a client certificate. On memory, for asyncio's servers hang up without the alert."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("secure.test").configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode, context.maximum_version = ssl.CERT_REQUIRED, version
    seen = []

    async def handle(reader, writer):
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        secured = context.wrap_bio(incoming, outgoing, server_side=True)

        async def turn(step):
            while True:
                try:
                    return step()
                except ssl.SSLWantReadError:
                    writer.write(outgoing.read())
                    incoming.write(await reader.read(65536))
                finally:
                    writer.write(outgoing.read())

        try:
            await turn(secured.do_handshake)
            await turn(lambda: secured.read(65536))
        except ssl.SSLError:
            await reader.read()
            return
        seen.append(secured.getpeercert()["subjectAltName"])
        await turn(lambda: secured.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
        await reader.read()

    return handle, seen


async def called(authority, version, folder, client):
    handle, seen = demanding(authority, version)
    names = ScriptedResolver(secure_test=[["127.0.0.2"]])
    trusted = {"ca_bundle": str(folder / "authority.pem"), "client": client}
    async with serving(handle) as port, sending(names, timeout_seconds=5, **trusted) as sender:
        answer = await sender.post(f"https://secure.test:{port}/", body=b"{}", headers={})
    return answer, seen


@pytest.mark.parametrize("version", VERSIONS.values(), ids=VERSIONS)
@pytest.mark.parametrize("names", [("client.pem", "client.key"), ("both.pem",)], ids=["two files", "one file"])
async def test_a_receiver_that_demands_a_client_certificate_gets_it(authority, files, version, names):
    client = ClientCertificate(*(str(files / name) for name in names))
    answer, seen = await called(authority, version, files, client)
    assert (answer.status, answer.fault) == (200, None)
    assert seen == [(("DNS", "client.test"),)]


@pytest.mark.parametrize("run", [asyncio.run, uvloop.run], ids=["asyncio", "uvloop"])
@pytest.mark.parametrize("version", VERSIONS.values(), ids=VERSIONS)
def test_without_one_the_attempt_fails_and_says_that_the_receiver_asks_for_it(authority, tmp_path, version, run):
    answer, seen = run(called(authority, version, tmp_path, None))
    assert (answer.status, answer.fault, seen) == (None, Fault.TLS_FAILED, [])
    assert "asks for a client certificate" in answer.diagnosis


@pytest.mark.parametrize("version", VERSIONS.values(), ids=VERSIONS)
async def test_one_that_the_receiver_does_not_trust_is_told_so(authority, tmp_path, version):
    trustme.CA().issue_cert("client.test").private_key_and_cert_chain_pem.write_to_path(tmp_path / "other.pem")
    answer, seen = await called(authority, version, tmp_path, ClientCertificate(str(tmp_path / "other.pem")))
    assert (answer.status, answer.fault, seen) == (None, Fault.TLS_FAILED, [])
    assert "does not accept the client certificate" in answer.diagnosis


async def test_a_web_server_that_asks_in_http_is_understood():
    body = b"<h1>400 Bad Request</h1>No required SSL certificate was sent"
    async with receiving(status("400 Bad Request", body=body)) as receiver, sending() as sender:
        answer = await sender.post(f"http://127.0.0.2:{receiver.port}/", body=b"{}", headers={})
    assert answer.diagnosis.startswith("answered 400: the receiver asks for a client certificate")


def wrong(files, monkeypatch, certificate, key):
    for name, value in (("CERT", certificate), ("KEY", key)):
        monkeypatch.setenv(f"HELIOGRAPH_EGRESS_CLIENT_{name}", str(files / value) if value else "")
    with pytest.raises(Exception, match="HELIOGRAPH_EGRESS_CLIENT") as caught:
        read_settings()
    return str(caught.value)


@pytest.mark.parametrize(
    ("certificate", "key", "told"),
    [
        ("nowhere.pem", "client.key", ("CERT: ", "nowhere.pem cannot be read")),
        ("client.key", "client.key", ("CERT: ", "client.key holds no certificate")),
        ("client.pem", "nowhere.key", ("KEY: ", "nowhere.key cannot be read")),
        ("client.pem", "authority.pem", ("KEY: ", "authority.pem holds no private key")),
        ("client.pem", "", ("KEY: ", "client.pem holds no private key")),
        ("client.pem", "other.key", ("KEY: ", "other.key is not that of the certificate in")),
        ("client.pem", "locked.key", ("KEY: ", "locked.key has a passphrase")),
        ("", "client.key", ("KEY: ", "set HELIOGRAPH_EGRESS_CLIENT_CERT")),
    ],
)
def test_a_wrong_file_stops_the_start_and_is_named(files, monkeypatch, certificate, key, told):
    said = wrong(files, monkeypatch, certificate, key)
    assert said.startswith(f"HELIOGRAPH_EGRESS_CLIENT_{told[0]}")
    assert told[1] in said
    assert len(said.splitlines()) == 1


def test_the_files_come_from_the_settings(files):
    both = {"egress_client_cert": str(files / "client.pem"), "egress_client_key": str(files / "client.key")}
    assert Settings(**both).client_certificate == tuple(both.values())
    assert Settings().client_certificate is None
