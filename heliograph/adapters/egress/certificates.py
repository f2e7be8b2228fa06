"""Certificates: which are trusted, and what was wrong with one that is not."""

import asyncio
import contextlib
import socket
import ssl
from datetime import UTC, datetime

from cryptography import x509
from cryptography.x509.oid import ExtensionOID

from heliograph.domain.verdict import Fault

LOOK_SECONDS = 2.0
"""For the second look at a certificate that was refused, within the attempt."""
_EXPIRED = {9, 10}
_UNTRUSTED = {18, 19, 20, 21}
_MISMATCH = {62, 64}
"""What OpenSSL calls them: not yet valid, has expired; self-signed, incomplete chains; another host name or address."""


class CertificateRefused(OSError):
    """A certificate that is not to be trusted; the text says why and what helps."""

    def __init__(self, fault: Fault, text: str) -> None:
        super().__init__(text)
        self.fault = fault


def trusting(ca_bundle: str) -> ssl.SSLContext:
    """Trusts the system's authorities and those in the file, if one is given. Raises `OSError`s."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    if ca_bundle:
        context.load_verify_locations(ca_bundle)
    return context


async def refusal_of(error: ssl.SSLCertVerificationError, *, address: tuple[str, int], host: str) -> CertificateRefused:
    """Why it was refused, with the certificate's own dates and names where it shows them a second time."""
    certificate = await _shown(address, host)
    code = error.verify_code
    if code in _EXPIRED and certificate:
        return CertificateRefused(Fault.CERTIFICATE_EXPIRED, _dates(certificate))
    if code in _EXPIRED:
        return CertificateRefused(Fault.CERTIFICATE_EXPIRED, "the receiver's certificate is out of its time: renew it")
    if code in _MISMATCH:
        return CertificateRefused(Fault.CERTIFICATE_MISMATCH, _names(certificate, host))
    if code in _UNTRUSTED:
        return CertificateRefused(Fault.CERTIFICATE_UNTRUSTED, _chain(certificate))
    return CertificateRefused(Fault.TLS_FAILED, f"the receiver's certificate is refused: {error.verify_message}")


async def _shown(address: tuple[str, int], host: str) -> x509.Certificate | None:
    """The certificate that is shown at an address that was just dialled; nothing is sent there."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # loads no authorities, which would take 30 ms of the event loop
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with contextlib.suppress(OSError, ValueError):  # among them that the time is up
        async with asyncio.timeout(LOOK_SECONDS):
            loop = asyncio.get_running_loop()
            with contextlib.closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
                probe.setblocking(False)
                await loop.sock_connect(probe, address)
                transport, _ = await loop.create_connection(
                    asyncio.Protocol, sock=probe, ssl=context, server_hostname=host
                )
                try:
                    found = transport.get_extra_info("ssl_object").getpeercert(binary_form=True)
                finally:
                    transport.abort()
            return x509.load_der_x509_certificate(found)
    return None


def _dates(certificate: x509.Certificate) -> str:
    if certificate.not_valid_before_utc > datetime.now(UTC):
        return (
            f"the receiver's certificate is valid from {_day(certificate.not_valid_before_utc)} on: is a clock wrong?"
        )
    return f"the receiver's certificate ended on {_day(certificate.not_valid_after_utc)}: renew it"


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"


def _names(certificate: x509.Certificate | None, host: str) -> str:
    names: list[str] = []
    if certificate:
        with contextlib.suppress(x509.ExtensionNotFound):
            found = certificate.extensions.get_extension_for_oid(ExtensionOID.SUBJECT_ALTERNATIVE_NAME).value
            if isinstance(found, x509.SubjectAlternativeName):
                names = [str(name.value) for name in found]
    said = f"is for {', '.join(names[:5])}" if names else "names no such host"
    return f"the receiver's certificate {said} and not for {host}: use that name, or a certificate for this one"


def _chain(certificate: x509.Certificate | None) -> str:
    if certificate and certificate.issuer == certificate.subject:
        return "the receiver's certificate is self-signed: use one of a known authority, or add it to the trusted ones"
    return (
        "nobody that this machine trusts has signed the receiver's certificate: serve the whole chain, with the "
        "certificates in between"
    )
