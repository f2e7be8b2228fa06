"""The illustrator: composes a picture from the words of a prompt, with vector drawings and no model."""

from .illustrate import illustrate
from .prompt import explain
from .scene import Understanding

__all__ = ["Understanding", "explain", "illustrate"]
