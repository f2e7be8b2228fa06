"""People by what they do for a living."""

from .kits.person import WHITE_HAIR, Wear, person

WHITE, NAVY, BROWN, BLACK = "#f4f4f2", "#2b3a5f", "#6b4a34", "#2b2b36"

CALLINGS = (
    person("doctor, physician, surgeon, dentist, vet, veterinarian", wears=Wear(top="coat", legs=NAVY, body=("stethoscope",)), colours=WHITE, home="room"),
    person("nurse, midwife", wears=Wear(top="dress", legs="", hair="bun", hat="nurse cap", body=("cross",), shoes=WHITE), colours="#a8d0e0", home="room", metres=1.7),
    person("chef, cook, baker", wears=Wear(top="jacket", legs="#4a4f5c", hat="chef hat", beard="moustache", body=("scarf",), held="spoon"), colours=WHITE, home="kitchen"),
    person("police officer, policeman, policewoman, cop, sheriff, guard", wears=Wear(legs="#22304f", hat="police cap", body=("badge", "belt")), colours="#2f4f8f"),
    person("firefighter, fireman, fire fighter", wears=Wear(top="coat", legs=BLACK, hat="fire helmet", body=("reflectors",), held="axe"), colours="#c9862a #b5433f"),
    person("soldier, general, army man, sergeant", wears=Wear(top="jacket", legs="#5a6a48", hat="helmet", body=("belt",), shoes=BLACK), colours="#6a7a52", home="field"),
    person("farmer, gardener, countryman, peasant", wears=Wear(legs="#2f5fa0", hat="straw hat", body=("straps",), held="pitchfork", shoes=BROWN), colours="#c9584a #5f8f5a", home="farm"),
    person("builder, construction worker, worker, engineer, workman, plumber, electrician, mechanic, miner, carpenter",
           wears=Wear(legs="#3f5f8f", hat="hard hat", body=("reflectors",), held="shovel", shoes=BROWN), colours="#f08a2c"),
    person("teacher, professor, tutor", wears=Wear(top="blouse", legs="", hair="bun", face=("glasses",), held="book"), colours="#5f6fa8 #8a5a6a", home="room", metres=1.7),
    person("scientist, chemist, inventor, researcher", wears=Wear(top="coat", legs="#5a5f6f", hair="spiky", hairs=WHITE_HAIR, face=("goggles",), held="flask"), colours=WHITE, home="room"),
    person("painter, artist", wears=Wear(top="apron", hat="beret", beard="moustache", held="brush"), colours="#5f8fb5", home="room"),
    person("waiter, waitress, butler, bartender", wears=Wear(top="suit", legs=BLACK, body=("bow tie",), held="tray"), colours=BLACK, home="room"),
    person("postman, mailman, postwoman, courier, delivery man", wears=Wear(top="jacket", legs=NAVY, hat="cap", hat_colour="#c9343f", body=("sash",), held="letter"), colours="#c9343f"),
    person("sailor, seaman", wears=Wear(top="tee", legs=NAVY, hat="sailor cap", body=("stripes",)), colours="#3f6fb0", home="sea"),
    person("captain, ship captain, admiral", wears=Wear(top="jacket", legs=WHITE, hat="captain's cap", beard="full", hairs=WHITE_HAIR), colours="#22304f", home="sea"),
    person("pilot, airman", wears=Wear(top="jacket", hat="captain's cap", hat_colour="#2b3350", face=("sunglasses",), body=("tie",)), colours="#2b3350", home="sky"),
    person("detective, spy, private eye", wears=Wear(top="coat", hat="deerstalker", held="magnifier"), colours="#b5915f #6a6f7a"),
    person("fisherman, angler", wears=Wear(top="coat", legs="#4a5a4a", hat="brim", hat_colour="#e0b93a", beard="full", held="rod"), colours="#e0b93a", home="lake"),
    person("hunter, archer, robin hood, ranger", wears=Wear(legs="#6b5a3a", hat="elf hat", hat_colour="#4f7a3f", body=("belt",), held="bow"), colours="#4f7a3f", home="forest"),
    person("judge, magistrate", wears=Wear(top="robe", hat="wig", hat_colour="#eceae4", held="gavel"), colours=BLACK, home="room"),
    person("graduate, scholar, alumnus", wears=Wear(top="robe", hat="graduation cap", hair="bob", held="scroll"), colours=BLACK, home="room"),
    person("monk, friar", wears=Wear(top="robe", hair="fringe", body=("belt",), shoes=BROWN), colours="#7a5436 #c9742a", home="garden"),
    person("nun", wears=Wear(top="robe", hair="", hat="hood", hat_colour=BLACK, body=("ruff",)), colours=BLACK, home="garden", metres=1.65),
    person("cowboy, cowgirl", wears=Wear(legs="#3f5f8f", hat="cowboy hat", body=("scarf", "belt"), held="lasso", shoes=BROWN), colours="#b5603a", home="desert"),
    person("lumberjack, woodcutter", wears=Wear(legs="#3f5f8f", hat="beanie", beard="full", body=("checks",), held="axe", shoes=BROWN), colours="#c9343f", home="forest"),
    person("clown", wears=Wear(top="sweater", legs="#3f8fd0", hat="wig", face=("red nose",), body=("ruff", "bow tie"), shoes="#d8323c"), colours="#f2c230 #e0609a", home="park"),
    person("magician, illusionist, conjurer", wears=Wear(top="suit", legs=BLACK, hat="top hat", beard="moustache", back=("cape",), held="wand"), colours=BLACK, home="room"),
    person("thief, burglar, robber, bandit", wears=Wear(top="sweater", legs=BLACK, hat="beanie", hat_colour=BLACK, face=("mask",), body=("stripes",), held="sack"), colours=BLACK),
    person("hairdresser, barber, tailor", wears=Wear(top="apron", hair="curly", held="scissors"), colours="#8f5f8a", home="room"),
    person("photographer, cameraman, journalist, reporter", wears=Wear(top="vest", legs="#6a6048", hat="cap", hat_colour="#5a5f52", held="camera"), colours="#8a8060"),
)  # fmt: skip
