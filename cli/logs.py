"""What the program writes down about itself: JSON lines, five files of two megabytes, nobody's name."""

from __future__ import annotations

import json
import logging
import platform
import re
import sys
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any, Final

from cli.version import VERSION

FILE: Final = "takings.log"
_SIZE: Final = 2_000_000
_KEPT: Final = 4  # besides the one that is written to: five in all
_PASSWORD: Final = re.compile(r"(://[^/:@\s]*):[^@/\s]*@")
# thirteen digits and more: a barcode at best, at worst a card's number
_LONG_NUMBER: Final = re.compile(r"\d{13,19}")


def safe(text: str) -> str:
    """Without passwords of addresses and without what might be the number of a card."""
    return _LONG_NUMBER.sub("#", _PASSWORD.sub(r"\1:***@", text))


class JsonLines(logging.Formatter):
    """One JSON object a line; line breaks and control characters of a message stay escaped."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        entry: dict[str, Any] = {
            "at": at, "level": record.levelname.lower(), "from": record.name,
            "thread": record.threadName, "message": safe(record.getMessage()),
        }  # fmt: skip
        if record.exc_info and record.exc_info[0] is not None:
            entry["error"] = record.exc_info[0].__name__
            # where, not with which values: a message may carry a customer's data
            entry["trace"] = [
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps(entry, ensure_ascii=True)


def start_logs(folder: Path, *, level: str, command: str) -> None:
    """Begin to log into the folder; without a writable folder the program runs without logs."""
    root = logging.getLogger()
    root.setLevel(level.upper())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / FILE, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError as error:
        print(f"No log can be written in {folder}: {error.strerror}.", file=sys.stderr)
        return
    handler.setFormatter(JsonLines())
    root.addHandler(handler)
    # the statements of a failing query carry its parameters
    logging.getLogger("sqlalchemy").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    header = {
        "version": VERSION, "system": platform.platform(), "python": platform.python_version(),
        "machine": platform.machine(), "command": command,
    }  # fmt: skip
    logging.getLogger("takings").info("session begins: %s", json.dumps(header))


def write_crash(folder: Path, error: BaseException) -> Path | None:
    """A file for whoever mends the program; None where nothing can be written."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")  # noqa: TID251 - no transaction, no clock
    path = folder / f"crash-{stamp}.txt"
    lines = "".join(traceback.format_exception(error))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Takings {VERSION} on {platform.platform()}\n\n{safe(lines)}", encoding="utf-8")
    except OSError:
        return None
    return path
