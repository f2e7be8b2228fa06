"""Words that count."""

EXACT = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50,
    "single": 1, "both": 2, "pair of": 2, "couple of": 2, "pair": 2, "couple": 2, "trio of": 3, "few": 3, "some": 3,
    "several": 4, "many": 7, "lots of": 8, "lot of": 8, "group of": 5, "herd of": 5, "flock of": 6, "bunch of": 5,
    "row of": 5, "crowd of": 8, "school of": 6, "swarm of": 8, "fleet of": 4, "pack of": 4, "family of": 4,
    "sea of": 9, "field of": 9, "bouquet of": 5, "pile of": 6, "heap of": 6, "stack of": 5, "handful of": 4, "line of": 5, "pride of": 4, "litter of": 4,
}  # fmt: skip

MULTIPLES = {
    "dozen": 12, "dozens of": 24, "hundred": 100, "hundreds of": 200, "thousand": 1000, "thousands of": 2000,
    "million": 1_000_000, "millions of": 2_000_000, "countless": 1000, "infinite": 1_000_000,
}  # fmt: skip
