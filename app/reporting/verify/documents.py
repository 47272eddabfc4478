"""Every document stands in the journal, with a digest of its rows that still agrees."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Select, Table, and_, exists, select, union

from app.audit.rules import excerpt, rows_digest
from app.audit.tables import journal
from app.fulfilment.tables import shipment
from app.inventory.tables import stock_move
from app.ledger.tables import ledger_entry, ledger_line
from app.payments.tables import payment
from app.printing.tables import print_job
from app.reporting.verify.results import Check, stream
from app.till.tables import (
    cash_movement,
    sale,
    sale_line,
    sale_line_part,
    sale_promotion,
    sale_return,
    sale_tax,
    shift,
    till_taking,
)

Rows = dict[int, list[dict[str, object]]]
Told = tuple[bytes, str]  # digest, excerpt
_SALE_KINDS: Final = ("sale.completed", "return.completed")
_MADE_AT_CLOSE: Final = "journal_excerpt"  # not in the digest: it is made from it


def _told(connection: Connection) -> dict[int, Told]:
    """What the journal tells of each sale: 40 bytes a sale, so that a million fit in memory."""
    query = select(journal.c.document_id, journal.c.payload, journal.c.hash).where(
        journal.c.kind.in_(_SALE_KINDS)
    )
    found: dict[int, Told] = {}
    for row in stream(connection, query):
        found[row.document_id] = (_digest(row.payload), excerpt(row.hash))
    return found


def _digest(payload: str) -> bytes:
    try:
        return bytes.fromhex(json.loads(payload)["rows"])
    except (ValueError, KeyError, TypeError):
        return b""  # equals no digest: the sale is named


def _sales(connection: Connection) -> Iterator[str]:
    told = _told(connection)
    days = union(
        select(sale.c.business_date), select(ledger_entry.c.business_date), select(stock_move.c.business_date)
    )
    for (day,) in connection.execute(days).all():
        yield from _day(connection, day, told)
    for sale_id in told:
        yield f"the journal tells of sale {sale_id}, which is not there"


def _day(connection: Connection, day: date, told: dict[int, Told]) -> Iterator[str]:
    """The sales of one day against the journal; what was found is taken out of `told`."""
    heads = {
        row.id: _values(row, sale)
        for row in stream(connection, select(sale).where(sale.c.business_date == day))
    }
    parts = _parts(connection, day)
    for sale_id, head in heads.items():
        printed = head.pop(_MADE_AT_CLOSE)
        rows = {name: found.pop(sale_id, []) for name, found in parts.items()}
        where = f"sale {head['number']}"
        entry = told.pop(sale_id, None)
        if entry is None:
            yield f"{where} is not in the journal"
        elif bytes.fromhex(rows_digest({"sale": [head], **rows})) != entry[0]:
            yield f"{where}: its rows are not as they were written"
        elif printed != entry[1]:
            yield f"{where} was printed with another journal entry"
    for name, found in parts.items():
        for sale_id in found:
            yield f"rows of {name} on {day} belong to sale {sale_id}, which is not there"


def _parts(connection: Connection, day: date) -> dict[str, Rows]:
    """The rows of a day's sales by table and sale, in the order in which they were hashed."""
    of_day = sale.c.business_date == day
    lines = select(sale_line).join_from(sale_line, sale, sale.c.id == sale_line.c.sale_id).where(of_day)
    taxes = select(sale_tax).join_from(sale_tax, sale, sale.c.id == sale_tax.c.sale_id).where(of_day)
    paid = select(payment).join_from(payment, sale, sale.c.id == payment.c.document_id).where(of_day)
    promoted = select(sale_promotion).join_from(sale_promotion, sale, sale.c.id == sale_promotion.c.sale_id)
    kits = select(sale_line_part).join_from(sale_line_part, sale, sale.c.id == sale_line_part.c.sale_id)
    moved = select(stock_move).where(stock_move.c.business_date == day, stock_move.c.document_type == "sale")
    return {
        "sale_line": _grouped(connection, lines.order_by(sale_line.c.position), sale_line, "sale_id"),
        "sale_tax": _grouped(
            connection, taxes.order_by(sale_tax.c.tax_code, sale_tax.c.rate), sale_tax, "sale_id"
        ),
        "payment": _grouped(
            connection,
            paid.where(payment.c.document_type == "sale").order_by(payment.c.id),
            payment,
            "document_id",
        ),
        "stock_move": _grouped(connection, moved.order_by(stock_move.c.id), stock_move, "document_id"),
        "ledger": _ledger(connection, day),
        "sale_line_part": _grouped(
            connection,
            kits.where(of_day).order_by(sale_line_part.c.position, sale_line_part.c.part),
            sale_line_part,
            "sale_id",
        ),
        "sale_promotion": _grouped(
            connection, promoted.where(of_day).order_by(sale_promotion.c.number), sale_promotion, "sale_id"
        ),
    }


def _grouped(connection: Connection, query: Select[Any], table: Table, key: str) -> Rows:
    found: Rows = {}
    for row in stream(connection, query):
        values = _values(row, table)
        found.setdefault(int(str(values[key])), []).append(values)
    return found


