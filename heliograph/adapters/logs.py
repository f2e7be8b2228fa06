"""Log lines: one JSON object (or one readable line) per event on standard output, the libraries' own included."""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Any, TextIO, cast

import structlog

_ENCODE = json.JSONEncoder(default=str, ensure_ascii=False).encode


def configure_logging(*, form: str, level: str) -> None:
    """`form` is `json` or `console`, `level` the least severe that is written."""
    least = logging.getLevelNamesMapping()[level.upper()]
    renderer: structlog.types.Processor = (
        _json_line if form == "json" else structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty())
    )
    structlog.configure(
        processors=[*_SHARED, renderer],
        wrapper_class=_json_logger(least) if form == "json" else structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.WriteLoggerFactory(cast("TextIO", Lenient(sys.stdout))),
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

    def write(self, line: str) -> None:
        try:
            self._stream.write(f"\n{line}" if self._is_cut else line)
            self._stream.flush()
        except OSError:
            self._is_cut = True
        else:
            self._is_cut = False

    def flush(self) -> None:
        """Done with each line."""


def _json_logger(least: int) -> type[structlog.BoundLoggerBase]:
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
            self._logger.msg(_ENCODE({"timestamp": _now(), "level": level, "event": event, **fields}))

    return JsonLogger


def _trace(error: BaseException) -> str:
    # Without local variables: they would carry keys and prompts into the log.
    return "".join(traceback.format_exception(error))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _timestamp(
    _: structlog.typing.WrappedLogger, __: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    event["timestamp"] = _now()
    return event


def _json_line(logger: structlog.typing.WrappedLogger, name: str, event: structlog.typing.EventDict) -> str:
    """A line of a library's own."""
    told = structlog.processors.format_exc_info(logger, name, event)
    head = {key: told.pop(key) for key in ("timestamp", "level", "event")}
    return _ENCODE({**head, **told})


_SHARED: list[structlog.types.Processor] = [structlog.processors.add_log_level, _timestamp]
