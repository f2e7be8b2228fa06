"""Certificate chains that are made for a test, and what C2PA's own reader says of what was signed with one."""

import io
import json
from datetime import UTC, datetime, timedelta

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NOW = datetime.now(UTC)
KEYS = {
    "es256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "es384": lambda: ec.generate_private_key(ec.SECP384R1()),
    "ed25519": ed25519.Ed25519PrivateKey.generate,
    "ps256": lambda: rsa.generate_private_key(65537, 2048),
}


def named(name):
    parts = [(NameOID.ORGANIZATION_NAME, "The tests"), (NameOID.COMMON_NAME, name)]
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in parts])


def usage(*named_uses):
    uses = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
            "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")  # fmt: skip
    return x509.KeyUsage(**{use: use in named_uses for use in uses})


def certificate(subject, key, issuer, issuer_key, *, days=20, is_root=False):
    uses = usage("key_cert_sign", "crl_sign") if is_root else usage("digital_signature")
    builder = (
        x509.CertificateBuilder()
        .subject_name(named(subject))
        .issuer_name(named(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=30))
        .not_valid_after(NOW + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        .add_extension(uses, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    if not is_root:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
    return builder.sign(issuer_key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def pem(key, passphrase=None):
    secrecy = serialization.BestAvailableEncryption(passphrase) if passphrase else serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, secrecy)


class Chain:
    """A root, a signer's certificate below it, and the signer's key."""

    def __init__(self, algorithm="es256", **signer):
        root_key = ec.generate_private_key(ec.SECP256R1())
        self.key = KEYS[algorithm]()
        self.root = certificate("root", root_key, "root", root_key, is_root=True)
        self.certificates = certificate("signer", self.key, "root", root_key, **signer) + self.root

    def read(self, image):
        """What C2PA's reader says of it, for whom this root is to be trusted."""
        settings = {"verify": {"verify_trust": True}, "trust": {"trust_anchors": self.root.decode()}}
        context = c2pa.Context(c2pa.Settings.from_dict(settings))
        with context, c2pa.Reader("image/png", io.BytesIO(image), context=context) as reader:
            return reader.get_validation_state(), json.loads(reader.json())