def _ledger(connection: Connection, day: date) -> Rows:
    """Each entry followed by its lines, as `post` returned them."""
    mine = and_(ledger_entry.c.business_date == day, ledger_entry.c.document_type == "sale")
    found: Rows = {}
    sale_of: dict[int, int] = {}
    for row in stream(connection, select(ledger_entry).where(mine).order_by(ledger_entry.c.id)):
        found.setdefault(row.document_id, []).append(_values(row, ledger_entry))
        sale_of[row.id] = row.document_id
    lines = (
        select(ledger_line)
        .join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
        .where(mine)
        .order_by(ledger_line.c.entry_id, ledger_line.c.position)
    )
    for row in stream(connection, lines):
        found[sale_of[row.entry_id]].append(_values(row, ledger_line))
    return found


def _values(row: Any, table: Table) -> dict[str, object]:
    mapping: Mapping[str, object] = row._mapping  # noqa: SLF001 - SQLAlchemy's public name
    return {column.name: mapping[column.name] for column in table.columns}


def _orphans(connection: Connection) -> Iterator[str]:
    """Rows of a sale that is not there; those that carry a day are found with the day."""
    for table in (sale_line, sale_line_part, sale_tax):
        key = table.c.sale_id
        for (found,) in stream(connection, select(key).distinct().where(~exists().where(sale.c.id == key))):
            yield f"rows of {table.name} belong to sale {found}, which is not there"
    unpaid = select(payment.c.id).where(
        payment.c.document_type == "sale", ~exists().where(sale.c.id == payment.c.document_id)
    )
    for (found,) in stream(connection, unpaid):
        yield f"payment {found} belongs to a sale that is not there"
    lost = select(payment.c.id).where(
        payment.c.document_type == "taking", ~exists().where(till_taking.c.id == payment.c.document_id)
    )
    for (found,) in stream(connection, lost):
        yield f"payment {found} belongs to money taken that is not there"


def _others(connection: Connection) -> Iterator[str]:
    """Shifts, cash movements and stock adjustments: in the journal as well."""
    for table, label, kinds in (
        (shift, "shift", ("shift.opened",)),
        (
            cash_movement,
            "cash movement",
            tuple(f"drawer.{k}" for k in ("pay_in", "pay_out", "safe_drop", "bank_drop", "no_sale")),
        ),
    ):
        yield from _not_in_journal(connection, select(table.c.id), label, kinds)
    yield from _not_in_journal(connection, select(till_taking.c.id), "money taken", ("till.taking",))
    adjusted = select(stock_move.c.id).where(stock_move.c.document_type == "adjustment")
    yield from _not_in_journal(connection, adjusted, "stock adjustment", ("stock.adjusted",))


def _not_in_journal(
    connection: Connection, ids: Select[Any], label: str, kinds: tuple[str, ...]
) -> Iterator[str]:
    told = set(connection.execute(select(journal.c.document_id).where(journal.c.kind.in_(kinds))).scalars())
    there = set()
    for (found,) in stream(connection, ids):
        there.add(found)
        if found not in told:
            yield f"{label} {found} is not in the journal"
    for missing in told - there:
        yield f"the journal tells of {label} {missing}, which is not there"


_PRINTED: Final = {
    "taking": till_taking,
    "receipt": sale,
    "gift_receipt": sale,
    "counter_slip": sale,
    "delivery_slip": shipment,
    "x_report": shift,
    "z_report": shift,
    "cash_movement": cash_movement,
    "unsent": shift,
}


def _print_jobs(connection: Connection) -> Iterator[str]:
    for (kind,) in connection.execute(select(print_job.c.kind).distinct()).all():
        if kind not in _PRINTED:
            yield f"print jobs of kind {kind}: nobody knows how to print them"
    for kind, table in _PRINTED.items():
        lost = select(print_job.c.id).where(
            print_job.c.kind == kind, ~exists().where(table.c.id == print_job.c.document_id)
        )
        for (found,) in stream(connection, lost):
            yield f"print job {found} ({kind}) belongs to a document that is not there"
    printed = select(print_job.c.document_id).where(print_job.c.kind == "receipt")
    on_money = select(print_job.c.document_id).where(print_job.c.kind == "taking")
    r = sale_return.c
    # the documents of one checkout are printed on one paper, that of the document that bears the money
    asked = select(sale.c.number).where(
        sale.c.id.not_in(printed),
        sale.c.id.not_in(select(r.sale_id).where(r.exchange_sale_id.in_(printed))),
        sale.c.id.not_in(
            select(r.exchange_sale_id).where(r.sale_id.in_(printed), r.exchange_sale_id.is_not(None))
        ),
        sale.c.id.not_in(
            select(till_taking.c.sale_id).where(
                till_taking.c.id.in_(on_money), till_taking.c.sale_id.is_not(None)
            )
        ),
    )
    for (number,) in stream(connection, asked):
        yield f"sale {number}: its receipt was never queued"


DOCUMENT_CHECKS: Final = (
    Check(
        "documents_as_written", "Every sale is in the journal, and its rows are as they were written.", _sales
    ),
    Check("no_orphans", "No line, tax or payment is left without its sale.", _orphans),
    Check("all_in_journal", "Every shift, cash movement and stock adjustment is in the journal.", _others),
    Check("print_jobs_known", "Every print job has its document, and every sale its print job.", _print_jobs),
)
