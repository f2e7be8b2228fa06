"""Marking: notes and signatures, checked by C2PA's own reader against a chain that was made for the test."""

import io
import json
import threading

import c2pa
import pytest
from PIL import Image

from heliograph.adapters.generators.rehearsal import tiny_png
from heliograph.adapters.provenance import marker as marker_module
from heliograph.adapters.provenance.c2pa_signer import C2paSigner
from heliograph.adapters.provenance.marker import PictureMarker
from heliograph.domain.errors import SettingsError
from heliograph.domain.provenance import Provenance
from tests.chains import KEYS, Chain, certificate, pem
from tests.fakes import RecordingObserver

MADE = Provenance(generator="openai", model="a-model", seed=7, prompt_sha256="ab" * 32)


def signer_of(chain, *, key=None, certificates=None, observer=None):
    return C2paSigner.tried(
        certificates=certificates or chain.certificates,
        key=key or pem(chain.key),
        software="Heliograph",
        version="0.1.0",
        observer=observer or RecordingObserver(),
    )


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
    [image] = await PictureMarker(software="Heliograph", sign=signer_of(chain)).mark([tiny_png(1)], [MADE])
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
    [image] = await PictureMarker(software="Heliograph", sign=signer_of(chain)).mark([tiny_png(1)], [MADE])
    changed = image.replace(b"a-model", b"b-model", 1)
    assert changed != image
    assert chain.read(changed)[0] == "Invalid"


def test_who_does_not_know_the_root_is_not_told_to_trust_it(chain):
    image = signer_of(chain)(tiny_png(1), MADE)
    assert Chain().read(image)[0] == "Valid"  # as it was signed, by whomever


async def test_a_picture_that_its_maker_has_signed_is_left_as_it_came(chain):
    signed = signer_of(Chain())(tiny_png(1), MADE)
    assert await PictureMarker(software="Heliograph", sign=signer_of(chain)).mark([signed], [MADE]) == [signed]


def test_a_picture_that_cannot_be_signed_is_kept_as_it_is_and_told(chain, monkeypatch):
    observer = RecordingObserver()
    signer = signer_of(chain, observer=observer)

    def broken(*_):
        raise c2pa.C2paError("no more")

    monkeypatch.setattr(signer, "signed", broken)
    assert signer(tiny_png(1), MADE) == tiny_png(1)
    [(step, _)] = observer.failures
    assert step == "sign"


@pytest.mark.parametrize("data", [b"", b"no picture", tiny_png(1)[:20]])
def test_what_is_no_picture_is_left_as_it_is(chain, data):
    assert signer_of(chain)(data, MADE) == data


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (lambda chain: signer_of(chain, key=pem(KEYS["es256"]())), "not that of the first certificate"),
        (lambda chain: signer_of(chain, key=pem(chain.key, b"a passphrase")), "without a passphrase"),
        (lambda chain: signer_of(chain, key=b"no key"), "give PEM files"),
        (lambda chain: signer_of(chain, certificates=b"no certificate"), "give PEM files"),
        (lambda _: signer_of(Chain(days=-1)), "the certificate ended on .*: renew it"),
        (lambda chain: signer_of(chain, certificates=chain.root), "not that of the first certificate"),
    ],
)
def test_a_certificate_or_key_that_will_not_do_is_told_at_the_start(chain, what, words):
    with pytest.raises(SettingsError, match=words):
        what(chain)


def test_a_certificate_that_c2pa_does_not_take_is_told_at_the_start():
    key = KEYS["es256"]()
    root = certificate("root", key, "root", key, is_root=True)
    with pytest.raises(SettingsError, match="nothing can be signed with them"):
        signer_of(Chain(), key=pem(key), certificates=root)


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
    marker = PictureMarker(software="Heliograph", notes=False, sign=signer_of(chain))
    [image] = await marker.mark([tiny_png(1)], [MADE])
    assert text_of(image) == {}
    assert chain.read(image)[0] == "Trusted"
