"""The tax of a period by rate, out of the documents, tied to the tax accounts of the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, func, select

from app.accounting.tables import expense
from app.collections.states import ReductionKind
from app.collections.tables import reduction, reduction_tax
from app.invoicing.tables import deposit_use, invoice, invoice_tax
from app.kernel.money import split_by_weight
from app.ledger.queries import accounts_of, moved_minor
from app.ledger.tables import ledger_entry
from app.terms.rules import to_home
from app.till.tables import shift, shift_tax

_CHARGED: Final = ("invoice", "prepayment")
_BACK: Final = ("early_discount", "allowance", "write_off")
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class TaxPart:
    """What one kind of document adds at a rate; company's currency, owed to the state is positive."""

    source: str  # "sales", "invoices", "credit_notes", "deposits", "deductions", "expenses"
    code: str
    rate: int
    base_minor: int
    tax_minor: int


@dataclass(frozen=True, slots=True)
class TaxReport:
    """Output and input tax of a period, beside what the ledger says."""

    since: date
    until: date
    parts: tuple[TaxPart, ...]
    output_ledger_minor: int
    input_ledger_minor: int

    @property
    def output_minor(self) -> int:
        """Tax owed by the documents."""
        return sum(p.tax_minor for p in self.parts if p.source != "expenses")

    @property
    def input_minor(self) -> int:
        """Tax to be had back by the documents."""
        return -sum(p.tax_minor for p in self.parts if p.source == "expenses")

    @property
    def payable_minor(self) -> int:
        """What is to be paid, or comes back below zero."""
        return self.output_minor - self.input_minor

    @property
    def difference_minor(self) -> int:
        """Documents less ledger: 0 where each tax line is booked."""
        return (self.output_minor - self.output_ledger_minor) - (self.input_minor - self.input_ledger_minor)

    def by_rate(self) -> list[TaxPart]:
        """All sources of output tax together, by rate."""
        sums: dict[Key, list[int]] = {}
        for p in self.parts:
            if p.source != "expenses":
                found = sums.setdefault((p.code, p.rate), [0, 0])
                found[0] += p.base_minor
                found[1] += p.tax_minor
        return [TaxPart("", code, rate, *figures) for (code, rate), figures in sorted(sums.items())]


def tax_report(connection: Connection, *, since: date, until: date) -> TaxReport:
    """The tax of the days from `since` to `until`, by the day each document was booked."""
    parts = [
        *_sales(connection, since, until), *_invoices(connection, since, until),
        *_deposits(connection, since, until), *_deductions(connection, since, until),
        *_expenses(connection, since, until),
    ]  # fmt: skip
    return TaxReport(
        since, until, tuple(parts), -_booked(connection, "tax_output", since, until),
        _booked(connection, "tax_input", since, until),
    )  # fmt: skip


def _booked(connection: Connection, role: str, since: date, until: date) -> int:
    return moved_minor(
        connection, codes=accounts_of(connection, role=role), since=since, until=until,
        without=("chart_changed",),
    )  # fmt: skip


def _summed(source: str, rows: Iterable[tuple[str, int, int, int]]) -> list[TaxPart]:
    sums: dict[Key, list[int]] = {}
    for code, rate, base, tax in rows:
        found = sums.setdefault((code, rate), [0, 0])
        found[0] += base
        found[1] += tax
    return [TaxPart(source, code, rate, *figures) for (code, rate), figures in sorted(sums.items())]


def _sales(connection: Connection, since: date, until: date) -> list[TaxPart]:
    """From the summaries of the shifts: a sale bears the day of its shift."""
    rows = connection.execute(
        select(
            shift_tax.c.tax_code, shift_tax.c.rate, func.sum(shift_tax.c.base_minor),
            func.sum(shift_tax.c.tax_minor),
        )
        .join_from(shift_tax, shift, shift.c.id == shift_tax.c.shift_id)
        .where(shift.c.business_date >= since, shift.c.business_date <= until)
        .group_by(shift_tax.c.tax_code, shift_tax.c.rate)
    )  # fmt: skip
    return _summed("sales", ((r[0], int(r[1]), int(r[2]), int(r[3])) for r in rows))


def _posted(since: date, until: date) -> tuple[Any, ...]:
    return (
        invoice.c.status == "posted",
        invoice.c.date >= since,
        invoice.c.date <= until,
        invoice.c.sale_id.is_(None),  # stands for a receipt, whose tax is among the sales
    )


