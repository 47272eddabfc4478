"""The sorted list of invoices: every one once, in order, whatever the page, whichever way."""

from __future__ import annotations

from typing import Any

import pytest

from app.invoicing.list_queries import InvoiceMark, InvoiceSort, sorted_invoices
from app.invoicing.operations.drafts import draft_from_order
from app.invoicing.queries import InvoiceRow
from app.invoicing.screen_queries import InvoiceView
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


@pytest.fixture
def many(trade: Wholesale) -> Wholesale:
    """Five invoices of two customers, two of a sum, and a draft."""
    for customer, pieces in (
        ("Unlimited Ltd", 3), ("Limited Ltd", 1), ("Unlimited Ltd", 2), ("Unlimited Ltd", 1),
        ("Limited Ltd", 2),
    ):  # fmt: skip
        order = trade.order(("MILK", pieces), customer=customer)
        trade.bill(trade.ship_all(order.order_id))
    order = trade.order(("MILK", 4))
    trade.ship_all(order.order_id)
    trade.run(draft_from_order, uuid="draft", order_id=order.order_id)
    return trade


def value(row: InvoiceRow, sort: InvoiceSort) -> Any:
    return {
        InvoiceSort.NEWEST: row.id, InvoiceSort.NUMBER: row.number,
        InvoiceSort.CUSTOMER: row.party_name.lower(), InvoiceSort.DAY: row.on, InvoiceSort.DUE: row.due_date,
        InvoiceSort.TOTAL: row.gross_minor,
    }[sort]  # fmt: skip


def test_pages_of_any_size_hold_each_invoice_once_in_its_order(many: Wholesale) -> None:
    for sort in InvoiceSort:
        for descending in (False, True):
            for limit in (1, 2, 4):
                found: list[InvoiceRow] = []
                mark: InvoiceMark | None = None
                while True:
                    rows, mark = many.ask(
                        sorted_invoices, on=TODAY, sort=sort, descending=descending, after=mark, limit=limit
                    )
                    found += [x.row for x in rows]
                    if mark is None:
                        break
                assert len({row.id for row in found}) == len(found) == 6, (sort, descending, limit)
                values = [value(row, sort) for row in found]
                there = [v for v in values if v is not None]
                backwards = descending or sort is InvoiceSort.NEWEST
                assert there == sorted(there, reverse=backwards), (sort, descending, limit)
                assert values[: len(there)] == there


def test_a_chip_and_a_text_narrow_the_sorted_list(many: Wholesale) -> None:
    drafts, _mark = many.ask(sorted_invoices, on=TODAY, sort=InvoiceSort.TOTAL, view=InvoiceView.DRAFT)
    assert [x.row.number for x in drafts] == [None]
    named, _mark = many.ask(
        sorted_invoices, on=TODAY, sort=InvoiceSort.TOTAL, descending=False, text="limited"
    )
    assert [x.row.gross_minor for x in named] == [107, 214]
    assert [x.open_minor for x in named] == [107, 214]
