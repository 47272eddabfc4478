"""The layout in use, and those before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from sqlalchemy import Connection, bindparam, func, or_, select

from app.db.prepared import Prepared
from app.kernel.refusal import Refusal
from app.layouts.kinds import LayoutKind
from app.layouts.rules import DocumentLayout, Layout, ReceiptLayout, default_layout
from app.layouts.tables import paper_layout
from app.layouts.text_form import read_layout


class NoSuchLayoutError(Refusal):
    """The version is not there."""

    message = "That version of the layout is not there. Reload the page."


@dataclass(frozen=True, slots=True)
class LayoutVersion:
    """A version of a layout.

    Attributes:
        layout: None: from here on the default was used.
    """

    version: int
    layout: Layout | None
    author: str
    made_at: datetime


_newer = paper_layout.alias()
_LATEST: Final = Prepared(
    select(paper_layout.c.scope, paper_layout.c.content)
    .where(
        paper_layout.c.kind == bindparam("kind_"),
        or_(paper_layout.c.scope == "", paper_layout.c.scope == bindparam("scope_")),
        paper_layout.c.version
        == select(func.max(_newer.c.version))
        .where(_newer.c.kind == paper_layout.c.kind, _newer.c.scope == paper_layout.c.scope)
        .scalar_subquery(),
    )
)  # fmt: skip


def get_layout(connection: Connection, *, kind: LayoutKind, store: str = "") -> Layout:
    """What papers of that kind look like: the store's layout, else the shop's, else the default."""
    rows = _LATEST.all(connection, {"kind_": kind.value, "scope_": store})
    found = {row.scope: row.content for row in rows if row.content}
    text = found.get(store) or found.get("")
    return read_layout(kind, text) if text else default_layout(kind)


def receipt_layout(connection: Connection, *, store: str) -> ReceiptLayout:
    """How the receipts of a store look."""
    return cast("ReceiptLayout", get_layout(connection, kind=LayoutKind.RECEIPT, store=store))


def document_layout(connection: Connection, *, kind: LayoutKind) -> DocumentLayout:
    """How letters of a kind look."""
    return cast("DocumentLayout", get_layout(connection, kind=kind))


def has_own_layout(connection: Connection, *, kind: LayoutKind, store: str) -> bool:
    """Whether a store (or with "" the shop) has a layout of its own now."""
    rows = _LATEST.all(connection, {"kind_": kind.value, "scope_": store})
    return any(row.scope == store and row.content for row in rows)


def list_versions(connection: Connection, *, kind: LayoutKind, store: str = "") -> list[LayoutVersion]:
    """All versions of a kind and a store, the newest first."""
    rows = connection.execute(
        select(paper_layout)
        .where(paper_layout.c.kind == kind.value, paper_layout.c.scope == store)
        .order_by(paper_layout.c.version.desc())
    )
    return [
        LayoutVersion(r.version, read_layout(kind, r.content) if r.content else None, r.author, r.made_at)
        for r in rows
    ]
