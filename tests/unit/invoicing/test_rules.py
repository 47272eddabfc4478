"""Matching three ways, shares of credit notes, due dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.invoicing.deposits import Deposit, deduct
from app.invoicing.postings import Booked, invoice_postings
from app.invoicing.rules import BillLine, Matchable, credit_line, match_line, tax_totals
from app.invoicing.states import InvoiceKind, MatchReason
from app.ledger.rules import is_balanced
from app.receivables.rules import Owed, Part, Standing, oldest_first, standing
from app.tax.rules import Tax
from app.terms.rules import TermLine, due_date, instalments

FINE = Matchable(
    name="Wine", billed_milli=3000, ordered_milli=5000, delivered_milli=5000, invoiced_milli=2000,
    needs_delivery=True, order_held=False, unit_price_minor=700, billed_price_minor=700, tax_class_id=1,
    billed_tax_class_id=1, shipment_left_milli=3000,
)  # fmt: skip
LINE = BillLine("Wine", "W", "pc", 3000, 3000, 333, 1000, 1, "A", 1000, 190, 1190)
DAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        ({}, []),
        ({"billed_milli": 3001}, [MatchReason.DUPLICATE]),
        ({"billed_milli": 3001, "shipment_left_milli": None}, [MatchReason.QTY_OVER]),
        ({"delivered_milli": 4000}, [MatchReason.NOT_DELIVERED]),
        ({"delivered_milli": 4000, "needs_delivery": False}, []),
        ({"billed_price_minor": 701}, [MatchReason.PRICE]),
        ({"billed_tax_class_id": 2}, [MatchReason.TAX]),
        ({"order_held": True}, [MatchReason.CREDIT_HOLD]),
        ({"billed_price_minor": 1, "order_held": True}, [MatchReason.PRICE, MatchReason.CREDIT_HOLD]),
    ],
)
def test_every_difference_is_named(change: dict[str, object], reasons: list[MatchReason]):
    assert [m.reason for m in match_line(replace(FINE, **change))] == reasons  # type: ignore[arg-type]


@given(st.integers(1, 10**6), st.integers(0, 10**5), st.lists(st.integers(1, 999), min_size=1, max_size=6))
def test_credit_notes_over_all_of_a_line_come_to_the_line(net: int, tax: int, parts: list[int]):
    line = replace(
        LINE, quantity_milli=sum(parts), base_milli=sum(parts), amount_minor=net, net_minor=net,
        tax_minor=tax, gross_minor=net + tax,
    )  # fmt: skip
    before = (0, 0, 0, 0)
    found: list[BillLine] = []
    for part in parts:
        credit = credit_line(line, line_id=7, quantity_milli=part, base_milli=part, before=before)
        found.append(credit)
        before = (
            before[0] + part, before[1] + credit.amount_minor, before[2] + credit.net_minor,
            before[3] + credit.gross_minor,
        )  # fmt: skip
    assert sum(x.net_minor for x in found) == net
    assert sum(x.tax_minor for x in found) == tax
    assert all(x.credits_line_id == 7 for x in found)


def test_the_tax_of_a_credited_line_is_split_over_its_taxes():
    taxes = {1: (Tax("A", 19000), Tax("X", 1000))}
    line = replace(LINE, tax_minor=200, gross_minor=1200)
    assert [(t.code, t.tax_minor) for t in tax_totals([line], taxes)] == [("A", 190), ("X", 10)]
    assert tax_totals([line], {}) == ()


def test_a_deposit_is_deducted_as_a_whole_or_as_far_as_the_invoice_goes():
    deposit = Deposit(1, "DP-1", 840, 1000, (("A", 100), ("B", 60)))
    whole = deduct(deposit, 5000)
    assert (whole.gross_minor, whole.net_minor, whole.tax_minor) == (1000, 840, 160)
    part = deduct(deposit, 500)
    assert (part.gross_minor, part.net_minor, part.taxes) == (500, 420, (("A", 50), ("B", 30)))
    assert deduct(deposit, 0).gross_minor == 0


@given(
    st.integers(1, 3_000_000),
    st.lists(st.integers(1, 10**7), min_size=1, max_size=4),
    st.sampled_from(InvoiceKind),
)
def test_what_is_booked_balances_at_any_rate(rate: int, nets: list[int], kind: InvoiceKind):
    taxes = [round(n * 0.19) for n in nets]
    gross = sum(nets) + sum(taxes)
    booked = Booked(
        kind, 1, rate, [("A", n, n // 3) for n in nets], [("A", t) for t in taxes], (),
        [gross // 2, gross - gross // 2],
    )  # fmt: skip
    assert is_balanced(invoice_postings(booked))


def test_due_dates_go_by_months_then_days_then_the_day_of_the_month():
    assert due_date(TermLine(10_000, months=1), DAY) == date(2026, 2, 28)
    assert due_date(TermLine(10_000, days=30), DAY) == date(2026, 3, 2)
    assert due_date(TermLine(10_000, days=10, day_of_month=31), DAY) == date(2026, 2, 28)
    assert due_date(TermLine(10_000, day_of_month=15), DAY) == date(2026, 2, 15)
    assert due_date(TermLine(10_000, months=12, day_of_month=31), DAY) == date(2027, 1, 31)


@given(st.integers(0, 10**9), st.lists(st.integers(1, 5000), min_size=1, max_size=6))
def test_instalments_lose_no_cent(amount: int, shares: list[int]):
    found = instalments([TermLine(s, days=i) for i, s in enumerate(shares)], amount_minor=amount, on=DAY)
    assert sum(x.amount_minor for x in found) == amount
    assert [x.number for x in found] == list(range(1, len(shares) + 1))


def test_the_oldest_is_paid_first_and_nothing_beyond_what_is_open():
    owed = [Owed(1, date(2026, 2, 2), 50), Owed(2, date(2026, 1, 1), 30), Owed(3, date(2026, 1, 1), 0)]
    assert oldest_first(60, owed) == [Part(2, 30), Part(1, 30)]
    assert oldest_first(100, owed) == [Part(2, 30), Part(1, 50)]
    assert oldest_first(0, owed) == []


def test_a_document_is_open_part_paid_overdue_or_paid():
    item = Owed(1, date(2026, 2, 2), 50)
    assert standing(50, [item], on=date(2026, 2, 2)) is Standing.OPEN
    assert standing(80, [item], on=date(2026, 2, 2)) is Standing.PART
    assert standing(50, [item], on=date(2026, 2, 3)) is Standing.OVERDUE
    assert standing(50, [replace(item, open_minor=0)], on=date(2026, 2, 3)) is Standing.PAID
