"""Inputs and masks as the Images API takes them."""

from io import BytesIO

import pytest
from PIL import Image

from heliograph.adapters.generators.openai import images
from tests.generators.openai_world import a_mask, png, size_of


@pytest.mark.parametrize(
    ("mode", "grey", "alpha"),
    [
        ("L", 0, 0),
        ("L", 127, 0),
        ("L", 128, 255),
        ("L", 255, 255),
        ("1", 0, 0),
        ("1", 1, 255),
        ("RGB", (0, 0, 0), 0),
        ("RGBA", (255, 255, 255, 255), 255),
        ("LA", (0, 255), 0),
        ("I;16", 100 * 256, 0),
        ("I;16", 300, 0),
        ("I;16", 65535, 255),
    ],
)
def test_a_mask_may_be_of_any_kind_of_png(mode, grey, alpha):
    parts = images.prepared((png(),), png(colour=grey, mode=mode))
    with Image.open(BytesIO(parts.mask), formats=["PNG"]) as image:
        assert image.getchannel("A").getextrema() == (alpha, alpha)


def test_what_is_over_a_limit_is_made_smaller_input_and_mask_alike(monkeypatch):
    monkeypatch.setattr(images, "IMAGE_LIMIT_BYTES", 100)
    monkeypatch.setattr(images, "SHRUNK_EDGE", 16)
    large = png(64, 32)
    parts = images.prepared((large, png(2, 2)), a_mask(64, 32).data)
    assert len(large) > 100
    assert size_of(parts.inputs[0]) == size_of(parts.mask) == (16, 8)
    assert parts.inputs[1] == png(2, 2)
    with Image.open(BytesIO(parts.mask)) as mask:
        assert [mask.getchannel("A").getpixel(at) for at in ((0, 0), (15, 7))] == [0, 255]


def test_a_mask_over_its_limit_takes_its_input_along(monkeypatch):
    monkeypatch.setattr(images, "MASK_LIMIT_BYTES", 100)
    monkeypatch.setattr(images, "SHRUNK_EDGE", 16)
    parts = images.prepared((png(64, 32),), a_mask(64, 32).data)
    assert size_of(parts.inputs[0]) == size_of(parts.mask) == (16, 8)


def test_of_files_only_inputs_that_had_to_be_made_smaller_come_back(monkeypatch, tmp_path):
    large, small, mask = tmp_path / "large.png", tmp_path / "small.png", tmp_path / "mask.png"
    large.write_bytes(png(64, 32))
    small.write_bytes(png(2, 2))
    mask.write_bytes(a_mask(64, 32).data)
    given = (large.read_bytes(), small.read_bytes())
    fitting = images.prepared_files([str(large), str(small)], str(mask))
    assert (fitting.inputs, fitting.mask) == ((b"", b""), images.prepared(given, mask.read_bytes()).mask)
    monkeypatch.setattr(images, "IMAGE_LIMIT_BYTES", 100)
    monkeypatch.setattr(images, "SHRUNK_EDGE", 16)
    parts = images.prepared_files([str(large), str(small)], None)
    assert (size_of(parts.inputs[0]), parts.inputs[1], parts.mask) == ((16, 8), b"", None)
