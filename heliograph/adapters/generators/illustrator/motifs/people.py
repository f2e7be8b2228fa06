"""People of every day, by age and by what they do for pleasure."""

from heliograph.adapters.generators.illustrator.motif import Frame, Round, motif
from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.scene import Pose

from .kits.beast import snore
from .kits.face import head
from .kits.person import HAIRS, SKINS, WHITE_HAIR, Wear, person

WOMENS = "#c9414f #2f8f8a #7b58b0 #e0a030"
CHILDRENS = "#e5a52c #3f9a78 #4f7fd0 #d9573f"
BROWN, NAVY = "#6b4a34", "#2b3a5f"

man = person(
    "man, person, guy, gentleman, father, dad, boyfriend, human, husband, neighbour, uncle, fellow",
    wears=Wear(),
    metres=1.8,
)
woman = person("woman, lady, mother, mum, mom, girlfriend, wife, aunt, housewife", wears=Wear(top="dress", legs="", hair="long"),
               metres=1.7, colours=WOMENS)  # fmt: skip
boy = person("boy, child, kid, son, brother, schoolboy", wears=Wear(child=True, legs="#4a5f8f", shoes="#d8433c"), metres=1.25,
             colours=CHILDRENS, home="meadow")  # fmt: skip
girl = person("girl, daughter, sister, schoolgirl", wears=Wear(child=True, top="dress", legs="", hair="tails", shoes="#d8433c"),
              metres=1.25, colours="#e8608f #7a6fd0 #f0a030 #3fa8a0", home="meadow")  # fmt: skip
old_man = person("old man, grandfather, grandpa, elderly man, senior, granddad, pensioner",
                 wears=Wear(top="sweater", legs="#6b5f58", hair="fringe", hairs=WHITE_HAIR, beard="moustache", face=("glasses", "wrinkles"), held="cane"),
                 colours="#7a8f6a #8a6f5a", metres=1.7)  # fmt: skip
old_woman = person("old woman, grandmother, grandma, granny, old lady, elderly woman",
                   wears=Wear(top="dress", legs="#8a7f8a", hair="bun", hairs=WHITE_HAIR, face=("glasses", "wrinkles"), body=("necklace",)),
                   colours="#8f6fa8 #5f8a9a", metres=1.6)  # fmt: skip
teenager = person("teenager, teen, young man, youth, student, pupil, friend",
                  wears=Wear(top="sweater", legs="#3f5f8f", hair="spiky", shoes="#f1ede2", back=("backpack",)), colours="#3f9a78 #d9573f")  # fmt: skip
businessman = person("businessman, businesswoman, manager, boss, lawyer, banker, politician, president, salesman",
                     wears=Wear(top="suit", legs="#33374a", held="briefcase"), colours="#33374a #5a5f6f", home="city")  # fmt: skip
bride = person("bride", wears=Wear(top="gown", legs="", hair="bun", hat="veil", shoes="#fbfaf5", held="bouquet"), colours="#fbfaf5",
               home="garden", metres=1.7)  # fmt: skip
groom = person("groom, bridegroom, best man", wears=Wear(top="suit", legs="#2b2b36", body=("bow tie",), hat="top hat"), colours="#2b2b36",
               home="garden")  # fmt: skip
dancer = person("dancer, ballerina, ballet dancer", wears=Wear(top="tutu", legs="#f6c6d4", hair="bun", shoes="#f28ab0"), metres=1.65,
                colours="#f28ab0 #b9a6e8 #fbfaf5", home="room")  # fmt: skip
singer = person("singer, pop star, rock star, musician, rapper", wears=Wear(top="jacket", hair="spiky", face=("sunglasses",), held="microphone"),
                colours="#2b2b36 #b5333f", home="room")  # fmt: skip
runner = person("runner, athlete, jogger, sprinter", wears=Wear(top="vest", legs="shorts", hat="headband", body=("number",), shoes="#d8323c"),
                colours="#f2b61f #3f8fd0", home="park")  # fmt: skip
footballer = person("footballer, soccer player, football player, goalkeeper", wears=Wear(top="tee", legs="shorts", body=("stripes",), shoes="#23232f"),
                    colours="#d8323c #3f6fc0", home="park")  # fmt: skip
tennis_player = person("tennis player, badminton player", wears=Wear(top="tee", legs="shorts", hat="cap", hat_colour="#fbfaf5", shoes="#fbfaf5", held="racket"),
                       colours="#fbfaf5 #8fd06a", home="park")  # fmt: skip
swimmer = person("swimmer, lifeguard, bather, surfer", wears=Wear(top="swimsuit", legs="", hair="", face=("goggles",), hat="bandana", hat_colour="#3f8fd0", shoes=""),
                 colours="#d8323c #2f8f8a", home="beach")  # fmt: skip
skier = person("skier, snowboarder", wears=Wear(top="jacket", legs="#2b3a5f", hat="beanie", face=("goggles",), held="ski pole", shoes="#23232f"),
               colours="#d8323c #3f8fd0", home="snow")  # fmt: skip
hiker = person("hiker, explorer, tourist, traveller, backpacker, scout", wears=Wear(top="shirt", legs="#8a7a4a", hat="brim", back=("backpack",), held="stick", shoes=BROWN),
               colours="#c9a25a #7a8f5a", home="mountains")  # fmt: skip
diver = person("diver, scuba diver", wears=Wear(top="sweater", legs="#23303f", hair="", hat="hood", hat_colour="#23303f", face=("snorkel",), back=("air tank",), shoes="#f2b61f"),
               colours="#23303f", home="underwater")  # fmt: skip
boxer = person("boxer, wrestler, fighter", wears=Wear(top="bare", legs="shorts", body=("belt",), hat="headband", held="boxing gloves"),
               colours="#d8323c", home="room")  # fmt: skip

_BABY = (90.0, 90.0)


@motif("baby, infant, newborn, toddler", metres=0.6, box=_BABY, colours="#8fc7e8 #f5b9c9 #f2df8f", home="room", family="person",
       head=Round(45, 30, 24), parts=("eye", "hair", "hat"), poses={Pose.SLEEPING: Frame(box=(96, 62), head=Round(28, 34, 22))})  # fmt: skip
def baby(p: Pen) -> None:
    skin, hair = p.choose(SKINS), p.part("hair", p.choose(HAIRS))
    face = p.like()
    head(face, skin, hair)
    face.line("M48 12 C44 8 52 6 52 11", hair, 3)
    if p.pose is Pose.SLEEPING:
        p.body("M24 62 C14 40 34 26 58 30 C84 32 98 44 94 62Z")
        p.line("M44 38 C50 46 50 54 46 61 M66 36 C72 44 72 54 68 61", p.light, 3)
        p.place(face.drawn(), "translate(28 36) rotate(-80) scale(1.2) translate(-48 -32)")
        snore(p, 40, 4, 1.2)
        return
    p.body("M20 88 C12 66 28 50 45 50 C62 50 78 66 70 88Z")
    p.oval(24, 84, 12, 6.4, p.light)
    p.oval(66, 84, 12, 6.4, p.light)
    p.circle(17, 70, 5.4, skin)
    p.circle(73, 70, 5.4, skin)
    p.place(face.drawn(), "translate(45 30) scale(1.33) translate(-48 -32)")
