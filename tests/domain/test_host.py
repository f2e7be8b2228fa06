"""A host as a person writes it, and as it is dialled."""

import pytest

from heliograph.domain.host import host_named, host_of


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("A_b.Test.", "a_b.test"),
        ("bücher.invalid", "xn--bcher-kva.invalid"),
        ("xn--BCHER-kva.invalid", "xn--bcher-kva.invalid"),
        ("127.1", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("192.0.2.7", "192.0.2.7"),
        ("2001:DB8:0::1", "2001:db8::1"),
        ("[::1]", "::1"),
    ],
)
def test_a_host_is_found_under_every_spelling_of_it(text, host):
    assert host_named(text) == host
    assert host_of(f"http://{text if ':' not in text else '[' + text.strip('[]') + ']'}:8080/back") == host


@pytest.mark.parametrize(
    "text",
    ["127.0.0.1:18500", "a.test:80", "[::1]:80", "http://a.test", "a.test/back", "a.test?x", "a.test#x", "u@a.test",
     "a test", "a\\b", "%61.test", "*", "1.2.3.4.5", "256.1.1.1", "[a.test:80]", ".", "\0"],
)  # fmt: skip
def test_what_is_more_or_less_than_a_host_is_refused_with_what_may_be_written(text):
    with pytest.raises(ValueError, match="is given alone, without scheme, port and path"):
        host_named(text)
