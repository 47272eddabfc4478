"""One text for one value, so that a hash of it means something."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Final

import orjson

EMPTY_HASH = "0" * 64
# its own form of a time has microseconds: ours is said below
_FORM: Final = orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATETIME


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    msg = f"no canonical form for {type(value).__name__}"
    raise TypeError(msg)


class _Plain:
    """The rows of a document bear the same day and the same moment: each is put into text once.

    Told apart by identity, for as long as one call holds them all.
    """

    __slots__ = ("_texts",)

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}

    def __call__(self, value: object) -> str:
        text = self._texts.get(id(value))
        if text is None:
            text = self._texts[id(value)] = _plain(value)
        return text


def canonical_json(value: Mapping[str, object] | Sequence[object]) -> str:
    """JSON with sorted keys, no blanks, times as UTC to the microsecond (after RFC 8785).

    Only str, int of 64 bits, bool, None, date, aware datetime, mappings and sequences are taken; a float is
    refused by the type of every caller, since money and quantities are integers.
    """
    try:
        return orjson.dumps(value, default=_Plain(), option=_FORM).decode()
    except orjson.JSONEncodeError as error:
        raise error.__cause__ or error from None


def sha256(text: str) -> str:
    """Hexadecimal SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()
