"""OpenAI's SDK as it is used here: nothing is tried twice by it, and it goes no way but the one it is given."""

import re
import ssl
from collections.abc import Mapping
from urllib.parse import urlsplit

from openai import APIError, APIStatusError, AsyncOpenAI, DefaultAsyncHttpxClient, Timeout

CONNECT_SECONDS = 10.0
MESSAGE_LIMIT = 300
ON_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})

_KEYS = re.compile(r"\b(sk|pk|key)-[\w*.-]{3,}")


def connected(
    *, key: str, base_url: str, timeout_seconds: float, trust: ssl.SSLContext, proxy: str = ""
) -> AsyncOpenAI:
    """A client for the API at `base_url`; the caller closes it.

    `proxy` is `http://[user:password@]host:port`, and what is on this machine is reached without it.
    """
    direct = not proxy or (urlsplit(base_url).hostname or "") in ON_THIS_MACHINE
    # A redirect would carry pictures and prompts to where nobody has sent them.
    http = DefaultAsyncHttpxClient(
        proxy=None if direct else proxy, verify=trust, trust_env=False, follow_redirects=False
    )
    return AsyncOpenAI(
        api_key=key,
        base_url=base_url,
        timeout=Timeout(timeout_seconds, connect=CONNECT_SECONDS),
        max_retries=0,
        http_client=http,
    )


def status_of(error: APIError) -> int | None:
    """The HTTP status; None for an error of the network or in the middle of a stream."""
    return error.status_code if isinstance(error, APIStatusError) else None


def said(error: APIError) -> str:
    """The API's own words, short and without keys."""
    message = error.body.get("message") if isinstance(error.body, dict) else None
    text = message if isinstance(message, str) and message else str(error)
    return _KEYS.sub(r"\1-…", text)[:MESSAGE_LIMIT]


def counted(usage: object) -> dict[str, int]:
    """The numbers of `usage`, its details beside the totals: `input_tokens`, `input_image_tokens`, and so on."""
    if not isinstance(usage, Mapping):
        return {}
    counts: dict[str, int] = {}
    for name, value in usage.items():
        if isinstance(value, Mapping):
            of = str(name).removesuffix("_tokens_details")
            counts |= {f"{of}_{part}": count for part, count in value.items() if type(count) is int}
        elif type(value) is int:
            counts[str(name)] = value
    return counts
