"""People of courts, of old times and of fairy tales."""

from heliograph.adapters.generators.illustrator.motif import Layer, Round, motif
from heliograph.adapters.generators.illustrator.palette import darker
from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.scene import Pose

from .kits.face import HAIR_BEFORE, HAIR_BEHIND, head
from .kits.person import HAIRS, SKINS, WHITE_HAIR, Wear, person

BLACK, GOLD = "#2b2b36", "#e0b23a"
GREEN_SKIN, GREY_SKIN, RED_SKIN = ("#8fb86a",), ("#9aa88f",), ("#d8605a",)

LEGENDS = (
    person("king, emperor, monarch", wears=Wear(top="robe", hat="crown", beard="full", back=("cape",), body=("fur trim",)), metres=1.85,
           colours="#a8263a #2a4f9f", home="castle"),
    person("queen, empress", wears=Wear(top="gown", legs="", hair="bun", hat="crown", back=("cape",), body=("necklace",)), metres=1.75, colours="#7b3f9f #b5263a",
           home="castle"),
    person("prince", wears=Wear(top="jacket", legs="#f1ede2", hair="curly", hat="crown", body=("sash", "belt"), shoes="#5b3a28"), colours="#3f6fc0 #3f8f5a", home="castle"),
    person("princess, duchess", wears=Wear(top="gown", legs="", hair="longest", hairs=("#d9a441", "#4a2f24", "#9c4a26"), hat="tiara"), metres=1.7,
           colours="#f08ab5 #6f8fe0 #b9a6e8", home="castle"),
    person("knight, crusader, paladin", wears=Wear(top="armour", legs="#8f99a8", hair="", hat="knight's helmet", shoes="#6f7988", held="sword"), colours="#aeb7c4", home="castle"),
    person("samurai, shogun", wears=Wear(top="armour", legs="#2b2b36", hat="kabuto", body=("belt",), held="sword"), colours="#8f2f3a", home="garden"),
    person("viking, barbarian", wears=Wear(top="fur", legs="#6b5a48", hat="viking helmet", hair="long", hairs=("#c9742a", "#d9a441"), beard="full", held="axe"),
           colours="#8a6a4a", home="sea"),
    person("gladiator, roman, centurion, spartan", wears=Wear(top="armour", legs="", hat="knight's helmet", hat_colour="#c9a23a", held="spear", back=("cape",)), colours="#b5763f", home="city"),
    person("pirate, buccaneer", wears=Wear(top="coat", legs=BLACK, hat="pirate hat", beard="full", face=("eyepatch",), body=("belt",), held="cutlass"), colours="#9f2f3a #3f4f8f", home="beach"),
    person("ninja, assassin", wears=Wear(top="sweater", legs=BLACK, hair="", face=("hood mask",), hat="headband", body=("belt",), held="sword"), colours=BLACK, home="city"),
    person("jester, harlequin, fool", wears=Wear(top="sweater", legs="#3f8f5a", hat="jester hat", body=("ruff",)), colours="#c9343f", home="castle"),
    person("pharaoh, cleopatra, egyptian", wears=Wear(top="robe", hair="", hat="nemes", body=("necklace", "belt"), held="staff"), colours="#f1e7cf", home="desert"),
    person("caveman, cavewoman, neanderthal", wears=Wear(top="fur", legs="", hair="spiky", beard="full", held="club", shoes=""), colours="#b5834f", home="mountains"),
    person("sultan, genie, maharaja", wears=Wear(top="robe", hat="turban", beard="moustache", body=("sash",)), colours="#2f8f9a #7b3f9f", home="desert"),
    person("wizard, sorcerer, merlin, warlock", wears=Wear(top="robe", hair="long", hairs=WHITE_HAIR, beard="long", hat="wizard hat", held="staff"), metres=1.8,
           colours="#5b3f8f #2a4f8f #b3322f", home="forest"),
    person("witch, sorceress, hag", wears=Wear(top="robe", hair="long", hairs=("#5a5a5f", "#8a3f2a"), skins=GREEN_SKIN, face=("warts",), hat="witch hat", held="broom"), metres=1.65,
           colours="#4a3a5f", home="forest"),
    person("fairy, pixie, tinkerbell", wears=Wear(top="dress", legs="", hair="bun", hairs=("#d9a441", "#b5712e"), back=("fairy wings",), held="wand"), metres=1.2,
           colours="#8fd0a0 #f2a8c8 #b9a6e8", home="forest"),
    person("angel, cherub, cupid", wears=Wear(top="robe", hair="curly", hairs=("#d9a441",), hat="halo", back=("wings",)), colours="#fbfaf5", home="sky"),
    person("devil, demon, satan, imp", wears=Wear(top="robe", skins=RED_SKIN, hat="horns", beard="moustache", held="trident"), colours="#8f1f2a", home="mountains"),
    person("vampire, dracula", wears=Wear(top="suit", legs=BLACK, skins=("#dfe3e0",), hairs=(BLACK,), face=("fangs",), back=("cape",)), colours=BLACK, home="castle"),
    person("zombie, undead, frankenstein", wears=Wear(top="tee", legs="#5a5248", skins=GREY_SKIN, hair="spiky", hairs=("#3a4038",), body=("bands",), shoes="#4a4038"), colours="#7a6a5a", home="forest"),
    person("mummy", wears=Wear(top="sweater", legs="#e6dec6", skins=("#e6dec6",), hair="", face=("bandages",), body=("bands",), shoes="#e6dec6"), colours="#e6dec6", home="desert"),
    person("skeleton", wears=Wear(top="bones", legs="#f3efe2", skins=("#f3efe2",), hair="", face=("skull",), shoes="#f3efe2"), colours="#f3efe2", home="forest"),
    person("elf, leprechaun", wears=Wear(child=True, legs="#c9343f", hat="elf hat", body=("belt",), shoes="#3f8f4a"), metres=1.0, colours="#3f8f4a", home="forest"),
    person("dwarf, gnome, garden gnome", wears=Wear(child=True, legs="#5a4a3a", hat="santa hat", beard="long", hairs=WHITE_HAIR, body=("belt",), shoes="#3a2a22"), metres=0.9,
           colours="#3f6fb0 #5f8f4a", home="garden"),
    person("santa, santa claus, father christmas", wears=Wear(top="coat", legs="#c9262f", hat="santa hat", beard="long", hairs=WHITE_HAIR, body=("fur trim", "belt"), held="sack"),
           colours="#d8323c", home="snow"),
    person("superhero, super hero, superman, batman", wears=Wear(top="sweater", legs="#2f4fa0", face=("mask",), body=("star", "belt"), back=("cape",), shoes="#d8323c"),
           colours="#2f5fc0", home="city"),
    person("supervillain, villain", wears=Wear(top="coat", legs=BLACK, skins=("#cfd8d0",), hair="fringe", beard="moustache", face=("goggles",), body=("ruff",)), colours="#5b3f6f", home="city"),
)  # fmt: skip


