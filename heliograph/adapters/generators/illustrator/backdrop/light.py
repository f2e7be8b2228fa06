"""Light: the colours of the sky and what the hour and the weather do to every other colour."""

from dataclasses import dataclass

from heliograph.adapters.generators.illustrator.palette import mix
from heliograph.adapters.generators.illustrator.stage import Stage


@dataclass(frozen=True, slots=True)
class Light:
    top: str
    middle: str
    bottom: str
    tint: str
    share: float  # of the tint in everything that is not lit
    cloud: str

    def on(self, colour: str) -> str:
        return mix(colour, self.tint, self.share)

    def far(self, colour: str, distance: float) -> str:
        """A colour as the air between makes it look, 0 near to 1 at the horizon."""
        return mix(self.on(colour), self.bottom, distance)


HOURS = {
    "day": (
        Light("#5fb0e6", "#a9d8f2", "#e6f5f4", "#fff3d6", 0.05, "#ffffff"),
        Light("#4aa3c9", "#a5dbe0", "#f4f3dc", "#fff3d6", 0.08, "#ffffff"),
        Light("#7cc0ea", "#c6e6f4", "#f8f1e2", "#fff3d6", 0.06, "#ffffff"),
        Light("#6a9fdc", "#b3d3f0", "#ecebf5", "#e8e6ff", 0.06, "#ffffff"),
    ),
    "noon": (
        Light("#3b93e0", "#86c5f2", "#dcf2fa", "#fffbe0", 0.03, "#ffffff"),
        Light("#2f9fd8", "#8ed3ee", "#e9f8ee", "#fffbe0", 0.05, "#ffffff"),
        Light("#4aa0e8", "#9fd2f6", "#eaf6fb", "#fffbe0", 0.03, "#ffffff"),
        Light("#3a8bd0", "#8fc4e8", "#e2f0f0", "#fffbe0", 0.05, "#ffffff"),
    ),
    "dawn": (
        Light("#7f9fdc", "#f2c3c0", "#ffe3b8", "#f7b9a8", 0.14, "#ffe6dc"),
        Light("#8fa8e0", "#e8bfd8", "#ffd9c4", "#e8b0c8", 0.14, "#ffe9ec"),
        Light("#6fb0cf", "#f6d3b0", "#ffeec4", "#f9cfa0", 0.13, "#fff0dc"),
        Light("#9a9ad8", "#f0b5b0", "#ffd8a0", "#f0aa98", 0.16, "#ffe0d4"),
    ),
    "sunset": (
        Light("#473f86", "#e5695c", "#ffc46b", "#8f3a5a", 0.2, "#f7a58f"),
        Light("#3a4a8f", "#c9607f", "#ffb37a", "#7a3a6a", 0.2, "#f0a0a8"),
        Light("#6a3f7a", "#f0824f", "#ffdb7f", "#9a4a3a", 0.19, "#ffbf90"),
        Light("#2f3f78", "#d9576a", "#ff9f5a", "#6f3360", 0.23, "#e88f8f"),
    ),
    "night": (
        Light("#0c1740", "#1c2f68", "#3a4f8c", "#0f1c50", 0.46, "#4a5c94"),
        Light("#101038", "#2a2a66", "#4a4488", "#141450", 0.46, "#57559a"),
        Light("#081f3c", "#13405f", "#2f6a80", "#08284a", 0.46, "#3f7088"),
        Light("#150f34", "#33265c", "#5c4478", "#1a1450", 0.46, "#675488"),
    ),
}

GREY = Light("#76889a", "#9fb0bc", "#cdd7da", "#6f7f90", 0.24, "#dfe5e8")
STORM = Light("#2f3a4c", "#4f5d70", "#8a97a2", "#2f3a50", 0.36, "#5a6678")
DIM = frozenset({"rain", "snow", "cloudy", "fog"})


def light_of(stage: Stage) -> Light:
    light = HOURS[stage.time][stage.variant % 4]
    if stage.weather == "storm":
        return STORM if not stage.dark else _mixed(light, STORM, 0.45)
    if stage.weather in DIM and stage.time in {"day", "noon"}:
        return _mixed(light, GREY, 0.82)
    if stage.weather in DIM:
        return _mixed(light, GREY, 0.25)
    return light


def _mixed(first: Light, second: Light, share: float) -> Light:
    return Light(
        mix(first.top, second.top, share), mix(first.middle, second.middle, share), mix(first.bottom, second.bottom, share),
        mix(first.tint, second.tint, share), first.share + (second.share - first.share) * share,
        mix(first.cloud, second.cloud, share),
    )  # fmt: skip
