import json

import pytest

from heliograph.domain.inputs import Source, Sources, beyond, image_of, sources_of, too_large, unavailable, unusable
from heliograph.domain.picture import Abilities
from heliograph.domain.task import FailureKind
from tests.samples import task_id

A, B, M = "https://a.test/a.png", "https://a.test/b.png", "https://a.test/m.png"
ALL = Abilities(inputs=5, mask=True)


def sources(**params):
    found = sources_of(json.dumps(params))
    return [(one.given_as, one.url) for one in found.images], found.mask and (found.mask.given_as, found.mask.url)


@pytest.mark.parametrize(
    ("params", "images", "mask"),
    [
        ({}, [], None),
        ({"prompt": 'a "filesUrl"', "callBackUrl": "https://a.test/"}, [], None),
        ({"filesUrl": [], "fileUrl": "", "maskUrl": None}, [], None),
        ({"filesUrl": [A, "", B]}, [("filesUrl", A), ("filesUrl", B)], None),
        ({"fileUrl": A}, [("fileUrl", A)], None),
        ({"filesUrl": [B], "fileUrl": A}, [("filesUrl", B)], None),
        ({"filesUrl": [""], "fileUrl": A}, [("fileUrl", A)], None),
        ({"filesUrl": [A], "maskUrl": M}, [("filesUrl", A)], ("maskUrl", M)),
        ({"fileUrl": A, "maskUrl": M}, [("fileUrl", A)], ("maskUrl", M)),
        ({"filesUrl": [A, B], "maskUrl": M}, [("filesUrl", A), ("filesUrl", B)], None),
        ({"maskUrl": M}, [], ("maskUrl", M)),
    ],
)
def test_where_the_images_are_follows_from_what_was_submitted(params, images, mask):
    assert sources(**params) == (images, mask)


def test_each_is_kept_under_a_name_of_its_task():
    task = task_id(7)
    found = sources_of(json.dumps({"filesUrl": [A, B]}))
    assert {name: one.url for name, one in found.named(task).items()} == {
        f"{task}_input_1.png": A,
        f"{task}_input_2.png": B,
    }
    masked = sources_of(json.dumps({"filesUrl": [A], "maskUrl": M}))
    assert list(masked.named(task)) == [f"{task}_input_1.png", f"{task}_input_mask.png"]


@pytest.mark.parametrize(
    ("abilities", "images", "mask", "said"),
    [
        (ALL, 5, True, ""),
        (Abilities(), 0, False, ""),
        (Abilities(), 1, False, "The generator drawer takes no input images: send a prompt without filesUrl"),
        (Abilities(inputs=2), 3, False, "The generator drawer takes at most 2 input images: 3 were sent"),
        (Abilities(inputs=2), 1, True, "The generator drawer cannot keep to a mask: send the image without maskUrl"),
    ],
)
def test_what_a_generator_cannot_do_is_said(abilities, images, mask, said):
    given = Sources([Source("filesUrl", A)] * images, Source("maskUrl", M) if mask else None)
    assert beyond(abilities, given, generator="drawer") == said


def test_a_message_names_the_url_without_what_may_be_secret_in_it():
    source = Source("fileUrl", "https://a.test/a.png?X-Amz-Signature=secret#secret")
    for failure in (unavailable(source, "no"), unusable(source, "no"), too_large(source)):
        assert "https://a.test/a.png" in failure.message
        assert "secret" not in failure.message + repr(source)
    assert len(too_large(Source("fileUrl", "https://a.test/" + "x" * 8000)).message) < 400


def test_the_messages_are_those_of_the_contract():
    source = Source("maskUrl", M)
    assert unavailable(source, "why").message == f"Unable to download image from the provided maskUrl: {M}: why"
    assert too_large(source).message == f"Image size exceeds maximum of 26214400 bytes: {M}"
    assert unusable(source, "why").message == (
        f"We couldn't process the provided image file (code=invalid_image_format): {M}: why"
    )
    kinds = [failure.kind for failure in (unavailable(source, ""), unusable(source, ""), too_large(source))]
    assert kinds == [FailureKind.UNAVAILABLE_INPUT, FailureKind.UNUSABLE_INPUT, FailureKind.UNUSABLE_INPUT]
    assert [(int(kind.code), str(kind.status)) for kind in kinds[:2]] == [
        (451, "CREATE_TASK_FAILED"),
        (400, "CREATE_TASK_FAILED"),
    ]


def test_the_size_of_what_was_kept_stands_in_it():
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (300).to_bytes(4, "big") + (200).to_bytes(4, "big") + bytes(9)
    assert (image_of(png).width, image_of(png).height, image_of(png).data) == (300, 200, png)
