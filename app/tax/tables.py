"""Tax classes of goods and the taxes that are due on them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Table

from app.db.columns import NAME, choice, code, day, flag, key, metadata, number, one_of, ref
from app.tax.states import TaxKind

tax_class = Table("tax_class", metadata, key(), code("code", unique=True), code("name", length=NAME))
tax = Table(
    "tax",
    metadata,
    key(),
    ref("tax_class_id", "tax_class.id", index=True),
    code("code"),  # stands on the receipt: "A", "B"; the ledger account is looked up by it
    code("name", length=NAME),
    choice("kind", TaxKind),
    number("rate"),  # thousandths of a per cent: 19000 is 19 %; 0 for fixed
    number("fixed_minor"),  # per piece; 0 for per cent
    number("position"),  # taxes of a class are worked out in this order
    flag("adds_to_next_base"),  # tax on tax: later taxes are due on this one too
    flag("base_includes_earlier"),
    day("valid_from", null=True),
    day("valid_to", null=True),  # the last day; rate changes are entered in advance
    one_of("kind", TaxKind),
    CheckConstraint("rate >= 0 AND fixed_minor >= 0", name="not_negative"),
)
