"""What a picture says about how it came about, as others read it."""

import hashlib
import io
import json
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

from heliograph.adapters.generators.rehearsal import tiny_png
from heliograph.domain.picture import Pictures
from heliograph.domain.png import international_chunk, with_chunks
from heliograph.domain.provenance import Provenance, has_manifest, noted, provenance_of
from tests.samples import a_task

SOFTWARE = "Heliograph 0.1.0"
WHOLE = Provenance(generator="openai", model="a-model", seed=7, prompt_sha256="ab" * 32)
MANIFEST = b"\0\0\0\4caBX" + b"jumb" + b"\0\0\0\0"
OURS = "{urn:heliograph:provenance}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
IPTC = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"


def read(data):
    """The text chunks, and the attributes of the XMP packet."""
    picture = Image.open(io.BytesIO(data))
    picture.load()
    packet = picture.text.get("XML:com.adobe.xmp", "")
    described = ET.fromstring(packet)[0][0].attrib if packet else {}  # noqa: S314  # we wrote it
    return picture.text, described


def test_a_picture_says_who_made_it_from_what():
    text, xmp = read(noted(tiny_png(1), WHOLE, software=SOFTWARE))
    assert json.loads(text["Provenance"]) == {
        "software": SOFTWARE,
        "generator": "openai",
        "model": "a-model",
        "seed": 7,
        "promptSha256": "ab" * 32,
    }
    told = {name: xmp[OURS + name] for name in ("generator", "model", "seed", "promptSha256")}
    assert told == {"generator": "openai", "model": "a-model", "seed": "7", "promptSha256": "ab" * 32}
    assert xmp[XMP + "CreatorTool"] == SOFTWARE


@pytest.mark.parametrize(("model", "kind"), [("a-model", "trainedAlgorithmicMedia"), ("", "algorithmicMedia")])
def test_it_says_whether_a_trained_model_made_it(model, kind):
    _, xmp = read(noted(tiny_png(1), Provenance(generator="g", model=model), software=SOFTWARE))
    assert xmp[IPTC + "DigitalSourceType"] == f"http://cv.iptc.org/newscodes/digitalsourcetype/{kind}"


def test_what_is_not_known_is_not_said():
    text, xmp = read(noted(tiny_png(1), Provenance(generator="g"), software=SOFTWARE))
    assert json.loads(text["Provenance"]) == {"software": SOFTWARE, "generator": "g"}
    assert [name for name in xmp if name.startswith(OURS)] == [OURS + "generator"]


@pytest.mark.parametrize("model", ["a\"b<c>&'", "\0\x1b\n", "\ud800", "\u2028\U0001f30a", "x" * 10_000])
def test_whatever_a_model_is_called_the_notes_can_be_read(model):
    text, xmp = read(noted(tiny_png(1), Provenance(generator="g", model=model), software=SOFTWARE))
    assert json.loads(text["Provenance"])["model"] == model
    assert len(xmp[OURS + "model"]) == len(model)


def test_the_same_picture_with_the_same_notes_is_the_same_file():
    once, again = (noted(tiny_png(1), WHOLE, software=SOFTWARE) for _ in range(2))
    assert once == again


def test_a_packet_that_is_there_already_stays_the_only_one():
    data = with_chunks(tiny_png(1), [international_chunk("XML:com.adobe.xmp", "<theirs/>")])
    noted_once = noted(data, WHOLE, software=SOFTWARE)
    assert noted_once.count(b"XML:com.adobe.xmp") == 1
    assert b"<theirs/>" in noted_once
    assert b"Provenance" in noted_once


def test_what_its_maker_has_signed_is_left_as_it_came():
    signed = with_chunks(tiny_png(1), [MANIFEST])
    assert has_manifest(signed)
    assert noted(signed, WHOLE, software=SOFTWARE) == signed


@pytest.mark.parametrize("data", [b"", b"no picture", b"\xff\xd8\xff\xe0 a JPEG", tiny_png(1)[:20]])
def test_what_is_no_png_is_left_as_it_came(data):
    assert noted(data, WHOLE, software=SOFTWARE) == data


def test_each_picture_of_a_task_has_its_own_seed_and_no_prompt():
    task = a_task(prompt="a secret \ud800", generator="drawer")
    digest = hashlib.sha256("a secret \ud800".encode(errors="surrogatepass")).hexdigest()
    told = provenance_of(task, Pictures(images=[b"a", b"b", b"c"], seeds=[4, 5], model="m"))
    assert [each.seed for each in told] == [4, 5, None]
    assert {(each.generator, each.model, each.prompt_sha256) for each in told} == {("drawer", "m", digest)}
    assert b"secret" not in noted(tiny_png(1), told[0], software=SOFTWARE)
