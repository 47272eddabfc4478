"""One text for one value, so that a hash of it means something."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

EMPTY_HASH = "0" * 64


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="milliseconds")
    if isinstance(value, date):
        return value.isoformat()
    msg = f"no canonical form for {type(value).__name__}"
    raise TypeError(msg)


def canonical_json(value: Mapping[str, object] | Sequence[object]) -> str:
    """JSON with sorted keys, no blanks, times as UTC to the millisecond (after RFC 8785).

    Only str, int, bool, None, date, aware datetime, mappings and sequences are taken; a float is
    refused by the type of every caller, since money and quantities are integers.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain)


def sha256(text: str) -> str:
    """Hexadecimal SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()
