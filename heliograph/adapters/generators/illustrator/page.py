"""Writes the words and the judgements into docs/illustrator.md: `python -m …illustrator.page docs/illustrator.md`."""

import sys
from pathlib import Path

from heliograph.adapters.generators.illustrator.motifs import FILES, MOTIFS, motifs_of
from heliograph.adapters.generators.illustrator.palette import MATERIALS, NAMED, TONES
from heliograph.adapters.generators.illustrator.sheet import judgements
from heliograph.adapters.generators.illustrator.words import groups, looks, parts, poses, relations, settings
from heliograph.adapters.generators.illustrator.words.stand_ins import STAND_INS


def known_words() -> str:
    """Everything that is understood, as Markdown."""
    tables = (*_things(), *_poses(), *_relations(), *_groups(), *_settings(), *_looks(), *_parts(), *_colours(), "")
    return "\n".join((f"### The {len(MOTIFS)} things\n", *tables))


def brought_up_to_date(page: str) -> str:
    """The page with its list of words and its table of judgements written anew."""
    for name, made in (("words", known_words), ("judged", judgements)):
        before, _, rest = page.partition(f"<!-- {name} -->\n")
        _, _, after = rest.partition(f"<!-- /{name} -->\n")
        page = f"{before}<!-- {name} -->\n\n{made()}\n<!-- /{name} -->\n{after}"
    return page


def _things() -> list[str]:
    lines = ["| thing | also called | stands in for |", "|---|---|---|"]
    for motif in (motif for file in FILES for motif in motifs_of(file)):
        same = (word for word in motif.words[1:] if word not in STAND_INS)
        near = (word for word in motif.words[1:] if word in STAND_INS)
        lines.append(f"| {motif.name} | {', '.join(same)} | {', '.join(near)} |")
    return [*lines, ""]


def _relations() -> list[str]:
    rows = [f"| {kind.value} | {words} |" for kind, words in relations.RELATIONS.items()]
    return ["### Relations\n", "| relation | words |", "|---|---|", *rows, ""]


def _poses() -> list[str]:
    rows = [f"| {pose.value} | {words} |" for pose, words in poses.POSES.items()]
    return ["### Poses\n", "| pose | words |", "|---|---|", *rows, ""]


def _groups() -> list[str]:
    rows = [f"- **{word}**: {names}" for word, names in groups.GROUPS.items()]
    acts = ", ".join(f"{verb} ({name})" for verb, (_, name) in groups.ACTS.items())
    return [
        "### Words for several things, and verbs that bring a thing\n",
        *rows,
        f"- **verbs with the thing they bring**: {acts}",
        f"- **verbs for which two things are drawn side by side, and it says so**: {groups.SIDE_BY_SIDE}",
        "",
    ]


def _looks() -> list[str]:
    rows = [f"- **{look.value}**: {words}" for look, words in looks.LOOKS.items()]
    return ["### Looks of a whole picture\n", *rows, ""]


def _parts() -> list[str]:
    named = {**parts.PARTS, **parts.GARMENTS}
    return ["### Parts and clothes\n", *(f"- **{name}**: {words}" for name, words in named.items()), ""]


def _settings() -> list[str]:
    tables = (
        ("Places", settings.PLACES),
        ("Times", settings.TIMES),
        ("Weather", settings.WEATHERS),
        ("Seasons", settings.SEASONS),
    )
    lines = []
    for title, table in tables:
        lines += [f"### {title}\n", *(f"- **{name}**: {words}" for name, words in table.items()), ""]
    styles = (f"- **{style.value}**: {words}" for style, words in settings.STYLES.items())
    return [*lines, "### Styles\n", *styles, ""]


def _colours() -> list[str]:
    return [
        "### Colours, materials, sizes\n",
        f"- **colours**: {', '.join(NAMED)}",
        f"- **made lighter or darker by**: {', '.join(TONES)}",
        f"- **materials**: {', '.join(MATERIALS)}",
        f"- **sizes**: {', '.join(settings.SIZES)}",
    ]


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(brought_up_to_date(path.read_text(encoding="utf-8")), encoding="utf-8")
