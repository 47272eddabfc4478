"""This machine's own settings: theme, zoom, keys, language, which till this is. One JSON file."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)


def load_local(path: Path) -> dict[str, Any]:
    """What is in the file; a missing one is empty, an unreadable one is set aside and told of."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.warning("local settings not readable, starting with the usual ones: %s", type(error).__name__)
        _set_aside(path)
        return {}
    return found if isinstance(found, dict) else {}


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".unreadable"))
    except OSError:
        _log.warning("the file cannot be renamed either")


def save_local(path: Path, values: dict[str, Any]) -> None:
    """Write the file anew; the old one stays until the new one is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        json.dump(values, file, indent=2, ensure_ascii=False, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
