"""Bearer keys: only the SHA-256 of a key is ever kept or compared."""

import hashlib
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from heliograph.domain.contract import Code
from heliograph.domain.errors import RequestRefused
from heliograph.domain.task import KeyId
from heliograph.web.services import Services

_bearer = HTTPBearer(auto_error=False, description="An API key of this server")


def key_id_of(key: str) -> KeyId:
    """What a key is known by. Keys are long and random, so a plain hash is enough."""
    return KeyId(hashlib.sha256(key.encode()).hexdigest())


# Both dependencies are coroutines: FastAPI would run a plain function in a thread, which costs more than they do.
async def services_of(request: Request) -> Services:
    services: Services = request.app.state.services
    return services


async def caller(
    request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> KeyId:
    """The caller's key; anything else is 401."""
    if credentials is None:
        raise RequestRefused(Code.UNAUTHORIZED, "No API key: send the header Authorization: Bearer <key>")
    key_id = key_id_of(credentials.credentials)
    if key_id not in (await services_of(request)).key_ids:
        raise RequestRefused(Code.UNAUTHORIZED, "This API key is not known here: check the key after Bearer")
    return key_id


Caller = Annotated[KeyId, Depends(caller)]
Served = Annotated[Services, Depends(services_of)]