@motif("mermaid, siren, merman", metres=1.6, box=(130, 150), colours="#2fa88f #8f6fd0 #3f8fd0", home="sea", layer=Layer.WATER, family="person",
       head=Round(48, 32, 18), hand=(72, 110), parts=("eye", "hair", "tail"))  # fmt: skip
def mermaid(p: Pen) -> None:
    skin, hair = p.choose(SKINS), p.part("hair", p.choose(("#c9442f", *HAIRS)))
    tail = p.like(p.part("tail", p.main))
    HAIR_BEHIND["longest"](p, hair)
    tail.body(
        "M32 104 C26 130 46 150 76 146 C92 144 98 134 104 124 L126 130 C126 120 122 114 116 110 C124 104 128 96 126 86 L102 104 C92 120 84 124 76 122 C68 118 66 110 66 104Z"
    )
    for i, (x, y) in enumerate(((42, 112), (52, 110), (48, 122), (60, 124), (58, 112), (70, 132), (82, 134))):
        tail.line(f"M{x - 4} {y} q4 5 8 0", tail.dark if i % 2 else tail.light, 1.8)
    p.parts += tail.parts
    p.line("M33 67 L26 92 L30 110", darker(skin, 0.1), 10)
    p.body("M34 58 C42 54 54 54 62 58 L62 88 C63 96 66 100 66 106 C56 112 42 112 32 106 C32 100 34 96 34 88Z", skin)
    for x in (41, 55):
        p.path(f"M{x - 8} 74 C{x - 8} 64 {x + 8} 64 {x + 8} 74 C{x + 5} 80 {x - 5} 80 {x - 8} 74Z", "#e0609a")
    p.line("M63 67 L72 90 L72 108", skin, 10)
    head(p, skin, hair)
    HAIR_BEFORE["short"](p, hair)
    p.path("M60 16 l2 4 l4 .4 l-3 3 l.8 4 l-3.800 -2 l-3.800 2 l.8 -4 l-3 -3 l4 -.4Z", "#f2c230")


_SPACEWALKER = person(
    "spacewalker",
    wears=Wear(top="space suit", legs="#e3e6ea", shoes="#6a7386", hair="", hat="space helmet"),
    colours="#f1f2f4",
)


@motif("astronaut, cosmonaut, spaceman", metres=1.85, box=(110, 170), colours="#f1f2f4", home="space", hand=(92, 98), family="person",
       poses={pose: frame for pose, frame in _SPACEWALKER.poses.items() if pose is not Pose.PLAIN},
       head=Round(55, 34, 33))  # fmt: skip
def astronaut(p: Pen) -> None:
    if p.pose not in {Pose.PLAIN, Pose.STANDING}:
        _SPACEWALKER.draw(p)
        return
    p.slab(22, 62, 66, 62, p.deep, 10)
    p.slab(34, 116, 18, 46, p.main, 7)
    p.slab(58, 116, 18, 46, p.main, 7)
    p.path("M28 168 C28 158 38 156 53 158 V168Z M57 168 V158 C72 156 82 158 82 168Z", "#6a7386")
    p.line("M36 136 H51 M59 136 H75", "#d9622f", 4)
    p.line("M34 76 C20 86 16 96 18 106", p.dark, 17)
    p.line("M76 76 C90 84 94 92 92 98", p.main, 17)
    p.circle(18, 110, 9, "#6a7386")
    p.circle(92, 102, 9, "#6a7386")
    p.body("M32 66 C40 60 70 60 78 66 L80 122 C66 128 44 128 30 122Z")
    p.slab(42, 82, 26, 22, "#c8cfda", 4)
    p.circle(49, 90, 3, "#d8323c")
    p.circle(57, 90, 3, "#3f9a5b")
    p.line("M47 98 H63", "#6a7386", 2.6)
    p.ball(55, 34, 33, 32)
    p.path("M31 34 C31 14 79 14 79 34 C79 56 31 56 31 34Z", "#24345c")
    p.path("M36 30 C38 20 50 18 58 19 C48 22 42 28 40 38 C37 38 36 34 36 30Z", "#7fb4e0")
    p.line("M31 34 C31 14 79 14 79 34 C79 56 31 56 31 34Z", GOLD, 3)
