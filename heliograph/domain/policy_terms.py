"""The words of the content policy: lists that rules are put together from, in English.

A term is a word or a phrase in lower case, with neither hyphens nor apostrophes; it also stands for itself with an `s`
at its end, or with `ies` in place of `y`. What is in `HARMLESS` is looked at first, and what it covers counts for
nothing.
"""


def _terms(lists: str) -> frozenset[str]:
    return frozenset(" ".join(term.split()) for term in lists.split(","))


EXPLICIT = _terms("""
    porn, porno, pornographic, pornography, hentai, ecchi, nsfw, xxx, rule 34, rule34, onlyfans, sex, sexual,
    sexually, nude, nudity, naked, nakedness, topless, unclothed, undressed, undressing, without any clothes, taking
    off her clothes, taking off his clothes, bare breast, bare breasted, exposed breast, bare ass, exposed genitals,
    erotic, erotica, erotically, striptease, strip tease, stripper, strip club, upskirt, downblouse, panty shot,
    pantyshot, camel toe, cameltoe, genital, genitalia, penis, penises, vagina, vulva, clitoris, nipple, anus,
    testicle, boobs, tits, pussy, orgasm, masturbate, masturbating, masturbation, ejaculation, ejaculating,
    fellatio, cunnilingus, blowjob, blow job, handjob, hand job, cumshot, creampie, deepthroat, gangbang, orgy,
    threesome, bdsm, dildo, milf, ahegao, futanari, incest, wearing nothing but, no clothes, no clothing, without
    clothes, without clothing, without her clothes, without his clothes, without their clothes, clothes off, takes
    off her clothes, takes off his clothes, nudist, nudism, naturist, naturism
""")
"""Sexual by themselves."""

SUGGESTIVE = _terms("""
    sexy, sexier, sexiest, sexualized, sexualised, seductive, seductively, seducing, sensual, lustful, horny,
    lingerie, panties, in her underwear, in his underwear, in underwear, only underwear, fetish, fetishes, bondage,
    molest, molesting, molested, molestation, rape, raped, raping, rapist, grope, groping, groped, fondle, fondling,
    fondled, prostitute, prostitution, brothel, lewd, suggestive pose, provocative pose, skinny dip, skinny dipping,
    see through dress, see through shirt, see through top, see through clothes
""")
"""Sexual beside a minor; of adults they may be said."""

MINORS = _terms("""
    child, children, kid, kiddie, kiddy, toddler, infant, baby, newborn, preschooler, schoolchild, schoolchildren,
    schoolkid, schoolgirl, schoolboy, school girl, school boy, schoolage, school age, kindergarten, kindergartner,
    preschool, elementary school, primary school, middle school, middle schooler, high school, high schooler, grade
    schooler, first grader, second grader, third grader, fourth grader, fifth grader, sixth grader, seventh grader,
    eighth grader, ninth grader, tenth grader, 1st grader, 2nd grader, 3rd grader, 4th grader, 5th grader, 6th
    grader, 7th grader, 8th grader, 9th grader, 10th grader, teen, teenage, teenaged, teenager, preteen, pre teen,
    tween, adolescent, juvenile, pubescent, prepubescent, underage, underaged, under age, minors, minor girl, minor
    boy, little girl, little boy, young girl, young boy, small girl, small boy, little sister, little brother,
    little daughter, little son, young daughter, young son, loli, lolita, shota, under 18, below 18, under eighteen,
    below eighteen, younger than 18, not yet 18, pedo, kindergartener, nymphet
""")
"""Who is under 18. An age in years or months says so too: see `policy_reading`."""

ABUSE_OF_MINORS = _terms("""
    lolicon, shotacon, jailbait, pedophilic, paedophilic, childporn, kidporn, kiddieporn, teenporn, childsex,
    kidsex, teensex
""")
"""What needs no second word."""

GORE = _terms("""
    gore, gory, dismembered, dismembering, dismemberment, decapitated, decapitating, decapitation, beheaded,
    beheading, disemboweled, disembowelled, disembowelment, eviscerated, evisceration, mutilated, mutilation,
    entrails, severed head, severed limb, severed arm, severed leg, severed hand, severed finger, mangled body,
    mangled corpse, bloody corpse, rotting corpse, spilling guts, guts spilling, spilling intestines, snuff film,
    snuff movie, torture porn
""")

