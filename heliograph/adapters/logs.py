"""Log lines: one JSON object (or one readable line) per event on standard output, the libraries' own included."""

import json
import logging
import sys
from datetime import UTC, datetime

import structlog

_ENCODE = json.JSONEncoder(default=str, ensure_ascii=False).encode


def configure_logging(*, form: str, level: str) -> None:
    """`form` is `json` or `console`, `level` the least severe that is written."""
    shared: list[structlog.types.Processor] = [structlog.processors.add_log_level, _timestamp]
    last: list[structlog.types.Processor] = (
        # No local variables in traces: they would carry keys and prompts into the log.
        [structlog.processors.format_exc_info, _json_line]
        if form == "json"
        else [structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty())]
    )
    structlog.configure(
        processors=[*shared, *last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=structlog.WriteLoggerFactory(sys.stdout),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    logging.basicConfig(handlers=[handler], level=max(logging.WARNING, logging.getLevelName(level.upper())), force=True)


def _timestamp(
    _: structlog.typing.WrappedLogger, __: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    event["timestamp"] = datetime.now(UTC).isoformat(timespec="milliseconds")
    return event


def _json_line(_: structlog.typing.WrappedLogger, __: str, event: structlog.typing.EventDict) -> str:
    head = {"timestamp": event.pop("timestamp"), "level": event.pop("level"), "event": event.pop("event")}
    return _ENCODE(head | dict(event))
