"""What a server notes in its pictures and signs, read from the links that it gives out."""

import hashlib
import io
import json
from urllib.parse import urlsplit

import pytest
from PIL import Image

from tests.acceptance.server import Server
from tests.chains import Chain, pem


@pytest.fixture
def chain(tmp_path):
    chain = Chain()
    (tmp_path / "certificates.pem").write_bytes(chain.certificates)
    (tmp_path / "key.pem").write_bytes(pem(chain.key))
    return chain


def pictures(server, task):
    for link in map(urlsplit, server.ended(task)["response"]["resultUrls"]):
        yield server.call("GET", f"{link.path}?{link.query}", key="")[1]


def pixels(picture):
    return Image.open(io.BytesIO(picture)).tobytes()


def test_pictures_carry_their_seed_and_the_operators_signature(tmp_path, chain):
    signing = {"C2PA_CERTIFICATE": tmp_path / "certificates.pem", "C2PA_KEY": tmp_path / "key.pem"}
    with Server(tmp_path / "server", **signing) as server:
        task = server.submit("a tree", nVariants=2, seed=7)
        for number, picture in enumerate(pictures(server, task)):
            state, told = chain.read(picture)
            assert state == "Trusted"
            noted = told["manifests"][told["active_manifest"]]["assertions"]
            [facts] = [each["data"] for each in noted if each["label"] == "heliograph.provenance"]
            assert (facts["generator"], facts["seed"]) == ("rehearsal", 7 + number)
        shown = server.ask("GET", f"/api/v1/tasks/{task}")["data"]
        assert (shown["generator"], shown["seeds"]) == ("rehearsal", [7, 8])
        [alone] = pictures(server, server.submit("a tree", seed=8))
        assert pixels(alone) == pixels(picture)
    (tmp_path / "key.pem").write_bytes(pem(Chain().key))
    said = server.command("serve", status=1)
    assert "HELIOGRAPH_C2PA_CERTIFICATE and HELIOGRAPH_C2PA_KEY: the key is not that of the first certificate" in said


def test_notes_are_there_unless_they_are_switched_off(tmp_path):
    with Server(tmp_path) as server:
        [picture] = pictures(server, server.submit("a tree", seed=7))
        noted = json.loads(picture.partition(b"Provenance\0")[2].partition(b"}")[0] + b"}")
        assert (noted["generator"], noted["seed"]) == ("rehearsal", 7)
        [enhanced] = pictures(server, server.submit("a tree", isEnhance=True))
        assert hashlib.sha256(b"a tree").hexdigest().encode() in enhanced
        assert server.stop() == 0
        server.environment["HELIOGRAPH_PROVENANCE"] = "false"
        server.start()
        [picture] = pictures(server, server.submit("a tree", seed=7))
        assert b"Provenance" not in picture
