"""What opening one image may take."""

CPU_SECONDS = 2
MEMORY_BYTES = 300 * 1024 * 1024
"""Of address space, besides what the process has at its start."""
RESULT_BYTES = 64 * 1024 * 1024
LONGEST_SIDE = 3072
"""Pixels. Twice the longest side that is ever drawn: halving never takes away what could be seen."""
MOST_PIXELS = {"JPEG": 1 << 26, "PNG": 3 << 23, "WEBP": 1 << 24}
"""What fits into the memory: a JPEG is made smaller while it is decoded, and WebP's decoder holds its image thrice."""
