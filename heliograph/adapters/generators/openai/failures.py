"""What the API's errors mean for a task, row by row (wire contract, section 8)."""

from dataclasses import dataclass

from openai import APIError

from heliograph.adapters.openai_sdk import said, status_of
from heliograph.domain.contract import GENERATION_FAILED, INVALID_IMAGE, NO_TOKEN, REFUSED_BY_POLICY, TRY_AGAIN_LATER
from heliograph.domain.task import Failure, FailureKind

REFUSALS = frozenset({"moderation_blocked", "content_policy_violation", "content_filter"})
BILLING = frozenset({"billing_hard_limit_reached", "billing_not_active", "insufficient_quota"})
BAD_IMAGES = frozenset(
    {
        "invalid_image",
        "invalid_image_file",
        "invalid_image_format",
        "image_parse_error",
        "image_too_large",
        "image_too_small",
        "unsupported_image",
        "empty_image_file",
    }
)
OF_ITS_SENDER = frozenset({"invalid_request_error", "image_generation_user_error"})
"""Types of an error in the middle of a stream, which has no status, that another try does not mend."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a task gets; `cure` is what the operator has to do, and empty where that is nothing."""

    failure: Failure
    cure: str = ""


UNAVAILABLE = Ruling(Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER, "unavailable"))
RATE_LIMITED = "rate_limited"


def ruling_of(error: APIError, *, provider: str, has_inputs: bool) -> Ruling:
    """The row of the table; `has_inputs` where the caller's own pictures were sent."""
    code = (error.code or "").lower()
    if code in REFUSALS:
        return Ruling(Failure(FailureKind.REFUSED, REFUSED_BY_POLICY.format(who=provider), "refused"))
    status = status_of(error)
    if code in BILLING or status == 402:  # noqa: PLR2004  # what other servers of this API answer
        return _lost("billing", f"{provider} has no credit left or a limit is reached: look at its billing page")
    match status:
        case 401:
            return _lost("invalid_key", "the key is refused: set HELIOGRAPH_OPENAI_API_KEY to a good one", NO_TOKEN)
        case 403:
            return _lost("not_permitted", "the account may not use this model: have it verified, or take another model")
        case 404:
            return _lost("no_such_model", "look at HELIOGRAPH_OPENAI_MODEL and HELIOGRAPH_OPENAI_BASE_URL")
        case 429:
            return Ruling(Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER, RATE_LIMITED))
        case 408 | 409:
            return UNAVAILABLE
        case int() if status < 500:  # noqa: PLR2004
            return _not_accepted(error, code, has_inputs=has_inputs)
        case None if error.type in OF_ITS_SENDER:
            return _not_accepted(error, code, has_inputs=has_inputs)
        case _:
            return UNAVAILABLE


def unusable_answer(what: str) -> Ruling:
    """The API said that all went well, and there is no picture in what it sent."""
    return _lost("bad_answer", what)


def _not_accepted(error: APIError, code: str, *, has_inputs: bool) -> Ruling:
    param = error.param if isinstance(error.param, str) else ""
    if has_inputs and (code in BAD_IMAGES or param.startswith(("image", "mask")) or status_of(error) == 413):  # noqa: PLR2004
        return Ruling(Failure(FailureKind.UNUSABLE_INPUT, INVALID_IMAGE, "unusable_image"))
    if param == "prompt":
        message = f"The prompt is not accepted by the model: {said(error)}"
        return Ruling(Failure(FailureKind.UNUSABLE_INPUT, message, "unusable_prompt"))
    cure = "the request is not accepted: look at HELIOGRAPH_OPENAI_MODEL, _QUALITY, _PREVIEWS and _OPTIONS"
    return _lost("bad_request", cure)


def _lost(reason: str, cure: str, message: str = GENERATION_FAILED) -> Ruling:
    return Ruling(Failure(FailureKind.FAILED, message, reason), cure)
