"""The words the illustrator knows."""
