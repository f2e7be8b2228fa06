"""What a command works with where there is no store yet."""

import pytest

from heliograph import beside
from heliograph.domain.errors import StoreMissing
from heliograph.settings import Settings
from tests.samples import SECRET


async def missing(*_):
    raise StoreMissing("there is none")


async def test_a_sample_is_signed_and_sent_where_there_is_no_database_yet(tmp_path, monkeypatch):
    for name in ("attach_store", "moment_in"):
        monkeypatch.setattr(beside, name, missing)
    settings = Settings(data_dir=tmp_path, database_url="postgresql://db.test/none", signing_secrets=[SECRET.text])
    async with beside.open_way_out(settings) as way_out:
        assert [secret.text for secret in way_out.signing.current()] == [SECRET.text]


async def test_without_a_secret_in_the_settings_a_sample_needs_the_store(tmp_path, monkeypatch):
    monkeypatch.setattr(beside, "attach_store", missing)
    with pytest.raises(StoreMissing):
        async with beside.open_way_out(Settings(data_dir=tmp_path)):
            pass
