"""Signing: the secrets that callbacks are signed with, as they are rotated while the server runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from heliograph.domain.signature import Secret, SigningKey, parse_secret
from heliograph.ports import Clock, Keyring

PUBLISHED_FOR = timedelta(hours=1)
"""How long a public key is still shown after its end, for what was signed just before and is verified later."""


@dataclass(frozen=True, slots=True)
class _Dated:
    secret: Secret
    created_at: datetime
    ends_at: datetime | None


class KeptSecrets:
    """The secrets of the setting for ever, or else those of the store as of the last `refresh`."""

    def __init__(self, *, clock: Clock, secrets: Sequence[Secret] = (), keyring: Keyring | None = None) -> None:
        self._clock = clock
        self._secrets = secrets
        self._keyring = keyring
        self._dated: Sequence[_Dated] = ()

    async def refresh(self) -> None:
        """Read the store again. Raises `StoreError`s; then those that were known go on."""
        if self._keyring is None:
            return
        stored = await self._keyring.signing_secrets(now=self._clock.now() - PUBLISHED_FOR)
        known = {dated.secret.text: dated.secret for dated in self._dated}
        self._dated = [
            _Dated(known.get(each.text) or parse_secret(each.text), each.created_at, each.ends_at) for each in stored
        ]

    def current(self) -> Sequence[Secret]:
        """Those that sign now, the oldest first: the compat header stays with the old one until it ends."""
        now = self._clock.now()
        kept = [dated.secret for dated in self._dated if dated.ends_at is None or dated.ends_at > now]
        return [*self._secrets, *kept]

    def published(self) -> Sequence[SigningKey]:
        """Those whose public key is shown: what signs, and what has signed until a while ago.

        One that ended in the moment of a rotation is not: that is how a leaked one is taken out.
        """
        keys = [dated for dated in self._dated if isinstance(dated.secret, SigningKey)]
        rotated_at = {dated.created_at for dated in keys}
        shown = [*self._secrets, *(key.secret for key in keys if key.ends_at not in rotated_at)]
        return [secret for secret in shown if isinstance(secret, SigningKey)]