def _invoices(connection: Connection, since: date, until: date) -> list[TaxPart]:
    """Each tax line converted as it was booked; a credit note the other way round."""
    rows = connection.execute(
        select(invoice.c.kind, invoice.c.rate_micro, invoice_tax)
        .join_from(invoice_tax, invoice)
        .where(*_posted(since, until), invoice.c.kind.in_((*_CHARGED, "credit_note")))
    ).all()
    found: list[TaxPart] = []
    for source, kinds, sign in (("invoices", _CHARGED, 1), ("credit_notes", ("credit_note",), -1)):
        found += _summed(
            source,
            (
                (r.code, r.rate, sign * to_home(r.base_minor, r.rate_micro),
                 sign * to_home(r.tax_minor, r.rate_micro))
                for r in rows
                if r.kind in kinds
            ),
        )  # fmt: skip
    return found


def _deposits(connection: Connection, since: date, until: date) -> list[TaxPart]:
    """Tax of down payments that was charged before and is taken off on the last invoice."""
    rows = connection.execute(
        select(deposit_use, invoice.c.rate_micro)
        .join_from(deposit_use, invoice, invoice.c.id == deposit_use.c.invoice_id)
        .where(*_posted(since, until))
    ).all()
    found: list[tuple[str, int, int, int]] = []
    for r in rows:
        taxes = connection.execute(
            select(invoice_tax)
            .where(invoice_tax.c.invoice_id == r.prepayment_id)
            .order_by(invoice_tax.c.code, invoice_tax.c.rate)
        ).all()
        weights = [t.tax_minor for t in taxes]
        if not sum(weights):
            continue
        bases = split_by_weight(r.net_minor, [t.base_minor for t in taxes])
        for t, base, tax in zip(taxes, bases, split_by_weight(r.tax_minor, weights), strict=True):
            found.append((t.code, t.rate, -to_home(base, r.rate_micro), -to_home(tax, r.rate_micro)))
    return _summed("deposits", found)


def _deductions(connection: Connection, since: date, until: date) -> list[TaxPart]:
    """Discounts, allowances and write-offs take tax back, recoveries and undone ones bring it again."""
    rows = connection.execute(
        select(
            reduction, reduction_tax.c.code, reduction_tax.c.rate, reduction_tax.c.base_minor,
            reduction_tax.c.tax_minor.label("share_minor"),
        ).join_from(reduction, reduction_tax)
    ).all()  # fmt: skip
    undone = _undone_days(connection)
    found: list[tuple[str, int, int, int]] = []
    for r in rows:
        sign = 1 if r.kind == ReductionKind.RECOVERY.value else -1
        late = r.kind == ReductionKind.WRITE_OFF.value
        booked = r.vat_claimed_on if late else r.date
        if not late and r.kind not in (*_BACK, ReductionKind.RECOVERY.value):
            continue
        for day, turn in ((booked, sign), (undone.get(r.id), -sign)):
            if day is not None and booked is not None and since <= day <= until:
                found.append(
                    (r.code, r.rate, turn * to_home(r.base_minor, r.rate_micro),
                     turn * to_home(r.share_minor, r.rate_micro))
                )  # fmt: skip
    return _summed("deductions", (f for f in found if f[3]))


def _undone_days(connection: Connection) -> dict[int, date]:
    """On which day each deduction was taken back: the day of its second entry."""
    rows = connection.execute(
        select(ledger_entry.c.document_id, func.max(ledger_entry.c.business_date))
        .join_from(ledger_entry, reduction, reduction.c.id == ledger_entry.c.document_id)
        .where(ledger_entry.c.document_type == "reduction", reduction.c.undone_at.is_not(None))
        .group_by(ledger_entry.c.document_id)
    )
    return {int(i): day for i, day in rows}


def _expenses(connection: Connection, since: date, until: date) -> list[TaxPart]:
    """Input tax; what was taken back comes back on its own day."""
    rows = connection.execute(
        select(expense, ledger_entry.c.kind, ledger_entry.c.business_date)
        .join_from(ledger_entry, expense, expense.c.id == ledger_entry.c.document_id)
        .where(
            ledger_entry.c.document_type == "expense", ledger_entry.c.business_date >= since,
            ledger_entry.c.business_date <= until, expense.c.tax_minor != 0,
        )
    )  # fmt: skip
    return _summed(
        "expenses",
        (
            (r.tax_code, r.rate, -sign * r.net_minor, -sign * r.tax_minor)
            for r in rows
            for sign in (1 if r.kind == "expense" else -1,)
        ),
    )
