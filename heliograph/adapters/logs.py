"""Log lines: one JSON object (or one readable line) per event on standard output, the libraries' own included."""

import asyncio
import atexit
import json
import logging
import sys
import time
import traceback
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TextIO, cast

import structlog
from pydantic_core import PydanticSerializationError, to_json


def configure_logging(*, form: str, level: str) -> None:
    """`form` is `json` or `console`, `level` the least severe that is written."""
    least = logging.getLevelNamesMapping()[level.upper()]
    renderer: structlog.types.Processor = (
        _json_line if form == "json" else structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty())
    )
    out = Lenient(sys.stdout)
    structlog.configure(
        processors=[*_SHARED, renderer],
        wrapper_class=(
            _json_logger(least, _Lines(out)) if form == "json" else structlog.make_filtering_bound_logger(least)
        ),
        logger_factory=structlog.WriteLoggerFactory(cast("TextIO", out)),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_SHARED,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    logging.basicConfig(handlers=[handler], level=max(logging.WARNING, least), force=True)


class Lenient:
    """A stream for whole lines that loses them rather than raise: no step must fail because it cannot be told.

    The disk may be full, or the reader of a pipe gone. What comes next begins on a line of its own.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_cut = False

    def write(self, lines: str) -> None:
        try:
            self._stream.write(f"\n{lines}" if self._is_cut else lines)
            self._stream.flush()
        except OSError:
            self._is_cut = True
        else:
            self._is_cut = False

    def flush(self) -> None:
        """Done with each write."""


class _Lines:
    """Those of one turn of the event loop are written together: each write costs a system call."""

    def __init__(self, to: Lenient) -> None:
        self._to = to
        self._waiting: list[str] = []
        atexit.register(self.flush)

    def add(self, line: str) -> None:
        self._waiting.append(line)
        if len(self._waiting) == 1:
            try:
                asyncio.get_running_loop().call_soon(self.flush)
            except RuntimeError:
                self.flush()  # no loop runs here

    def flush(self) -> None:
        lines, self._waiting = self._waiting, []
        if lines:
            self._to.write("\n".join([*lines, ""]))


def _json_logger(least: int, lines: _Lines) -> type[structlog.BoundLoggerBase]:
    """Lines are written at once, without a chain of processors: there are three to a task, in the busiest loop."""

    class JsonLogger(structlog.BoundLoggerBase):
        def info(self, event: str, **fields: Any) -> None:
            self._write(logging.INFO, event, fields)

        def warning(self, event: str, **fields: Any) -> None:
            self._write(logging.WARNING, event, fields)

        def error(self, event: str, **fields: Any) -> None:
            self._write(logging.ERROR, event, fields)

        def _write(self, severity: int, event: str, fields: dict[str, Any]) -> None:
            if severity < least:
                return
            if (error := fields.pop("exc_info", None)) is not None:
                fields["exception"] = _trace(error)
            level = logging.getLevelName(severity).lower()
            lines.add(_encoded({"timestamp": _now(), "level": level, "event": event, **fields}))
            if severity > logging.INFO:
                lines.flush()

    return JsonLogger


def _encoded(event: dict[str, Any]) -> str:
    try:
        return to_json(event, fallback=str, inf_nan_mode="constants").decode()
    except PydanticSerializationError:
        return json.dumps(event, default=str)  # what is no UTF-8 is escaped


def _trace(error: BaseException) -> str:
    # Without local variables: they would carry keys and prompts into the log.
    return "".join(traceback.format_exception(error))


def _now() -> str:
    return _written(time.time_ns() // 1_000_000)


@lru_cache(maxsize=1)
def _written(epoch_ms: int) -> str:
    # Lines come in bursts, many in one millisecond.
    return datetime.fromtimestamp(epoch_ms / 1000, UTC).isoformat(timespec="milliseconds")


def _timestamp(
    _: structlog.typing.WrappedLogger, __: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    event["timestamp"] = _now()
    return event


def _json_line(logger: structlog.typing.WrappedLogger, name: str, event: structlog.typing.EventDict) -> str:
    """A line of a library's own."""
    told = structlog.processors.format_exc_info(logger, name, event)
    head = {key: told.pop(key) for key in ("timestamp", "level", "event")}
    return _encoded({**head, **told})


_SHARED: list[structlog.types.Processor] = [structlog.processors.add_log_level, _timestamp]