SELF_HARM = _terms("""
    self harm, selfharm, self harming, self injury, self mutilation, suicide, suicidal, kill myself, killing myself,
    kill himself, killing himself, kill herself, killing herself, kill yourself, killing themselves, hanging
    himself, hanging herself, hanging myself, hang yourself, hang myself, cutting myself, cutting herself, cutting
    himself, cutting her wrist, cutting his wrist, cutting my wrist, slit wrist, slitting wrist, slashed wrist, pro
    ana, proana, thinspo, thinspiration
""")

HATE = _terms("""
    nigger, nigga, faggot, kike, raghead, towelhead, wetback, gook, subhuman, untermensch, untermenschen, white
    power, white supremacy, white supremacist, master race, racial purity, racially pure, ethnic cleansing, race
    war, kkk, ku klux klan, heil hitler, sieg heil, blackface, gas the jews, death to jews, death to the jews, kill
    all jews, death to muslims, kill all muslims, death to gays, kill all gays, death to blacks, kill all blacks
""")

EXTREMISM = _terms("""
    nazi propaganda, nazi flag, nazi salute, nazi swastika, swastika flag, hitler salute, isis flag, isis fighter,
    isis propaganda, islamic state flag, daesh, al qaeda, al qaida, terrorist propaganda, terrorist recruitment,
    jihadist propaganda, jihadi propaganda, glorifying terrorism, glorify terrorism, glorifying terrorist, bomb
    making, make a bomb, build a bomb, pipe bomb, suicide vest, suicide bomber, suicide bombing, school shooter,
    school shooting, mass shooter, mass shooting
""")

HARMLESS = _terms("""
    naked mole rat, naked mole, naked eye, naked flame, naked light bulb, naked bulb, naked oats, naked lady lily,
    naked cake, naked juice, nude lipstick, nude lip, nude color, nude colour, nude colored, nude coloured, nude
    tone, nude shade, nude palette, nude makeup, nude nail, nude heel, nude pump, nude shoe, nude pink, nude beige,
    same sex, opposite sex, fair sex, fairer sex, sex education, sex ed, sex of the baby, sex of the child, sex
    pistols, sex and the city, sexual education, sexual health, sexual orientation, sexual reproduction, sexual
    dimorphism, sexual equality, no nudity, without nudity, no nsfw, not nsfw, non nsfw, no sexual content, non
    sexual, not sexual, no porn, no sex, blue tits, great tits, coal tits, marsh tits, willow tits, crested tits,
    bearded tits, tailed tits, tits and finches, pussy willow, pussy cat, pussy riot, bottle nipple, rubber nipple,
    grease nipple, nipple of the bottle, nipple of a bottle, field of rape, fields of rape, rape field, oilseed
    rape, rape seed, groping in the dark, groping for, xxx large, super bowl xxx, baby oil, baby blue, baby pink,
    baby doll, baby grand, baby spinach, baby carrot, baby corn, baby breath, babys breath, kid gloves, kid leather,
    inner child, child pose, childs pose, wild child, kid rock, al gore, gore tex, gore vidal, gore range, gore bay,
    suicide squad, suicide door, suicide prevention, suicide hotline, suicide awareness, faggots and peas, blackface
    sheep, scottish blackface, blackface ewe, blackface lamb, pc master race, suicidal tendencies, what sex, wire
    stripper, paint stripper, cable stripper, orgy of color, orgy of colour, horny toad, horny lizard, horny beak,
    fetish figure, fetish priest, sex reveal, nude ballet, nude tights, nude leotard, nude stocking, nude
    background, naked tree, naked branch, naked branches, naked twig, naked neck, silicone nipple, nipple shield,
    pacifier nipple, bottle with nipple, bottle with a nipple, topless bus, topless car, topless jeep, bondage in
    egypt, slavery and bondage
""")
"""Phrases that hold a listed word and mean something else."""
