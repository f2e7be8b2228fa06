"""Parts of things that are no things of their own, and clothes: the word for each and what it is called in drawings."""

PARTS = {
    "eye": "eye", "curly": "curly, curly hair, curls, afro", "longest": "long hair, very long hair", "ponytail": "ponytail", "braids": "braids, plaits, braid",
    "bun": "bun, hair bun", "spiky": "spiky hair, mohawk", "fringe": "bald, bald head", "hair": "hair, fur, haircut", "beard": "beard, moustache, whiskers", "skin": "skin", "roof": "roof, rooftop tiles",
    "wheel": "wheel, tyre, tire", "sail": "sail", "mane": "mane", "tail": "tail", "horn": "horn", "wing": "wing", "collar": "collar",
    "trunk": "bark", "foliage": "foliage, crown of leaves", "petal": "petal", "stem": "stem, stalk", "handle": "handle, grip",
    "saddle": "saddle", "shutter": "shutter, awning, canopy", "nose": "nose, beak", "stripe": "stripe", "frame": "frame",
    "cushion": "cushions", "shade": "lampshade", "screen": "display", "lid": "lid", "icing": "icing, frosting", "hull": "hull",
    "wall": "facade", "feather": "feather, plumage", "leg": "leg", "face": "face",
    "trousers": "trousers, pants, jeans, leggings, slacks", "shorts": "shorts", "cape": "cape, cloak, mantle", "apron": "apron",
    "shoe": "shoes, boots, trainers, sneakers, sandals, high heels, slippers",
}  # fmt: skip

# Clothes that are things of their own too are known by the name of their drawing.
GARMENTS = {
    "shirt": "shirt, blouse, top", "t-shirt": "t-shirt, tshirt, tee shirt", "sweater": "sweater, jumper, pullover, cardigan",
    "jacket": "jacket, blazer, uniform", "coat": "coat, raincoat, overcoat, trench coat, anorak, parka", "dress": "dress, gown, frock, sundress",
    "skirt": "skirt", "suit": "suit, tuxedo, business suit", "robe": "robe, kimono, bathrobe, dressing gown", "hoodie": "hoodie",
    "swimsuit": "swimsuit, bikini, bathing suit, swimming costume", "armour": "armour, armor", "wings": "angel wings",
}  # fmt: skip
