"""Everything that Heliograph raises, in one tree.

    HeliographError
    ├── RequestRefused            the caller has to change something; carries the contract's code
    ├── IllegalTransition         a task or a delivery was asked to go where its state machine has no way
    ├── SettingsError             the operator has to change a setting
    ├── EnhancerFailed            a prompt got no better words: it is drawn as it was submitted
    ├── ClassifierFailed          a picture could not be judged: it does not pass
    └── StoreError                the store cannot take or give what was asked; nothing was half written
        ├── StoreMissing          there is no database yet
        ├── StoreTooOld           the database has to be migrated first
        ├── StoreTooNew           the database was written by a newer Heliograph
        ├── StoreUnavailable      the database server cannot be reached, or was lost on the way
        ├── StoreBusy             another process holds the database
        ├── StoreInUse            a step of a migration waits for processes of an older version to end
        ├── StoreReadOnly         the database or its folder cannot be written
        ├── StoreFull             the disk is full
        └── StoreDamaged          the file is not a database, or a broken one

The docstring of a class says when it is raised; the message names the thing, the limit and what to change.
"""


class HeliographError(Exception):
    """The root of the tree; catch it to catch every error of ours."""


class RequestRefused(HeliographError):
    """A request cannot be honoured as it stands.

    `code` is a code of the wire contract (section 1); the message goes to the caller as `msg`.
    `retry_after_seconds` is set where waiting helps.
    """

    def __init__(self, code: int, message: str, *, retry_after_seconds: float | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.retry_after_seconds = retry_after_seconds


class IllegalTransition(HeliographError):
    """A state machine has no way from the state something is in to the state it was asked to take."""


class SettingsError(HeliographError):
    """A setting is missing, malformed or does not fit another one."""


class EnhancerFailed(HeliographError):
    """What was to put a prompt in better words did not answer, or with something else; the message says what."""


class ClassifierFailed(HeliographError):
    """What was to judge a picture did not, or not in time; the message says what happened."""


class StoreError(HeliographError):
    """The store could not do what was asked; the transaction was rolled back."""


class StoreMissing(StoreError):
    """A command came before the first start: there is no database in the data folder."""


class StoreTooOld(StoreError):
    """The database lacks steps that this version of Heliograph brings, and who asked must not run them."""


class StoreTooNew(StoreError):
    """The database carries a revision that this version of Heliograph does not know."""


class StoreUnavailable(StoreError):
    """The database server does not answer or lets nobody in; whatever waits is tried again until it does."""


class StoreBusy(StoreError):
    """Another process holds the data folder or the database's write lock."""


class StoreInUse(StoreError):
    """A step of a migration may only be taken once processes of an older version have ended."""


class StoreReadOnly(StoreError):
    """The database file or its folder cannot be written by this user."""


class StoreFull(StoreError):
    """The disk that holds the database has no room left."""


class StoreDamaged(StoreError):
    """The file at the database's place is not a database that SQLite can read."""
