"""Certificates: which are trusted, and what was wrong with one that is not."""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime

from cryptography import x509

from heliograph.adapters.egress.connection import given_over
from heliograph.adapters.egress.identity import ClientCertificate
from heliograph.domain.verdict import Fault

LOOK_SECONDS = 2.0
"""For the second look at a certificate that was refused, within the attempt."""
NAMES_TOLD = 5
_FAULTS: Mapping[frozenset[int], Fault] = {
    frozenset({9, 10}): Fault.CERTIFICATE_EXPIRED,
    frozenset({18, 19, 20, 21}): Fault.CERTIFICATE_UNTRUSTED,
    frozenset({62, 64}): Fault.CERTIFICATE_MISMATCH,
}
"""By OpenSSL's numbers: not yet valid, ended; self-signed, nobody known has signed it; another name or address."""


class CertificateRefused(OSError):
    """A certificate that is not to be trusted; the text says why and what helps."""

    def __init__(self, fault: Fault, text: str) -> None:
        super().__init__(text)
        self.fault = fault


def trusting(ca_bundle: str, client: ClientCertificate | None = None) -> ssl.SSLContext:
    """Trusts the system's authorities and those in the file, if one is given; shows `client` to who asks.

    Raises `OSError`s, and `ValueError`s for the client certificate.
    """
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    if ca_bundle:
        context.load_verify_locations(ca_bundle)
    if client is not None:
        client.show_in(context)
    return context


async def refusal_of(
    error: ssl.SSLCertVerificationError, *, reach: Callable[[], Awaitable[socket.socket]], host: str
) -> CertificateRefused:
    """Why it was refused, with the certificate's own dates and names where it shows them a second time.

    `reach` connects once more to where it was shown.
    """
    certificate = await _shown(reach, host)
    fault = next((fault for codes, fault in _FAULTS.items() if error.verify_code in codes), Fault.TLS_FAILED)
    try:
        text = _TEXTS[fault](certificate, host) if certificate else ""
    except (ValueError, x509.DuplicateExtension):
        text = ""  # Its parts are read one by one, and whoever made it may have put anything into them.
    return CertificateRefused(fault, text or f"the receiver's certificate is refused: {error.verify_message}")


async def _shown(reach: Callable[[], Awaitable[socket.socket]], host: str) -> x509.Certificate | None:
    """The certificate that is shown there; nothing is sent."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # loads no authorities, which would take 30 ms of the event loop
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with contextlib.suppress(OSError, ValueError, TypeError):  # among them that the time is up, or that none is shown
        async with asyncio.timeout(LOOK_SECONDS):
            loop = asyncio.get_running_loop()
            with given_over(probe := await reach()):
                transport, _ = await loop.create_connection(
                    asyncio.Protocol, sock=probe, ssl=context, server_hostname=host
                )
            try:
                found = transport.get_extra_info("ssl_object").getpeercert(binary_form=True)
            finally:
                transport.abort()
            return x509.load_der_x509_certificate(found)
    return None


def _dates(certificate: x509.Certificate, _: str) -> str:
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if begins > datetime.now(UTC):
        return f"the receiver's certificate is valid from {_day(begins)} on: is a clock wrong?"
    return f"the receiver's certificate ended on {_day(ends)}: renew it"


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"


def _names(certificate: x509.Certificate, host: str) -> str:
    try:
        named = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
        names = [str(name.value) for name in named.value]
    except x509.ExtensionNotFound:
        names = []
    said = f"is for {', '.join(names[:NAMES_TOLD])}" if names else "names no host"
    return f"the receiver's certificate {said} and not for {host}: use that name, or a certificate for this one"


def _chain(certificate: x509.Certificate, _: str) -> str:
    if certificate.issuer == certificate.subject:
        return "the receiver's certificate is self-signed: use one of a known authority, or add it to the trusted ones"
    return (
        "nobody that this machine trusts has signed the receiver's certificate: serve the whole chain, with the "
        "certificates in between"
    )


_TEXTS: Mapping[Fault, Callable[[x509.Certificate, str], str]] = {
    Fault.CERTIFICATE_EXPIRED: _dates,
    Fault.CERTIFICATE_UNTRUSTED: _chain,
    Fault.CERTIFICATE_MISMATCH: _names,
    Fault.TLS_FAILED: lambda _, __: "",
}
