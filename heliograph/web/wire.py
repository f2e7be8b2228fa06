"""What callers send and what they get, as models: the one place that knows the wire's field names."""

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from heliograph.domain.inputs import MOST_BYTES, MOST_IMAGES
from heliograph.domain.task import Task, TaskState

DataT = TypeVar("DataT")

URL_LIMIT = 2048
INPUT_URL_LIMIT = 8192
"""A bucket's signed URL may be long."""
InputUrl = Annotated[str, Field(max_length=INPUT_URL_LIMIT)]
MOST_SEED = 2**32 - 1


class Wire(BaseModel):
    """Camel case outside, snake case inside; types are not coerced, unknown fields are ignored."""

    model_config = ConfigDict(alias_generator=to_camel, strict=True, extra="ignore")


def _whole(value: Any) -> Any:
    # To Python, true and 1.0 equal 1, and so they would be taken for a number of pictures.
    if value is not None and type(value) is not int:
        raise PydanticCustomError("whole_number", "Input should be 1, 2 or 4")
    return value


class Envelope(BaseModel, Generic[DataT]):
    """Every answer of the API; `data` is null on error."""

    code: int = Field(description="200, or what went wrong: see the list of codes", examples=[200])
    msg: str = Field(description="`success`, or a sentence that says what to change", examples=["success"])
    data: DataT | None


class GenerateRequest(Wire):
    """`POST /api/v1/gpt4o-image/generate`."""

    size: Annotated[Literal["1:1", "3:2", "2:3"], Field(description="The picture's proportions")]
    prompt: Annotated[
        str | None, Field(description="What to draw; required without filesUrl", examples=["a red bicycle"])
    ] = None
    n_variants: Annotated[
        Literal[1, 2, 4] | None, BeforeValidator(_whole), Field(description="How many pictures; 1 by default")
    ] = None
    call_back_url: Annotated[
        str | None, Field(description='Where the result is POSTed; absent or "" for no callback', max_length=URL_LIMIT)
    ] = None
    is_enhance: Annotated[bool | None, Field(description="Put the prompt in better words first")] = None
    upload_cn: Annotated[bool | None, Field(description="Accepted; there is one region here: yours")] = None
    enable_fallback: Annotated[
        bool | None, Field(description="If the generator fails, ask another: what the operator has for fallbackModel")
    ] = None
    fallback_model: Annotated[
        Literal["GPT_IMAGE_1", "FLUX_MAX"] | None, Field(description="With enableFallback; FLUX_MAX by default")
    ] = None
    seed: Annotated[
        int | None,
        Field(
            description="More than the hosted API has: the same seed and prompt give the same picture; the n-th of "
            "several has the seed n - 1 higher. 422 where the generator repeats none",
            ge=0,
            le=MOST_SEED,
        ),
    ] = None
    files_url: Annotated[
        list[InputUrl] | None,
        Field(
            description=f"Up to {MOST_IMAGES} JPEG, PNG or WebP images to start from, {MOST_BYTES} bytes each at most"
        ),
    ] = None
    file_url: Annotated[InputUrl | None, Field(description="The same for one image; filesUrl goes before it")] = None
    mask_url: Annotated[
        InputUrl | None,
        Field(description="As large as the one image: black may be changed, white is kept; not used with several"),
    ] = None

    def params(self) -> str:
        """The parameters as submitted, as JSON with the wire's names."""
        return self.model_dump_json(by_alias=True, exclude_unset=True)


class DownloadRequest(Wire):
    """`POST /api/v1/gpt4o-image/download-url`."""

    task_id: Annotated[str, Field(description="The task that the picture belongs to")]
    url: Annotated[str, Field(description="One of its resultUrls")]


class CommonDownloadRequest(Wire):
    """`POST /api/v1/common/download-url`."""

    url: Annotated[str, Field(description="Any picture link of this server")]


class Accepted(Wire):
    task_id: str = Field(examples=["019c7bd1e2f07a4b9d3e5f60718293a4"])


class ResultUrls(Wire):
    """One list under both names: clients read either."""

    result_urls: list[str]
    result_urls_: list[str] = Field(alias="result_urls")


class RecordInfo(Wire):
    """What is known of a task; times in milliseconds since the epoch."""

    task_id: str
    param_json: str = Field(description="The submitted parameters, as a JSON string")
    create_time: int
    complete_time: int | None
    response: ResultUrls | None
    success_flag: int = Field(description="0 running, 1 success, 2 failed")
    status: str = Field(description="GENERATING, SUCCESS, CREATE_TASK_FAILED or GENERATE_FAILED")
    error_code: int | None
    error_message: str | None
    progress: str = Field(description='"0.00" to "1.00"')


_FLAGS = {
    TaskState.QUEUED: 0,
    TaskState.RUNNING: 0,
    TaskState.SUCCEEDED: 1,
    TaskState.FAILED: 2,
    TaskState.CANCELLED: 2,
}


def record_info(task: Task, urls: list[str]) -> dict[str, Any]:
    """A task in the shape of `RecordInfo`; `urls` are its links."""
    finished = task.finished_at
    succeeded = task.state is TaskState.SUCCEEDED
    return {
        "taskId": task.id,
        "paramJson": task.params,
        "createTime": _milliseconds(task.created_at.timestamp()),
        "completeTime": _milliseconds(finished.timestamp()) if finished else None,
        "response": {"resultUrls": urls, "result_urls": urls} if succeeded else None,
        "successFlag": _FLAGS[task.state],
        "status": str(task.status),
        "errorCode": int(task.failure.kind.code) if task.failure else None,
        "errorMessage": task.failure.message if task.failure else None,
        "progress": f"{task.progress:.2f}",
    }


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
