"""The file of vectors, and which kinds of it the program has: the one place that says so."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

COPY: Final = Path(__file__).parent / "order_to_cash_vectors.json"
FILE: Final = Path(os.environ.get("TAKINGS_VECTORS") or COPY)

# run without a database (pure.py) and in a shop (shop.py)
PURE: Final = frozenset({
    "line_tax", "line_tax_unrounded", "compound_tax", "fixed_tax", "price_mapping", "document_tax",
    "document_tax_invariant", "global_discount", "promotion", "tender", "refund", "cash_rounding",
    "scale_barcode", "cost:average", "cost:fifo", "business_day", "einvoice_totals", "ar_allocation",
    "availability", "price_list", "credit_check:orders", "credit_check:currency",
})  # fmt: skip
IN_SHOP: Final = frozenset({
    "day_close", "ledger_invariant", "credit_check", "idempotency", "gift_card", "down_payment", "loyalty",
    "dunning", "bank_import", "ar_ageing", "payment",
})  # fmt: skip
# not built yet: whoever builds one moves it up and writes its runner
NOT_BUILT: Final = {
    "bank_reconciliation": "its one vector pays a supplier's bill, and the program keeps no payables",
    "cost:lifo": "never: IFRS does not allow it (design/rules.md 3.8)",
}
# What we do otherwise, with open eyes: vector -> why. The runner checks what we do instead.
OTHERWISE: Final = {
    "stoq-spread-residual": "amounts are spread per line, not unit prices: the subtotal is met without a "
    "search for a line that divides the residue (design/rules.md 3.4)",
    "odoo-cash-split-174.99": "the change of 0.01 cannot be given where 0.05 is the smallest coin: the "
    "cent goes to cash rounding, and the sale is complete",
    "erpnext-fifo-negative-then-in": "what was booked too much for pieces sold below zero stays in the value "
    "of the next layer and leaves with it: the ledger is never revalued behind its back",
    "odoo-fifo-negative-stock": "the same: the receipt does not revalue what was sold before it",
    "odoo-pt-18-quirk": "adopt: no; the engine reproduces it, the default setting gives 1.00 and 0.19",
}


@dataclass(frozen=True)
class Vector:
    """One vector of the file."""

    id: str
    kind: str
    given: dict[str, Any]
    expected: dict[str, Any]


def _kind(kind: str, given: dict[str, Any]) -> str:
    if kind == "cost":
        return f"cost:{given.get('method')}"
    if kind == "credit_check" and ("rate" in given or "order_foreign" in given):
        return "credit_check:currency"
    if kind == "credit_check" and "new_amount" not in given:
        return "credit_check:orders"
    return kind


def load(path: Path = FILE) -> list[Vector]:
    """All vectors of a file; a kind that is built in part is told apart by a colon."""
    rows = json.loads(path.read_text(encoding="utf-8"))["vectors"]
    return [Vector(r["id"], _kind(r["kind"], r["input"]), r["input"], r["expected"]) for r in rows]


VECTORS: Final = load()
