"""Words for where, when and in which manner: places, times, weathers, seasons and styles."""

from heliograph.adapters.generators.illustrator.scene import Style

PLACES = {
    "meadow": "meadow, lawn, grassland, countryside, hill, pasture, prairie, nature, outdoors",
    "field": "field, farmland, cornfield, wheat field",
    "farm": "farm, farmyard, barnyard",
    "forest": "forest, wood, woodland, woods",
    "jungle": "jungle, rainforest, tropics",
    "beach": "beach, seaside, shore, seashore, coast, sand",
    "sea": "sea, ocean, bay, open sea, high sea",
    "harbour": "harbour, harbor, port, marina, quay, dock, pier",
    "lake": "lake, swamp, marsh, river, pond, water, stream, lagoon",
    "underwater": "underwater, seabed, coral reef, deep sea, bottom of the sea, under the sea, under water",
    "street": "street, road, town square, market square, plaza, pavement, sidewalk, town, alley, motorway, highway, car park",
    "village": "village, hamlet, countryside village",
    "city": "city, skyline, downtown, cityscape, metropolis, rooftop",
    "kitchen": "kitchen",
    "room": "room, living room, indoors, lounge, studio, floor, playroom, waiting room",
    "bathroom": "bathroom, washroom, restroom",
    "classroom": "classroom, lesson, lecture hall",
    "office": "workplace, study, at work, in an office",
    "hall": "throne room, ballroom, great hall, castle hall, hall, court",
    "cave": "cave, cavern, grotto, dungeon, mine, tunnel",
    "theatre": "stage, on stage, concert, concert hall, podium, talent show",
    "playground": "playground",
    "castle": "kingdom, fairy tale land, fairyland, castle grounds",
    "moon": "moon surface, surface of the moon, on the moon, lunar surface",
    "bedroom": "bedroom, nursery",
    "library": "library",
    "mountains": "mountain, alp, peak, mountain range, mountainside, summit, valley",
    "desert": "desert, dune, sahara",
    "savanna": "savanna, savannah, safari",
    "garden": "garden, backyard, yard, orchard, flower bed",
    "park": "park",
    "sky": "sky, air, heaven",
    "space": "space, outer space, universe, cosmos, orbit, milky way",
    "snow": "snowfield, ice, arctic, antarctic, antarctica, north pole, south pole, glacier, tundra",
}

TIMES = {
    "night": "night, midnight, at night, nighttime, night time, nocturnal, moonlight, moonlit, starry",
    "dawn": "dawn, sunrise, morning, daybreak, early morning, first light",
    "sunset": "sunset, dusk, evening, twilight, golden hour, sundown",
    "noon": "noon, midday, day, daytime, afternoon, daylight, summer day",
}

WEATHERS = {
    "rain": "rain, rainy, raining, rainfall, drizzle, shower, wet, downpour, falling rain",
    "snow": "snowing, snowfall, blizzard, falling snow, snowstorm",
    "fog": "fog, foggy, mist, misty, haze, hazy",
    "storm": "storm, stormy, thunderstorm, thunder, tempest, hurricane, lightning storm",
    "sunny": "sunny, clear sky, sunlit, bright day, sunlight, cloudless",
    "cloudy": "cloudy, overcast, clouded, grey sky, gray sky",
    "wind": "wind, windy, breeze, breezy, gale",
}

SNOWY = ("snow", "snowy", "snow-covered", "snowcapped", "snow-capped", "snow covered", "snow capped", "icy", "frozen")

SEASONS = {
    "winter": "winter, wintry, wintertime",
    "autumn": "autumn, autumnal, fall foliage",
    "spring": "spring, springtime",
    "summer": "summer, summery, summertime",
}

STYLES = {
    Style.WATERCOLOUR: "watercolour, watercolor, watercolour painting, watercolor painting, aquarelle, water colour, "
    "water color, watercolours, watercolors, gouache",
    Style.PIXEL: "pixel art, pixelart, pixel, pixelated, pixels, 8-bit, 8 bit, 16-bit, 16 bit, retro game",
    Style.LINE: "line art, lineart, line drawing, line-art, outline, ink drawing, sketch, pencil drawing, "
    "pencil sketch, coloring page, colouring page, coloring book, colouring book, pen and ink, "
    "doodle, black and white drawing, charcoal drawing",
    Style.PLAIN: "vector, flat illustration, vector illustration, illustration, minimalist, minimal, simple",
}

SIZES = {
    "tiny": 0.55, "miniature": 0.55, "baby": 0.6, "small": 0.72, "little": 0.75, "short": 0.8, "mother": 1.0,
    "father": 1.0, "tall": 1.25, "great": 1.25, "big": 1.3, "large": 1.3, "huge": 1.6, "giant": 1.7, "gigantic": 1.8,
    "enormous": 1.7, "massive": 1.6, "colossal": 1.8,
}  # fmt: skip

UNSPOKEN = """
a an the of and or is are was were be been being it its it's this that these those there here to from for as at
by up down off out over then than so very quite just while where which who whom whose what when how why not no
nor i me my we our you your he his she her they their them him us do does did has have had can could will would
should please draw drawing paint painting make generate show showing shows picture image photo photograph
photography render rendering illustration art artwork style scene view depict depicting featuring feature design
of's says saying said reads reading written text word words label labelled labeled caption titled title called
named floating floats playing plays looking looks driving drives parked hanging hangs growing grows placed put
set made some falling painted coloured colored side top middle full one's each every all other another also too
only same kind type lot lots background foreground left right center centre beautiful nice lovely pretty cute
cosy cozy old new young happy high low quality detailed create smiling tied photorealistic realistic 4k 8k hd
colourful colorful portrait add place insert turn change swap convert transform recolour recolor restyle into
give keep edit remove erase delete replace more less much combine merge format
"""
STOP_WORDS = frozenset(UNSPOKEN.split())
