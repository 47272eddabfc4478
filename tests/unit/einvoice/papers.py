"""A letter of ours without a database."""

from __future__ import annotations

from app.documents.trade_sheet import Sheet


def letter() -> bytes:
    """One page with words and colours."""
    sheet = Sheet(title="Letter", author="Corner Shop", language="en")
    sheet.text(20, 30, "Invoice €", bold=True)
    sheet.box(20, 40, 50, 10, fill="#1f4e79")
    return sheet.bytes()
