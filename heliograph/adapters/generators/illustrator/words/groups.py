"""Words that stand for several things, and verbs that bring a thing of their own."""

from heliograph.adapters.generators.illustrator.scene import Kind

GROUPS = {
    "family": "man, woman, boy, girl", "parents": "man, woman", "grandparents": "old man, old woman", "people": "man, woman, boy, old woman, girl",
    "friends": "boy, girl, teenager", "crowd": "man, woman, old man, girl, teenager, boy", "couple in love": "man, woman", "lovers": "man, woman",
    "bride and groom": "bride, groom", "wedding": "bride, groom", "wedding couple": "bride, groom", "royal family": "king, queen, prince, princess",
    "football team": "footballer, footballer, footballer", "astronauts": "astronaut, astronaut",
    "fruit": "apple, banana, orange", "fruits": "apple, banana, orange, pear", "vegetables": "carrot, tomato, broccoli, corn", "berries": "strawberry, blueberry, raspberry",
    "breakfast": "cup of coffee, croissant, fried egg", "lunch": "sandwich, juice, apple", "dinner": "roast chicken, potato, wine glass",
    "meal": "steak, potato, broccoli", "fast food": "burger, fries, lemonade", "sweets": "sweet, lollipop, chocolate bar", "desserts": "cupcake, pie, ice cream",
    "picnic": "rug, basket, sandwich", "birthday party": "cake, balloon, balloon, gift", "party": "cake, balloon, balloon, cocktail",
    "celebration": "cake, balloon, gift", "halloween": "pumpkin, ghost, bat", "christmas": "christmas tree, gift, gift", "easter": "rabbit, egg, basket",
    "animals": "dog, cat, horse, rabbit", "pets": "dog, cat, hamster", "farm animals": "cow, pig, sheep, chicken", "zoo": "lion, elephant, giraffe, monkey",
    "wild animals": "fox, bear, deer", "sea creatures": "octopus, fish, starfish", "sea animals": "dolphin, fish, crab", "insects": "bee, butterfly, ladybird",
    "dinosaurs": "dinosaur, long-necked dinosaur, triceratops", "toys": "teddy bear, ball, building block, doll", "tools": "hammer, screwdriver, saw",
    "instruments": "guitar, violin, drum", "musical instruments": "guitar, violin, trumpet", "band": "electric guitar, drum, microphone",
    "orchestra": "violin, cello, trumpet, drum", "furniture": "sofa, table, lamp", "clothes": "t-shirt, pair of trousers, hat", "jewellery": "ring, necklace, diamond",
    "vehicles": "car, bus, bicycle", "traffic": "car, bus, truck", "boats": "sailing boat, rowing boat, speedboat", "solar system": "sun, planet, earth, mars",
    "planets": "planet, earth, mars, jupiter", "cutlery": "knife, fork, spoon", "camping": "tent, campfire", "campsite": "tent, campfire", "sports equipment": "football, tennis racket, basketball",
    "school supplies": "pencil, ruler, scissors", "kitchen utensils": "saucepan, spoon, knife", "garden tools": "spade, rake, watering can",
}  # fmt: skip

# The thing that goes with the verb, and how it stands to who does it.
ACTS = {
    "fishing": (Kind.HOLDING, "fishing rod"), "surfing": (Kind.ON, "surfboard"), "surfs": (Kind.ON, "surfboard"), "skateboarding": (Kind.ON, "skateboard"),
    "cycling": (Kind.ON, "bicycle"), "biking": (Kind.ON, "bicycle"), "sledding": (Kind.ON, "sledge"), "sledging": (Kind.ON, "sledge"),
    "sailing": (Kind.IN, "sailing boat"), "rowing": (Kind.IN, "rowing boat"), "canoeing": (Kind.IN, "canoe"), "singing": (Kind.HOLDING, "microphone"),
    "sings": (Kind.HOLDING, "microphone"), "shopping": (Kind.HOLDING, "handbag"), "photographing": (Kind.HOLDING, "camera"), "taking a photo": (Kind.HOLDING, "camera"),
    "gardening": (Kind.HOLDING, "spade"), "juggling": (Kind.HOLDING, "ball"), "bathing": (Kind.IN, "bathtub"), "taking a bath": (Kind.IN, "bathtub"),
    "in the bath": (Kind.IN, "bathtub"), "swinging": (Kind.BESIDE, "swing"), "bouncing on a trampoline": (Kind.ON, "trampoline"), "in love": (Kind.ABOVE, "heart"),
    "calling": (Kind.HOLDING, "phone"), "on the phone": (Kind.HOLDING, "phone"), "writing": (Kind.HOLDING, "pencil"), "vacuuming": (Kind.BESIDE, "vacuum cleaner"),
    "weightlifting": (Kind.HOLDING, "dumbbell"), "lifting weights": (Kind.HOLDING, "dumbbell"), "playing tennis": (Kind.HOLDING, "tennis racket"),
    "playing football": (Kind.BESIDE, "football"), "playing soccer": (Kind.BESIDE, "football"), "playing basketball": (Kind.BESIDE, "basketball"),
    "playing chess": (Kind.BESIDE, "chess piece"), "playing golf": (Kind.BESIDE, "golf club"), "playing video games": (Kind.HOLDING, "game controller"),
    "playing cards": (Kind.HOLDING, "playing card"), "drinking coffee": (Kind.HOLDING, "cup of coffee"), "drinking tea": (Kind.HOLDING, "cup"),
    "cooking": (Kind.BESIDE, "saucepan"), "sewing": (Kind.BESIDE, "sewing machine"), "ironing": (Kind.BESIDE, "iron"),
}  # fmt: skip

# Verbs for which two things are only drawn side by side; the picture says so.
SIDE_BY_SIDE = (
    "having a, having, watering, waters, feeding, feeds, petting, stroking, hugging, hugs, kissing, kisses, talking to, talking with, chatting with, watching, watches, "
    "looking at, meeting, meets, facing, following, fighting, fights, fighting with, playing with, plays with, building, building a, builds, building an, "
    "cleaning, washing, painting a, drawing a, pulling, pushing, helping, saving, rescuing, hunting, training, repairing, fixing, selling, buying, opening, closing, "
    "dancing with, guarding, protecting, greeting, pointing at, admiring, visiting, teaching, cutting, picking, planting, cooking a, baking, baking a"
)
