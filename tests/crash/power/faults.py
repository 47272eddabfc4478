"""What must hold in the file a till finds after a power cut; quick enough for 100,000 states."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from pysqlite3 import dbapi2 as sqlite

from app.db.engine import PRAGMAS

# each must find nothing
_RULES: Final = {
    "a number is missing or doubled": (
        "SELECT 1 FROM (SELECT count(*) AS n, max(CAST(substr(number, 5) AS INTEGER)) AS last FROM sale)"
        " WHERE n > 0 AND n <> last"
    ),
    "the series is not where the sales are": (
        "SELECT last_number FROM number_series WHERE document_type = 'receipt' AND scope = 'T01'"
        " AND last_number <> (SELECT count(*) FROM sale)"
    ),
    "an entry is not balanced": (
        "SELECT entry_id FROM ledger_line GROUP BY entry_id HAVING sum(amount_minor) <> 0"
    ),
    "a sale has no entry": (
        "SELECT id FROM sale WHERE NOT EXISTS (SELECT 1 FROM ledger_entry e"
        " WHERE e.document_type = 'sale' AND e.document_id = sale.id)"
    ),
    "a sale's lines are not its total": (
        "SELECT s.id FROM sale s LEFT JOIN (SELECT sale_id, sum(gross_minor) AS g FROM sale_line GROUP BY 1)"
        " l ON l.sale_id = s.id WHERE s.gross_minor IS NOT l.g"
    ),
    "a sale is not paid": (
        "SELECT s.id FROM sale s LEFT JOIN (SELECT document_id, sum(amount_minor) AS g FROM payment"
        " WHERE document_type = 'sale' GROUP BY 1) p ON p.document_id = s.id"
        " WHERE s.gross_minor + s.rounding_minor IS NOT p.g"
    ),
    "a sale has no receipt to print": (
        "SELECT id FROM sale WHERE (SELECT count(*) FROM print_job j WHERE j.document_id = sale.id) <> 1"
    ),
    "a level is not the sum of its moves": (
        "SELECT l.product_id FROM stock_level l JOIN (SELECT product_id, location_id, sum(q) AS q FROM ("
        " SELECT product_id, to_location_id AS location_id, quantity_milli AS q FROM stock_move UNION ALL"
        " SELECT product_id, from_location_id, -quantity_milli FROM stock_move) GROUP BY 1, 2) m"
        " USING (product_id, location_id) WHERE l.on_hand_milli <> m.q"
        " AND (SELECT kind FROM location WHERE id = l.location_id) = 'stock'"
    ),
    "the journal has a gap": (
        "SELECT chain FROM journal GROUP BY chain HAVING count(*) <> max(seq)"
        " UNION ALL SELECT h.chain FROM journal_head h LEFT JOIN journal j"
        " ON j.chain = h.chain AND j.seq = h.last_seq WHERE h.last_seq > 0 AND j.hash IS NOT h.last_hash"
    ),
    "the summary is not the sales": (
        "SELECT 1 WHERE (SELECT coalesce(sum(gross_minor), 0) FROM shift_sales)"
        " <> (SELECT coalesce(sum(gross_minor), 0) FROM sale)"
    ),
}


def faults_of(path: Path, acked: Mapping[str, tuple[str, int]], *, whole: bool = False) -> list[str]:
    """Open it as the program does, and say what is wrong; `whole` looks at every page too."""
    try:
        return _look(path, acked, whole=whole)
    except sqlite.DatabaseError as error:
        return [f"it cannot be read: {error}"]


def _look(path: Path, acked: Mapping[str, tuple[str, int]], *, whole: bool) -> list[str]:
    connection: Any = sqlite.connect(str(path), isolation_level=None)
    try:
        for name, (setting, _expected) in PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={setting}").fetchall()
        found: list[str] = []
        if whole and connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            found.append("its pages are damaged")
        sales = {
            uuid: (number, gross)
            for uuid, number, gross in connection.execute("SELECT uuid, number, gross_minor FROM sale")
        }
        lost = [uuid for uuid, told in acked.items() if sales.get(uuid) != told]
        if lost:
            found.append(f"{len(lost)} acknowledged sales are lost or changed")
        found += [name for name, rule in _RULES.items() if connection.execute(rule).fetchone() is not None]
        return found
    finally:
        connection.close()
