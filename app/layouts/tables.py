"""Versions of layouts: the newest of a kind and a store is in use, none is ever changed."""

from __future__ import annotations

from sqlalchemy import Table, UniqueConstraint

from app.db.columns import choice, code, key, metadata, moment, number, one_of, text
from app.layouts.kinds import LayoutKind

paper_layout = Table(
    "paper_layout",
    metadata,
    key(),
    choice("kind", LayoutKind),
    code("scope"),  # the code of a store; "" for the whole shop
    number("version"),
    text("content"),  # JSON; "": the default (of a store: what the shop has)
    code("author"),
    moment("made_at"),
    one_of("kind", LayoutKind),
    UniqueConstraint("kind", "scope", "version"),
)
