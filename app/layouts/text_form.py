"""Layouts as text, for the database; what a newer program wrote is read as far as it is known."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from functools import lru_cache
from typing import Any

from app.kernel.refusal import Refusal
from app.layouts.kinds import LayoutKind, PartKind
from app.layouts.rules import DocumentLayout, Layout, Part, ReceiptLayout


class BadLayoutError(Refusal):
    """A text that is no layout."""

    message = "A kept layout cannot be read. Go back to the default in Settings, Layouts."


def layout_text(layout: Layout) -> str:
    """As JSON, keys sorted: the same layout is the same text."""
    return json.dumps(asdict(layout), sort_keys=True, ensure_ascii=False)


@lru_cache(maxsize=64)
def read_layout(kind: LayoutKind, text: str) -> Layout:
    """A layout from its text; kept, since the same few are read for each paper.

    Raises:
        BadLayoutError: no layout of that kind.
    """
    try:
        found = json.loads(text)
        return _receipt(found) if kind is LayoutKind.RECEIPT else _document(found)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadLayoutError from error


def _receipt(found: dict[str, Any]) -> ReceiptLayout:
    flags = {f.name: bool(found[f.name]) for f in fields(ReceiptLayout) if f.name in found}
    parts = tuple(
        Part(
            PartKind(part["kind"]), str(part.get("text", "")), str(part.get("align", "centre")),
            bool(part.get("bold")), bool(part.get("big")),
        )
        for part in found["parts"]
    )  # fmt: skip
    return ReceiptLayout(**{**flags, "parts": parts})  # type: ignore[arg-type]


def _document(found: dict[str, Any]) -> DocumentLayout:
    default = DocumentLayout()
    values: dict[str, Any] = {}
    for field in fields(DocumentLayout):
        usual = getattr(default, field.name)
        value = found.get(field.name, usual)
        values[field.name] = tuple(str(x) for x in value) if isinstance(usual, tuple) else type(usual)(value)
    return DocumentLayout(**values)
