"""Whether the books are whole: what `verify` looks at, and the invariants of design/reliability.md 3.4 again.

The second look is written in plain SQL over the rows, so that a mistake that `verify` shares with the program
would show.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import text

from app.db.unit_of_work import UnitOfWorkFactory
from app.reporting.verify import verify_database
from tests.crash.stations.checks import Evidence

# each finds nothing in whole books; the number is the invariant's
_EVERYWHERE: Final[dict[str, str]] = {
    "1 the ledger comes to nothing, entry by entry": """
        SELECT entry_id, sum(amount_minor) FROM ledger_line
        GROUP BY entry_id HAVING sum(amount_minor) <> 0""",
    "4 the drawer holds the cash that was paid and moved": """
        SELECT s.id, s.float_minor, l.total, p.total, m.total FROM shift s
        LEFT JOIN (SELECT shift_id, sum(amount_minor) total FROM payment WHERE tender_code = 'cash'
                   GROUP BY shift_id) p ON p.shift_id = s.id
        LEFT JOIN (SELECT shift_id, sum(CASE kind WHEN 'pay_in' THEN amount_minor ELSE -amount_minor END)
                   total FROM cash_movement GROUP BY shift_id) m ON m.shift_id = s.id
        LEFT JOIN (SELECT shift_id, sum(x.amount_minor) total FROM ledger_entry e
                   JOIN ledger_line x ON x.entry_id = e.id
                   JOIN account_role r ON r.role = 'cash_drawer' AND r.account_code = x.account_code
                   WHERE e.kind NOT IN ('shift_open', 'shift_close') GROUP BY shift_id) l ON l.shift_id = s.id
        WHERE coalesce(l.total, 0) <> coalesce(p.total, 0) + coalesce(m.total, 0)""",
    "5 a sale is what its lines are": """
        SELECT s.number, s.gross_minor, sum(l.gross_minor) FROM sale s JOIN sale_line l ON l.sale_id = s.id
        GROUP BY s.id, s.number, s.gross_minor HAVING s.gross_minor <> sum(l.gross_minor)""",
    "5 a sale is what was paid": """
        SELECT s.number, s.gross_minor, p.total FROM sale s
        LEFT JOIN (SELECT document_id, sum(amount_minor) total FROM payment WHERE document_type = 'sale'
                   GROUP BY document_id) p ON p.document_id = s.id
        WHERE s.gross_minor + s.rounding_minor <> coalesce(p.total, 0)""",
    "8 no more comes back than was sold": """
        SELECT r.origin_sale_id, r.origin_position, sum(r.quantity_milli) FROM sale_return_line r
        JOIN sale_line l ON l.sale_id = r.origin_sale_id AND l.position = r.origin_position
        GROUP BY r.origin_sale_id, r.origin_position, l.quantity_milli
        HAVING sum(r.quantity_milli) > l.quantity_milli""",
    "12 each sale is in the journal once": """
        SELECT s.number, count(j.seq) FROM sale s
        LEFT JOIN journal j ON j.document_type = 'sale' AND j.document_id = s.id AND j.kind IN
            ('sale.completed', 'return.completed')
        GROUP BY s.number HAVING count(j.seq) <> 1""",
}
_AT_THE_SERVER: Final[dict[str, str]] = {
    "2 stock is the sum of its moves": """
        SELECT l.product_id, l.location_id, l.on_hand_milli, coalesce(m.total, 0) FROM stock_level l
        LEFT JOIN (SELECT product_id, location_id, sum(milli) total FROM
            (SELECT product_id, to_location_id location_id, quantity_milli milli FROM stock_move
             UNION ALL SELECT product_id, from_location_id, -quantity_milli FROM stock_move) w
            GROUP BY product_id, location_id) m
        ON m.product_id = l.product_id AND m.location_id = l.location_id
        WHERE l.on_hand_milli <> coalesce(m.total, 0)""",
    "3 what may not go below zero did not": """
        SELECT l.product_id, l.on_hand_milli FROM stock_level l
        JOIN stock_policy p ON p.product_id = l.product_id
        JOIN location o ON o.id = l.location_id AND o.kind = 'internal'
        WHERE p.negative = 'block' AND l.on_hand_milli < 0""",
    "9 each line of an order is picked once": """
        SELECT l.id, l.ordered_milli, p.total FROM sales_order_line l
        JOIN (SELECT order_line_id, sum(picked_milli) total FROM pick_line GROUP BY order_line_id) p
        ON p.order_line_id = l.id WHERE p.total > l.ordered_milli""",
    "9 nothing leaves that was not picked": """
        SELECT l.id, l.picked_milli, l.packed_milli, l.shipped_milli, p.total FROM sales_order_line l
        JOIN (SELECT order_line_id, sum(picked_milli) total FROM pick_line GROUP BY order_line_id) p
        ON p.order_line_id = l.id WHERE l.picked_milli + l.packed_milli + l.shipped_milli > p.total""",
    "10 a gift card is what was moved on it": """
        SELECT v.code, v.balance_minor, sum(m.amount_minor) FROM voucher v
        JOIN voucher_move m ON m.voucher_id = v.id GROUP BY v.id, v.code, v.balance_minor
        HAVING v.balance_minor <> sum(m.amount_minor) OR v.balance_minor < 0""",
}


def faults_of_books(evidence: Evidence) -> list[str]:
    """What does not hold at the server and at each till."""
    found = _faults(evidence.server, _EVERYWHERE | _AT_THE_SERVER, "the server")
    for number, factory in enumerate(evidence.tills):
        found += _faults(factory, _EVERYWHERE, evidence.place.codes[number])
    return found


def _faults(factory: UnitOfWorkFactory, questions: dict[str, str], where: str) -> list[str]:
    with factory.read() as connection:
        found = [f"{where}: {r.name}: {r.faults[:2]}" for r in verify_database(connection) if not r.holds]
    return found + [f"{where}: not: {what}: {row}" for what, row in _asked(factory, questions)]


def _asked(factory: UnitOfWorkFactory, questions: dict[str, str]) -> Iterator[tuple[str, tuple[object, ...]]]:
    with factory.read() as connection:
        for what, statement in questions.items():
            for row in connection.execute(text(statement)).all()[:2]:
                yield what, tuple(row)
