"""Provenance: what a picture says about how it came about."""

import hashlib
import json
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from heliograph.domain.picture import Pictures
from heliograph.domain.png import chunks, international_chunk, is_png, text_chunk, with_chunks
from heliograph.domain.task import Task

KEYWORD, XMP_KEYWORD = "Provenance", "XML:com.adobe.xmp"
_MANIFEST = b"caBX"
_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:heliograph="urn:heliograph:provenance"
 xmp:CreatorTool={software} Iptc4xmpExt:DigitalSourceType={source}{facts}/>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """`prompt_sha256` tells whether a prompt is the one, to who has it; the prompt itself is in no picture."""

    generator: str
    model: str = ""
    seed: int | None = None
    prompt_sha256: str = ""

    @property
    def source_type(self) -> str:
        """IPTC's word for where it comes from: a trained model, or an algorithm that learned from nothing."""
        return _SOURCE + ("trainedAlgorithmicMedia" if self.model else "algorithmicMedia")

    def facts(self) -> dict[str, str | int]:
        """What is known, by the names that it has in pictures."""
        known = {
            "generator": self.generator,
            "model": self.model,
            "seed": self.seed,
            "promptSha256": self.prompt_sha256,
        }
        return {name: value for name, value in known.items() if value not in ("", None)}


def provenance_of(task: Task, pictures: Pictures) -> list[Provenance]:
    """One for each picture, in their order."""
    digest = hashlib.sha256(task.prompt.encode(errors="surrogatepass")).hexdigest()
    seeds = [*pictures.seeds, *[None] * len(pictures.images)]
    return [
        Provenance(generator=task.generator, model=pictures.model, seed=seed, prompt_sha256=digest)
        for seed, _ in zip(seeds, pictures.images, strict=False)
    ]


def has_manifest(image: bytes) -> bool:
    """Whether its maker has signed it (C2PA): one more note, and that signature would be broken."""
    # Most have not, and to see that no chunk has to be looked at.
    return _MANIFEST in image and _MANIFEST in {kind for kind, _, _ in chunks(image)}


def noted(image: bytes, provenance: Provenance, *, software: str) -> bytes:
    """The same PNG with a text of JSON and an XMP packet; anything else, and what was signed by its maker, as it is."""
    if not is_png(image) or has_manifest(image):
        return image
    facts = provenance.facts()
    added = [text_chunk(KEYWORD, json.dumps({"software": software} | facts))]
    if not _has_xmp(image):
        added.append(international_chunk(XMP_KEYWORD, _xmp(facts, provenance.source_type, software)))
    return with_chunks(image, added)


def _has_xmp(image: bytes) -> bool:
    keyword = XMP_KEYWORD.encode() + b"\0"
    return keyword in image and any(
        kind == b"iTXt" and image.startswith(keyword, begin) for kind, begin, _ in chunks(image)
    )


def _xmp(facts: dict[str, str | int], source: str, software: str) -> str:
    told = "".join(f"\n heliograph:{name}={_attribute(str(value))}" for name, value in facts.items())
    return _XMP.format(software=_attribute(software), source=_attribute(source), facts=told)


def _attribute(text: str) -> str:
    # XML takes no control character and no lone surrogate, however written.
    if not text.isprintable():
        text = "".join(each if each.isprintable() else "?" for each in text)
    return quoteattr(text)
