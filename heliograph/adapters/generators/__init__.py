"""Generators: what turns a prompt into pictures."""
