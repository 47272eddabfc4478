"""Which rows an archive holds, and by what the journal tells of them."""

from __future__ import annotations

from typing import Final

from app.audit.seals import SealedTable
from app.ledger.tables import ledger_line
from app.payments.tables import payment
from app.till.tables import sale, sale_line, sale_line_part, sale_promotion, sale_tax

FORMAT: Final = "takings-archive-1"
MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
JOURNAL: Final = "journal.jsonl"
KEYS: Final = "keys.jsonl"
# a sale is told of in one digest by table, in the payload of these entries
SALE: Final = "sale"
SALE_ENTRIES: Final = ("sale.completed", "return.completed")
SALE_DIGEST: Final = "rows"
MADE_AT_CLOSE: Final = "journal_excerpt"  # not in the digest: it is made from it
SALE_TABLES: Final[tuple[SealedTable, ...]] = (
    SealedTable(sale, "id"),
    SealedTable(sale_line, "sale_id", ("position",)),
    SealedTable(sale_tax, "sale_id", ("tax_code", "rate")),
    SealedTable(payment, "document_id", ("id",), only=("document_type", SALE)),
    SealedTable(sale_promotion, "sale_id", ("number",)),
    SealedTable(sale_line_part, "sale_id", ("position", "part")),
)
ENTRY_LINES: Final = SealedTable(ledger_line, "entry_id", ("position",))


def file_of(kind: str) -> str:
    """The name of a kind's documents in the archive, one a line."""
    return f"data/{kind}.jsonl"
