"""Colours: their names, how they mix, and the fixed inks that drawings share."""

from collections.abc import Sequence

INK = "#2a2a3c"
PAPER = "#fffdf7"
WOOD = "#a9743f"
WOOD_DARK = "#7c4f2a"
STEEL = "#9aa5b4"
STEEL_DARK = "#5d6878"
GLASS = "#bfe3f2"
LIT = "#ffdf8a"
LEAF = "#4f9d4a"
LEAF_DARK = "#36753c"
WHITE = "#ffffff"
BLUSH = "#f29a9a"
WARM_BY = 60  # shadows of warm colours are brown, not blue

NAMED = {
    "red": "#d8232f", "crimson": "#b3122d", "scarlet": "#e0301e", "maroon": "#7b1e2b", "burgundy": "#7a1733",
    "orange": "#f07f13", "amber": "#f5a30a", "peach": "#f9bb97", "coral": "#f4735e", "salmon": "#f48b7b",
    "yellow": "#f7cf1d", "gold": "#dba520", "golden": "#dba520", "mustard": "#cf9f1f", "cream": "#f6ead0",
    "beige": "#dcc9a8", "tan": "#c9a26d", "brown": "#86532c", "chestnut": "#85402a", "chocolate": "#5d3620",
    "green": "#2f9e44", "lime": "#93cf2d", "olive": "#808a2c", "mint": "#9fdfc0", "emerald": "#0f9d62",
    "teal": "#138a8a", "turquoise": "#2fc4bf", "cyan": "#22bfd8", "aqua": "#45cfd8",
    "blue": "#2666d4", "navy": "#1c2f66", "azure": "#3a92ec", "indigo": "#433a9e", "ultramarine": "#2a3fc4",
    "purple": "#7b3fb5", "violet": "#8748cf", "lavender": "#b9a6e8", "lilac": "#c4a3dc", "magenta": "#cf2f9f",
    "pink": "#f283b0", "fuchsia": "#db2aa0", "rose": "#e5677f",
    "white": "#f8f7f3", "ivory": "#f7f1e0", "black": "#23232b", "grey": "#8b909b", "silver": "#c0c7d0",
    "charcoal": "#3d414b", "ginger": "#dd8237", "bronze": "#a8712e", "copper": "#bb6a38",
}  # fmt: skip

MATERIALS = {
    "wooden": WOOD, "wood": WOOD, "oak": "#b07f4a", "brick": "#b5533c", "stone": "#9b9a94", "concrete": "#aeaeaa",
    "marble": "#e6e4e2", "metal": "#9aa5b4", "steel": "#9aa5b4", "iron": "#5d6570", "brass": "#c99a3a",
    "straw": "#e0bd62", "leather": "#8a5230", "crystal": "#c9e9f5",
    "clay": "#bb6a45", "ceramic": "#f0ece4",
}  # fmt: skip

SAME = {
    "gray": "grey", "blond": "cream", "blonde": "cream", "purplish": "purple", "reddish": "red", "bluish": "blue",
    "greenish": "green", "stony": "stone", "rusty": "copper", "metallic": "metal", "snow-white": "white",
}  # fmt: skip

TONES = {
    "light": ("#ffffff", 0.45), "pale": ("#ffffff", 0.55), "pastel": ("#ffffff", 0.5), "soft": ("#ffffff", 0.3),
    "dark": ("#101024", 0.45), "deep": ("#101024", 0.3), "bright": ("#ffffff", 0.0), "vivid": ("#ffffff", 0.0),
}  # fmt: skip


def channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(first: str, second: str, share: float) -> str:
    """The first colour with this share (0 to 1) of the second."""
    pairs = zip(channels(first), channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def lightness(colour: str) -> float:
    """0 for black to 1 for white, as the eye weighs the channels."""
    red, green, blue = channels(colour)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def darker(colour: str, share: float = 0.28) -> str:
    red, _, blue = channels(colour)
    return mix(colour, "#4a1a1e" if red > blue + WARM_BY else "#15163a", share)


def lighter(colour: str, share: float = 0.32) -> str:
    return mix(colour, "#fffbe8", share)


def named(word: str, tone: str | None = None) -> str:
    """The colour that a colour or material word stands for, made lighter or darker by a tone word."""
    plain = SAME.get(word, word)
    colour = NAMED.get(plain) or MATERIALS[plain]
    if tone is None:
        return colour
    towards, share = TONES[tone]
    return mix(colour, towards, share)


def pick(choices: Sequence[str], number: int) -> str:
    return choices[number % len(choices)]
