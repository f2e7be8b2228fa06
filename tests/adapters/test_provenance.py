"""Marking: notes and signatures, checked by C2PA's own reader against a chain that was made for the test."""

import io
import json
import threading
from datetime import UTC, datetime, timedelta

import c2pa
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from PIL import Image

from heliograph.adapters.generators.rehearsal import tiny_png
from heliograph.adapters.provenance import marker as marker_module
from heliograph.adapters.provenance.c2pa_signer import C2paSigner
from heliograph.adapters.provenance.marker import PictureMarker
from heliograph.domain.errors import SettingsError
from heliograph.domain.provenance import Provenance
from tests.fakes import RecordingObserver

NOW = datetime.now(UTC)
MADE = Provenance(generator="openai", model="a-model", seed=7, prompt_sha256="ab" * 32)
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

    def signer(self, *, key=None, certificates=None, observer=None):
        return C2paSigner.tried(
            certificates=certificates or self.certificates,
            key=key or pem(self.key),
            software="Heliograph",
            version="0.1.0",
            observer=observer or RecordingObserver(),
        )

    def read(self, image):
        """What C2PA's reader says of it, for whom this root is to be trusted."""
        settings = {"verify": {"verify_trust": True}, "trust": {"trust_anchors": self.root.decode()}}
        context = c2pa.Context(c2pa.Settings.from_dict(settings))
        with context, c2pa.Reader("image/png", io.BytesIO(image), context=context) as reader:
            return reader.get_validation_state(), json.loads(reader.json())


@pytest.fixture(scope="module")
def chain():
    return Chain()


def text_of(image):
    picture = Image.open(io.BytesIO(image))
    picture.load()
    return picture.text


@pytest.mark.parametrize("algorithm", KEYS)
async def test_a_signed_picture_is_trusted_by_who_trusts_the_root(algorithm):
    chain = Chain(algorithm)
    [image] = await PictureMarker(software="Heliograph", sign=chain.signer()).mark([tiny_png(1)], [MADE])
    state, told = chain.read(image)
    assert state == "Trusted"
    manifest = told["manifests"][told["active_manifest"]]
    assert manifest["claim_generator_info"][0]["name"] == "Heliograph"
    assertions = {each["label"]: each["data"] for each in manifest["assertions"]}
    [created] = assertions["c2pa.actions.v2"]["actions"]
    assert created["action"] == "c2pa.created"
    assert created["softwareAgent"] == {"name": "openai", "version": "a-model"}
    assert created["digitalSourceType"].endswith("/trainedAlgorithmicMedia")
    assert assertions["heliograph.provenance"]["seed"] == 7
    assert json.loads(text_of(image)["Provenance"])["generator"] == "openai"


async def test_a_change_to_a_signed_picture_is_seen(chain):
    [image] = await PictureMarker(software="Heliograph", sign=chain.signer()).mark([tiny_png(1)], [MADE])
    changed = image.replace(b"a-model", b"b-model", 1)
    assert changed != image
    assert chain.read(changed)[0] == "Invalid"


def test_who_does_not_know_the_root_is_not_told_to_trust_it(chain):
    image = chain.signer()(tiny_png(1), MADE)
    assert Chain().read(image)[0] == "Valid"  # as it was signed, by whomever


async def test_a_picture_that_its_maker_has_signed_is_left_as_it_came(chain):
    signed = Chain().signer()(tiny_png(1), MADE)
    assert await PictureMarker(software="Heliograph", sign=chain.signer()).mark([signed], [MADE]) == [signed]


def test_a_picture_that_cannot_be_signed_is_kept_as_it_is_and_told(chain, monkeypatch):
    observer = RecordingObserver()
    signer = chain.signer(observer=observer)

    def broken(*_):
        raise c2pa.C2paError("no more")

    monkeypatch.setattr(signer, "signed", broken)
    assert signer(tiny_png(1), MADE) == tiny_png(1)
    [(step, _)] = observer.failures
    assert step == "sign"


@pytest.mark.parametrize("data", [b"", b"no picture", tiny_png(1)[:20]])
def test_what_is_no_picture_is_left_as_it_is(chain, data):
    assert chain.signer()(data, MADE) == data


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (lambda chain: chain.signer(key=pem(KEYS["es256"]())), "not that of the first certificate"),
        (lambda chain: chain.signer(key=pem(chain.key, b"a passphrase")), "without a passphrase"),
        (lambda chain: chain.signer(key=b"no key"), "give PEM files"),
        (lambda chain: chain.signer(certificates=b"no certificate"), "give PEM files"),
        (lambda _: Chain(days=-1).signer(), "the certificate ended on .*: renew it"),
        (lambda chain: chain.signer(certificates=chain.root), "not that of the first certificate"),
    ],
)
def test_a_certificate_or_key_that_will_not_do_is_told_at_the_start(chain, what, words):
    with pytest.raises(SettingsError, match=words):
        what(chain)


def test_a_certificate_that_c2pa_does_not_take_is_told_at_the_start():
    key = KEYS["es256"]()
    root = certificate("root", key, "root", key, is_root=True)
    with pytest.raises(SettingsError, match="nothing can be signed with them"):
        Chain().signer(key=pem(key), certificates=root)


@pytest.mark.parametrize("size", [marker_module.INLINE_BYTES // 2, marker_module.INLINE_BYTES * 2])
async def test_a_large_picture_is_marked_off_the_event_loop(monkeypatch, size):
    threads = []

    def noted(image, *_, **__):
        threads.append(threading.current_thread())
        return image

    monkeypatch.setattr(marker_module, "noted", noted)
    await PictureMarker(software="Heliograph").mark([bytes(size)], [MADE])
    assert (threads == [threading.current_thread()]) == (size < marker_module.INLINE_BYTES)


async def test_without_notes_a_picture_is_only_signed(chain):
    marker = PictureMarker(software="Heliograph", notes=False, sign=chain.signer())
    [image] = await marker.mark([tiny_png(1)], [MADE])
    assert text_of(image) == {}
    assert chain.read(image)[0] == "Trusted"
