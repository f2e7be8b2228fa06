"""What may be told of a URL where many read along."""

import re

_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*://)(?:[^\s/?#]*@)?([^\s/?#]*?)(?:[/?#]\S*?)?([:,;.)]*)(?=\s|$)")
"""Scheme, host with port, and what stands behind the URL in its sentence."""


def without_paths(sentence: str) -> str:
    """Of each URL scheme and host: the rest may be a secret, and a path often is one."""
    return _URL.sub(r"\1\2\3", sentence)
