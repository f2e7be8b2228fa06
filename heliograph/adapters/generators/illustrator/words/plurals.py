"""Plural forms of English nouns."""

IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "mouse": "mice", "goose": "geese",
    "sheep": "sheep", "fish": "fish", "goldfish": "goldfish", "trout": "trout", "carp": "carp", "calf": "calves",
    "leaf": "leaves", "loaf": "loaves", "wife": "wives", "shelf": "shelves", "bookshelf": "bookshelves", "ox": "oxen",
    "cactus": "cacti", "octopus": "octopuses", "tomato": "tomatoes", "aircraft": "aircraft", "spacecraft": "spacecraft",
    "bus": "buses", "chef": "chefs", "ufo": "ufos", "gentleman": "gentlemen", "snowman": "snowmen",
    "spaceman": "spacemen", "grandchild": "grandchildren", "cattle": "cattle", "glasses": "glasses",
    "spectacles": "spectacles", "sunglasses": "sunglasses", "goggles": "goggles", "scissors": "scissors",
    "shears": "shears", "luggage": "luggage", "grapes": "grapes", "lights": "lights", "stairs": "stairs",
    "hay": "hay", "wine": "wine", "coffee": "coffees", "mail": "mail", "books": "books", "thief": "thieves",
    "piano": "pianos", "photo": "photos", "potato": "potatoes", "swings": "swings",
    "flats": "flats", "apartments": "apartments",
}  # fmt: skip

SIBILANT = ("s", "x", "z", "ch", "sh")


def plural(noun: str) -> str:
    """The plural of a noun phrase: of its head when it has an `of`, else of its last word."""
    head, of, rest = noun.partition(" of ")
    if of:
        return plural(head) + of + rest
    before, space, last = noun.rpartition(" ")
    return before + space + _plural_word(last)


def _plural_word(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith(SIBILANT):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"
