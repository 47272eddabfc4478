"""Alembic's entry; the program hands over its own connection."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context

from app.db.columns import UtcDateTime
from app.migrations.all_tables import metadata


def render_item(kind: str, item: Any, _autogen_context: Any) -> str | Literal[False]:
    """Write plain SQL types into scripts: history must not import today's code."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    render_item=render_item,
    compare_type=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
