"""The client certificate that is shown to receivers who ask for one (mTLS)."""

import ssl
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import load_pem_private_key


class ClientCertificate(NamedTuple):
    """Two PEM files, or one that holds both."""

    certificate: str
    key: str = ""

    def check(self) -> None:
        """Raises `ValueError` with a sentence that names the file that is wrong."""
        self.show_in(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))

    def show_in(self, context: ssl.SSLContext) -> None:
        """Raises `ValueError` with a sentence that names the file that is wrong."""
        key = self.key or self.certificate
        check_certificate(self.certificate)
        written = _read(key)
        try:
            # Before OpenSSL reads it: that would ask at the terminal for the passphrase.
            load_pem_private_key(written, password=None)
        except TypeError:
            raise ValueError(f"the key in {key} has a passphrase: give it without one") from None
        except (ValueError, UnsupportedAlgorithm):
            raise ValueError(f"{key} holds no private key: give a PEM file") from None
        try:
            context.load_cert_chain(self.certificate, key)
        except ssl.SSLError:
            raise ValueError(f"the key in {key} is not that of the certificate in {self.certificate}") from None


def check_certificate(path: str) -> None:
    """Raises `ValueError` with a sentence that names the file."""
    written = _read(path)
    try:
        x509.load_pem_x509_certificates(written)
    except ValueError:
        raise ValueError(f"{path} holds no certificate: give a PEM file") from None


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ValueError(f"{path} cannot be read ({error.strerror})") from None
