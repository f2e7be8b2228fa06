import pytest

from heliograph.domain.urls import without_paths


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://hooks.test/in/SECRET", "https://hooks.test"),
        ("https://hooks.test:8443/SECRET/", "https://hooks.test:8443"),
        ("https://hooks.test", "https://hooks.test"),
        ("https://hooks.test:8443", "https://hooks.test:8443"),
        ("https://hooks.test?SECRET", "https://hooks.test"),
        ("https://hooks.test#SECRET", "https://hooks.test"),
        ("https://SECRET:SECRET@hooks.test/a@b", "https://hooks.test"),
        ("http://[2001:db8::1]:80/SECRET:SECRET", "http://[2001:db8::1]:80"),
        ("https://hooks.test/SECRET…", "https://hooks.test"),
    ],
)
def test_of_a_url_in_a_sentence_scheme_and_host_are_left(url, shown):
    for sentence in ("answered 302 to {}: use that URL", "{}", "({})", "{}, {}.", "at 127.0.0.1:9: {} and a query"):
        assert without_paths(sentence.format(url, url)) == sentence.format(shown, shown)
