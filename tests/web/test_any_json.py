"""Whatever JSON is posted, the answer is an envelope with a code of the contract, and never a fault of ours."""

import asyncio
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.world import BASE_URL, POSTS, World, code_of

NAMES = [
    *("size", "prompt", "nVariants", "callBackUrl", "isEnhance", "uploadCn", "enableFallback", "fallbackModel"),
    *("filesUrl", "fileUrl", "maskUrl", "taskId", "url"),
]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=())),
    st.sampled_from(["1:1", "3:2", "", "FLUX_MAX", 1, 2, 4, "http://a.test/", f"{BASE_URL}/files/a.png?expires=1"]),
    st.text().map(lambda text: f"http://{text}"),
    st.text().map(lambda text: f"{BASE_URL}/files/{text}"),
)
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=12
)
REQUESTS = st.dictionaries(st.sampled_from(NAMES), ANYTHING | SCALARS)
NEARLY_RIGHT = REQUESTS.map(lambda body: {"size": "1:1", "prompt": "x", "taskId": "0" * 31 + "1", "url": ""} | body)
BODIES = st.one_of(ANYTHING, REQUESTS, NEARLY_RIGHT).map(lambda body: json.dumps(body).encode()) | st.binary()


@given(body=BODIES)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_body_gets_an_envelope_and_is_never_our_fault(tmp_path, body):
    asyncio.run(posted_everywhere(tmp_path, body))


async def posted_everywhere(folder, body):
    world = World(folder)
    await world.succeeded()
    async with world.client() as client:
        for path in POSTS:
            response = await client.post(path, content=body)
            assert response.status_code == 200
            assert code_of(response) in {200, 400, 422}
    assert world.observer.failures == []
    await world.blobs.close()
