"""Which secrets sign, and whose public keys are shown, while they are rotated."""

from datetime import timedelta

import pytest

from heliograph.adapters.clock import MovingClock
from heliograph.adapters.store.memory import MemoryStore
from heliograph.domain.signature import PRIVATE_PREFIX, SigningKey, secret_text
from heliograph.workers.signing import PUBLISHED_FOR, KeptSecrets
from tests.samples import KEY, NOW, OTHER_SECRET, SECRET, later

OTHER_KEY = SigningKey.parse(secret_text(PRIVATE_PREFIX, bytes(32)))
THIRD_KEY = SigningKey.parse(secret_text(PRIVATE_PREFIX, bytes([3] * 32)))


@pytest.fixture
def clock():
    return MovingClock(NOW)


@pytest.fixture
async def store():
    store = MemoryStore()
    await store.signing_secrets(now=NOW, candidate=SECRET.text)
    return store


def texts(secrets):
    return [secret.text for secret in secrets]


async def test_a_rotated_secret_signs_from_the_next_refresh_on_and_the_old_one_first(clock, store):
    signing = KeptSecrets(clock=clock, keyring=store)
    await signing.refresh()
    await store.rotate_signing_secret(OTHER_SECRET.text, now=NOW, others_until=later(days=7))
    assert texts(signing.current()) == [SECRET.text]
    await signing.refresh()
    assert texts(signing.current()) == [SECRET.text, OTHER_SECRET.text]


async def test_a_secret_stops_at_its_end_whether_or_not_it_is_read_again(clock, store):
    signing = KeptSecrets(clock=clock, keyring=store)
    await store.rotate_signing_secret(OTHER_SECRET.text, now=NOW, others_until=later(days=7))
    await signing.refresh()
    clock.move(days=7)
    assert texts(signing.current()) == [OTHER_SECRET.text]


async def test_a_public_key_is_shown_for_a_while_after_its_end(clock, store):
    signing = KeptSecrets(clock=clock, keyring=store)
    await store.rotate_signing_secret(KEY.text, now=NOW, others_until=NOW)
    await store.rotate_signing_secret(OTHER_KEY.text, now=later(days=1), others_until=later(days=2))
    for after_the_end, shown in ((False, True), (True, False)):
        clock.move(seconds=(later(days=2) + PUBLISHED_FOR * after_the_end - clock.now()).total_seconds())
        await signing.refresh()
        assert KEY.text not in texts(signing.current())
        assert (KEY.text in texts(signing.published())) is shown
        assert OTHER_KEY.text in texts(signing.published())


async def test_the_public_key_of_one_that_was_ended_at_once_is_not_shown_any_more(clock, store):
    signing = KeptSecrets(clock=clock, keyring=store)
    await store.rotate_signing_secret(KEY.text, now=NOW, others_until=NOW)
    clock.move(minutes=1)
    await store.rotate_signing_secret(OTHER_KEY.text, now=clock.now(), others_until=clock.now())
    await signing.refresh()
    assert texts(signing.published()) == [OTHER_KEY.text]


async def test_the_next_rotation_takes_away_no_public_key_that_has_ended_before_it(clock, store):
    signing = KeptSecrets(clock=clock, keyring=store)
    await store.rotate_signing_secret(KEY.text, now=NOW, others_until=NOW)
    clock.move(seconds=10)
    await store.rotate_signing_secret(OTHER_KEY.text, now=clock.now(), others_until=later(seconds=12))
    clock.move(seconds=5)
    await store.rotate_signing_secret(THIRD_KEY.text, now=clock.now(), others_until=later(days=7))
    await signing.refresh()
    assert texts(signing.published()) == [KEY.text, OTHER_KEY.text, THIRD_KEY.text]
    clock.move(seconds=(PUBLISHED_FOR - timedelta(seconds=3)).total_seconds())
    await signing.refresh()
    assert texts(signing.published()) == [OTHER_KEY.text, THIRD_KEY.text]


async def test_a_key_that_signs_beside_the_next_and_is_then_ended_at_once_is_not_shown_any_more(clock, store):
    signing = KeptSecrets(clock=clock, keyring=store)
    await store.rotate_signing_secret(KEY.text, now=NOW, others_until=NOW)
    clock.move(minutes=1)
    await store.rotate_signing_secret(OTHER_KEY.text, now=clock.now(), others_until=later(days=7))
    clock.move(minutes=1)
    await store.rotate_signing_secret(THIRD_KEY.text, now=clock.now(), others_until=clock.now())
    await signing.refresh()
    assert texts(signing.published()) == [THIRD_KEY.text]


async def test_the_secrets_of_the_setting_stay(clock):
    signing = KeptSecrets(clock=clock, secrets=[SECRET, KEY])
    await signing.refresh()
    assert (texts(signing.current()), texts(signing.published())) == ([SECRET.text, KEY.text], [KEY.text])
