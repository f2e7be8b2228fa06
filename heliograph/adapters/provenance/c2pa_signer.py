"""Signs pictures with the operator's certificate, as C2PA has it; nothing is asked of anybody on the network."""

import io
from datetime import UTC, datetime

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from heliograph.domain.errors import SettingsError
from heliograph.domain.png import is_png
from heliograph.domain.provenance import Provenance, has_manifest
from heliograph.ports import Observer

_CURVES = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001485faf710000000049454e44ae426082"
)
_OFFLINE = {
    "verify": {"verify_after_sign": False, "remote_manifest_fetch": False, "ocsp_fetch": False},
    "builder": {"thumbnail": {"enabled": False}},
}


class C2paSigner:
    """`certificates` is a chain in PEM, the signer's first; `key` is its key in PEM. Raises `SettingsError`."""

    def __init__(self, *, certificates: bytes, key: bytes, software: str, version: str, observer: Observer) -> None:
        self._certificates = certificates
        self._key = key
        self._algorithm = _algorithm_of(certificates, key)
        self._made_by = {"name": software, "version": version}
        self._observer = observer

    @classmethod
    def tried(cls, *, certificates: bytes, key: bytes, software: str, version: str, observer: Observer) -> "C2paSigner":
        """One that has signed a picture."""
        signer = cls(certificates=certificates, key=key, software=software, version=version, observer=observer)
        try:
            signer.signed(_PIXEL, Provenance(generator="none"))
        except c2pa.C2paError as error:
            raise SettingsError(f"nothing can be signed with them: {error}") from None
        return signer

    @property
    def ends_at(self) -> datetime:
        """When the first of the chain's certificates ends."""
        return min(each.not_valid_after_utc for each in x509.load_pem_x509_certificates(self._certificates))

    def __call__(self, image: bytes, provenance: Provenance) -> bytes:
        """The signed picture; the picture as it is if its maker has signed it, or if it cannot be signed."""
        if not is_png(image) or has_manifest(image):
            return image
        try:
            return self.signed(image, provenance)
        except c2pa.C2paError as error:
            # A picture without a signature is better than none: the log says why.
            self._observer.step_failed("sign", error)
            return image

    def signed(self, image: bytes, provenance: Provenance) -> bytes:
        """Raises `c2pa.C2paError`."""
        info = c2pa.C2paSignerInfo(self._algorithm.encode(), self._certificates, self._key, None)
        signed = io.BytesIO()
        context = c2pa.Context(c2pa.Settings.from_dict(_OFFLINE))
        with context, c2pa.Signer.from_info(info) as signer, c2pa.Builder(self._manifest(provenance), context) as maker:
            maker.sign(signer, "image/png", io.BytesIO(image), signed)
        return signed.getvalue()

    def _manifest(self, provenance: Provenance) -> dict[str, object]:
        agent = {"name": provenance.generator} | ({"version": provenance.model} if provenance.model else {})
        created = {
            "action": "c2pa.created",
            "digitalSourceType": provenance.source_type,
            "softwareAgent": agent,
        }
        return {
            "claim_generator_info": [self._made_by],
            "assertions": [
                {"label": "c2pa.actions.v2", "data": {"actions": [created]}},
                {"label": "heliograph.provenance", "data": provenance.facts()},
            ],
        }


def _algorithm_of(certificates: bytes, key: bytes) -> str:
    try:
        private = load_pem_private_key(key, password=None)
        [signer, *_] = x509.load_pem_x509_certificates(certificates)
    except (ValueError, TypeError) as error:
        raise SettingsError(f"they cannot be read ({error}): give PEM files, the key without a passphrase") from None
    if signer.public_key() != private.public_key():
        raise SettingsError("the key is not that of the first certificate: give the two that belong together")
    if signer.not_valid_after_utc <= datetime.now(UTC):
        raise SettingsError(f"the certificate ended on {signer.not_valid_after_utc:%Y-%m-%d}: renew it")
    match private:
        case ec.EllipticCurvePrivateKey() if private.curve.name in _CURVES:
            return _CURVES[private.curve.name]
        case ed25519.Ed25519PrivateKey():
            return "ed25519"
        case rsa.RSAPrivateKey():
            return "ps256"
    raise SettingsError("the key is of a kind that C2PA does not know: use an EC key on P-256, Ed25519 or RSA")
