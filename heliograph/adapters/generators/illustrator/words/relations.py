"""Words that relate one thing to another."""

from heliograph.adapters.generators.illustrator.scene import Kind

RELATIONS = {
    Kind.LEANING: "leaning on, leaning against, leaning onto, leans on, leans against, leant against, leaned against, "
    "propped against, propped up against, resting against, rests against, lean on, lean against, leaning at",
    Kind.FRONT: "in front of, before, in the foreground of",
    Kind.BEHIND: "behind, at the back of, in back of, beyond",
    Kind.UNDER: "under, underneath, beneath, below, in the shade of",
    Kind.ABOVE: "above, over, flying over, hovering over, high above, jumping over, floating above, leaping over",
    Kind.BETWEEN: "between, in between",
    Kind.BESIDE: "beside, next to, alongside, by the side of, by, at the side of, along, to the left of, "
    "to the right of, walking a, walking the, walking her, walking his, walking their, chasing, chases, running after, running with",
    Kind.NEAR: "near, close to, nearby, around, at, not far from, far from, towards",
    Kind.ON: "on, on top of, on the back of, upon, atop, onto, riding, riding on, rides, sitting at, across, sitting on, sitting on top of, sleeping on, lying on, standing on, "
    "driving, drives, perched on, crossing, crosses, climbing, climbs, climbing on, going over",
    Kind.IN: "in, inside, within, into, inside of, in the middle of, through, out of",
    Kind.HAS: "full of, filled with, containing, contains, loaded with, packed with",
    Kind.WEARING: "wearing, wears, wear, dressed in, dressed as, wearing a pair of, has, have",
    Kind.HOLDING: "holding, holds, carrying, carries, holding up, waving, playing, "
    "eating, eats, drinking, drinks, reading, reads, using, flying a, playing the, lifting",
    Kind.WITH: "with, and also, plus",
}  # fmt: skip
