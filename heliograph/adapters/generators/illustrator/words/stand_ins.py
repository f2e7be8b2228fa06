"""Words that are drawn as their nearest relative, since they have no drawing of their own; the picture says so."""

NEAREST = """
lawyer, banker, politician, president, salesman, manager, boss; musician, rapper; jogger, sprinter; goalkeeper; badminton player; lifeguard, surfer;
snowboarder; tourist, traveller, scout; wrestler; toddler; dentist, vet, veterinarian, surgeon; midwife; baker; sheriff, guard; general;
gardener; engineer, plumber, electrician, mechanic, miner, carpenter; tutor; inventor; butler, bartender; admiral; spy; archer, robin hood,
ranger; tailor; journalist, reporter; crusader, paladin; shogun; barbarian; roman, centurion, spartan; assassin; cleopatra; genie, maharaja;
merlin; tinkerbell; cherub, cupid; imp; dracula; frankenstein; leprechaun; superman, batman; siren, merman; cyborg; labrador, terrier;
hare; guinea pig, gerbil; porcupine; chipmunk; pony, foal; mule; calf; bison, buffalo, yak; ram, ibex; vicuna; husky, coyote, jackal; gazelle,
antelope, bambi; elk; moose, caribou, rudolph; badger, skunk; otter, groundhog, marmot; jaguar, cheetah, lynx; puma, cougar, lioness, wildcat;
chimp, chimpanzee, macaque; ape, orangutan; wallaby; brachiosaurus, diplodocus; stegosaurus; alligator; cobra, python, viper; gecko, iguana,
chameleon, salamander, newt; carp, trout, salmon, tuna, koi; porpoise; toad; bluebird, blue jay; albatross; hawk, falcon; macaw, parakeet; moth;
wasp; finch, wren, lark; rook, jackdaw, blackbird, raven; hornbill; hummingbird, bee eater; budgie, canary, cardinal; cygnet; duckling; pheasant;
peahen; emu; heron, egret, ibis; condor, buzzard; swift, martin; crayfish, prawn, shrimp; cuttlefish, kraken; nemo, tropical fish;
clam, oyster, scallop; sea lion; tarantula; termite; damselfly; silkworm, inchworm; cricket, locust, mantis; mosquito, gnat, bluebottle; scarab,
stag beetle, cockroach; cart, wagon; sports car; land rover, suv, pickup, pickup truck; minibus, minivan; trolley, metro, subway, subway train,
bullet train; motorhome; stagecoach; lifeboat, motorboat; tanker, ferry; harley, chopper bike; vespa; gondola; missile, space shuttle; space station;
paraglider; kayak; zeppelin; kindergarten, college; town hall, museum, courthouse, parliament, university; inn, hostel, guest house; theatre,
theater, opera; mansion, manor, chateau; parthenon, pantheon, ruin; shrine, japanese temple; minaret, taj mahal; eiffel tower, radio
tower, tv tower, pylon; refinery; conservatory; garage; torii, archway, arch; graveyard, cemetery; monument, sculpture, bust; matterhorn; bakery,
cafe, café, restaurant, bookshop, bookstore, market, bar, pub, diner, boutique, florist, coffee shop, pet shop, toy shop, supermarket, shopping mall, grocery store; friend; tennis, tennis match; windowsill, window sill, window ledge; office, apartment, apartments, flat, flats; hut, shed,
chalet, lodge, shack; cathedral; stable; wigwam, tipi; villa, farmhouse, cottage; pew; deck chair; freezer; dishwasher, tumble dryer; duvet,
towel, quilt; magazine, diary; crate, parcel; fedora; postcard; paper lantern; kilt; cardigan; stiletto, sandal; flip-flop, clog, moccasin;
satchel; pendant, beads, chain; face mask; cocoa, hot chocolate, cappuccino; goblet; amphora; mallet; shears; crayon; hatchet, tomahawk;
pincers, tongs, tweezers; lasso, string; spyglass; dagger; ladle; rapier, katana, lightsaber; crossbow; diploma, certificate; ruby, sapphire,
crystal; firecracker; cask, keg; earphones, headset; boombox, cassette player; amplifier; copier, fax machine; carafe; wok, skillet; cutting
board, chopping board; clementine, tangerine, mandarin; melon; gourd; apricot, nectarine; damson; papaya; bilberry, blackcurrant; passion fruit;
blackberry, mulberry; sweet potato, yam; garlic, shallot; cauliflower; courgette, zucchini, gherkin; bean, green beans, edamame; lettuce, salad, kale,
spinach; beetroot, turnip, beet; walnut, hazelnut, almond, chestnut, peanut, acorn; panini, sub; burrito, wrap, quesadilla; nigiri; ramen; stew,
porridge, curry, broth; risotto; omelette; salami; ham, pork chop; gingerbread; muffin; crepe, waffle; tart, quiche, pastry; toffee, bonbon;
ale, lager; smoothie, squash; soda, cola; frappe; margarita; jam, marmalade; oak, maple, beech, elm, oak tree; spruce, conifer; aspen, poplar;
lemon tree, orange tree; bracken; reed, wheat, ear of wheat; lotus, lotus flower; camomile; iris, daffodil; lilac; hibiscus; snowdrop, harebell; kelp,
algae; tsunami; ukulele; viola; bugle; tiara; bass guitar; double bass, contrabass; lyre; recorder, clarinet, oboe; mandolin, lute; marimba;
rattle; tuba, trombone; organ; softball, cricket ball; handball, netball; american football; badminton racket; cricket bat, rounders bat; sleigh;
barbell, kettlebell; pawn, chessboard; spinning top; puppet; games console, joystick; asteroid, meteor; saturn; venus; nebula; bigfoot, troll,
ogre; martian; wedding cake; cliff; shelf; cupboard, closet, cabinet; wellington; nightstand, bedside table, sideboard; basin; workbench; disc; crucifix; rectangle; hexagon; cylinder; footprint; screw, bolt; pepper mill, pepper shaker; earring; hairbrush; cable, wire; steam; pope, bishop, vicar, rabbi; juggler, gymnast, trapeze artist; hobo; vine
"""
STAND_INS = frozenset(
    phrase.strip() for phrase in NEAREST.replace("\n", " ").replace(";", ",").split(",") if phrase.strip()
)
