"""The same callbacks, delivered by other job systems and by this one. Each is a script that takes the same commands."""
