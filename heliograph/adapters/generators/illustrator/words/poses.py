"""Verbs that are drawn as a pose."""

from heliograph.adapters.generators.illustrator.scene import Pose

POSES = {
    Pose.STANDING: "standing, stands, stand, stood",
    Pose.WALKING: "walking, walks, walk, strolling, strolls, marching, wandering, hiking, stepping",
    Pose.RUNNING: "running, runs, run, racing, galloping, gallops, jogging, sprinting, fleeing, charging, rushing, hurrying, chasing, chases",
    Pose.SITTING: "sitting, sits, sit, seated, sat, perched, perching, crouching, kneeling, meditating, sitting down",
    Pose.LYING: "lying, lies, lie, laying, lays, relaxing, sunbathing, reclining, lying down, resting, rests",
    Pose.SLEEPING: "sleeping, sleeps, sleep, asleep, napping, naps, dozing, snoring, dreaming, sleepy, fast asleep, curled up",
    Pose.JUMPING: "jumping, jumps, jump, leaping, leaps, hopping, hops, bouncing, pouncing, cheering",
    Pose.FLYING: "flying, fly, soaring, soars, hovering, gliding, in flight, flapping",
    Pose.SWIMMING: "swimming, swims, swim, snorkelling, snorkeling, paddling",
    Pose.DANCING: "dancing, dances, dance, twirling, spinning, skipping",
    Pose.WAVING: "waving, waves hello, greeting, saying hello, raising a hand",
}
