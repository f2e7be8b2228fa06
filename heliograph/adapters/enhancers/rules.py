"""Rules: what a prompt says nothing of, such as the light, is added in neutral words; what it says is left alone."""

import re

from heliograph.domain.wording import Words

WORDS_ENOUGH, CHARACTERS_ENOUGH = 50, 400
"""A prompt this long has been thought about: nothing is added."""
ENGLISH_SHARE = 0.9
"""Of the letters: the rules know English words only, and cannot tell what a text in another script says."""

_GRAPHIC = """
    logo icon diagram chart graph infographic flat vector pixel pixelated lineart outline doodle sticker emoji
    blueprint map pattern seamless tile wireframe typography lettering calligraphy qr barcode signature monogram
    coat-of-arms flag silhouette stencil sprite icons symbol symbols glyph sketch drawing colouring coloring
    comic cartoon manga anime clipart
"""
_MEDIUM = """
    photo photograph photography photographic photorealistic realistic realism painting painted oil watercolour
    watercolor gouache acrylic illustration illustrated render rendered rendering 3d cgi claymation clay origami
    collage engraving etching woodcut print fresco mosaic style styled stylized stylised aesthetic film
    cinematic polaroid vintage retro surreal surrealist abstract impressionist impressionism cubist minimalist
    minimal baroque pastel charcoal ink detail detailed details texture textured sharp crisp blurry blurred hd
    4k 8k
"""
_LIGHT = """
    light lights lit lighting sunlight sunlit moonlight moonlit daylight candlelight candlelit backlight backlit
    lamp lantern neon glow glowing shadow shadows shade dark darkness bright dim sun sunny sunset sunrise dawn
    dusk twilight night midnight morning evening noon overcast foggy misty storm stormy fire firelight flame
    spotlight studio flash glare shining shiny gloomy moody dramatic hour rain rainy snow snowy
"""
_COMPOSITION = """
    composition composed close closeup close-up macro wide panorama panoramic view viewed angle perspective
    overhead aerial birds-eye top-down isometric portrait headshot profile centred centered symmetrical symmetry
    foreground background framed framing frame crop cropped zoom full-body focus bokeh depth landscape layout
    shot
"""
_COLOUR = """
    colour colours coloured colourful color colors colored colorful monochrome sepia greyscale grayscale black
    white pastel vivid vibrant saturated muted palette hue tone tones tinted neon
"""
_WIDE = """
    mountain mountains valley city cityscape skyline town village street beach coast sea ocean lake river forest
    woods desert field meadow garden park canyon island harbour harbor countryside horizon panorama
"""
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _known(words: str) -> frozenset[str]:
    return frozenset(words.split())


GRAPHIC, MEDIUM, LIGHT = _known(_GRAPHIC), _known(_MEDIUM), _known(_LIGHT)
COMPOSITION, COLOUR, WIDE = _known(_COMPOSITION), _known(_COLOUR), _known(_WIDE)


class RulesEnhancer:
    """The same prompt always gets the same words; no model, no key and no network."""

    name = "rules"

    async def enhance(self, prompt: str, *, is_edit: bool) -> Words:
        """A prompt about somebody's own picture stays as it is: nobody here knows what is in that."""
        return Words(prompt if is_edit else enhanced(prompt))


def enhanced(prompt: str) -> str:
    """The prompt, and after it what it lacks."""
    if not prompt.strip() or _is_enough(prompt) or not _is_english(prompt):
        return prompt
    lacking = _lacking(frozenset(_WORD.findall(prompt.lower())))
    if not lacking:
        return prompt
    said = prompt.rstrip(" \t\r\n,;:")
    added = ", ".join(lacking)
    if said[-1].isalnum() or said[-1] in ")]%":
        return f"{said}, {added}"
    # After a sentence or a quotation comes a sentence of its own: nothing slips into what was said.
    return f"{said} {added[0].upper()}{added[1:]}."


def _lacking(words: frozenset[str]) -> list[str]:
    graphic = bool(words & GRAPHIC)
    found = []
    if not graphic and not words & MEDIUM:
        found.append("finely detailed")
    if not graphic and not words & LIGHT:
        found.append("soft and even light")
    if not graphic and not words & COLOUR:
        found.append("natural colours")
    if not words & COMPOSITION:
        found.append("a wide and balanced composition" if words & WIDE and not graphic else "a balanced composition")
    return found


def _is_enough(prompt: str) -> bool:
    return len(prompt) >= CHARACTERS_ENOUGH or len(prompt.split()) >= WORDS_ENOUGH


def _is_english(prompt: str) -> bool:
    letters = [character for character in prompt if character.isalpha()]
    return bool(letters) and sum(character.isascii() for character in letters) >= ENGLISH_SHARE * len(letters)
