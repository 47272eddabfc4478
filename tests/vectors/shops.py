"""Runs the vectors that need a whole shop: sales, closes, accounts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from sqlalchemy import func, select

from app.kernel.permission import SYSTEM_ACTOR
from app.ledger.queries import list_unbalanced_entries
from app.ledger.tables import ledger_line
from app.organisation.operations import save_company
from app.payments.operations import create_tender_type
from app.receivables.operations import CreditLimitError, open_receivable
from app.receivables.tables import open_item
from app.tax.rules import Tax
from app.till.cart import Cart, Sellable
from app.till.operations.sales import complete_sale
from app.till.operations.shifts import Counted, close_shift, save_count
from app.till.rules import price_cart
from app.till.shift_report import shift_report
from app.till.tables import sale, sale_line
from app.till.tender import Tendering
from tests.factories.shop import COMPANY, TODAY, Shop
from tests.vectors import offices
from tests.vectors.known import Vector
from tests.vectors.reckoning import CENT, compare, thousandths, units
from tests.vectors.tills import down_payment, gift_card, loyalty


def _set_company(shop: Shop, **changes: Any) -> None:
    shop.runtime.run(save_company, actor=SYSTEM_ACTOR, details=replace(COMPANY, **changes))


def _open_item(price_minor: int, *, tax_class: int, included: bool, category: int = 0) -> Sellable:
    return Sellable(
        product_id=None, sku="", name="Item", unit="pc", pack_milli=1000, unit_price_minor=price_minor,
        includes_tax=included, tax_class_id=tax_class, category_id=category or None,
    )  # fmt: skip


def _books_are_whole(shop: Shop) -> None:
    assert shop.runtime.ask(list_unbalanced_entries) == []
    with shop.runtime.factory.read() as connection:
        assert connection.execute(select(func.sum(ledger_line.c.amount_minor))).scalar_one() == 0


def _close(shop: Shop, shift: int) -> None:
    context = shop.context()
    with shop.runtime.factory.read() as connection:
        cash = shift_report(connection, shift_id=shift).expected_cash_minor
        others = [t for t in shift_report(connection, shift_id=shift).tenders if t.code != "cash"]
    counts = [Counted("cash", cash), *(Counted(t.code, t.amount_minor) for t in others)]
    manager = shop.actor("manager")
    shop.runtime.run(save_count, actor=manager, context=context, shift_id=shift, counts=counts)
    shop.runtime.run(
        close_shift, actor=manager, context=context, shift_id=shift, explanation="", next_float_minor=0
    )


def day_close(vector: Vector, shop: Shop) -> None:
    """The figures of a day's Z."""
    if "orders" in vector.given:
        _three_orders(vector, shop)
    elif "invoices" in vector.given:
        _consolidated_rounding(vector, shop)
    else:
        _expected_cash(vector, shop)
    _books_are_whole(shop)


def _expected_cash(vector: Vector, shop: Shop) -> None:
    given = vector.given
    shift = shop.open_shift(float_minor=units(given["opening"]))
    item = _open_item(units(given["invoice"]), tax_class=shop.classes["A"], included=True)
    done = shop.sell(Cart().add(item, cashier_id=1), shift, ("cash", units(given["cash_given"])))
    assert done.change_minor == units(given["change"])
    with shop.runtime.factory.read() as connection:
        report = shift_report(connection, shift_id=shift)
    compare(vector.expected, {"expected_cash": report.expected_cash_minor * CENT})


def _consolidated_rounding(vector: Vector, shop: Shop) -> None:
    _set_company(shop, cash_rounding_minor=100)
    shift = shop.open_shift()
    paid = rounding = 0
    for invoice in vector.given["invoices"]:
        total, cash = units(invoice["total"]), units(invoice["rounded_and_paid"])
        cart = Cart().add(_open_item(total, tax_class=shop.classes["A"], included=True), cashier_id=1)
        tenders = Tendering(cash, "EUR").add("cash", "cash", cash).tenders
        shop.complete(cart, shift, tenders, cash - total)
        paid, rounding = paid + cash, rounding + cash - total
    _close(shop, shift)
    with shop.runtime.factory.read() as connection:
        report = shift_report(connection, shift_id=shift)
    assert (paid, rounding) == (sum(t.amount_minor for t in report.tenders), report.figures["rounding"][1])
    compare(vector.expected, {
        "day_total_paid": sum(t.amount_minor for t in report.tenders) * CENT,
        "rounding_adjustment": report.figures["rounding"][1] * CENT,
    })  # fmt: skip


def _taxes_of(legend: str) -> tuple[int, bool, tuple[Tax, ...]]:
    """ "30.00, 10% included + 7% excluded": the price, whether it includes tax, the taxes."""
    price, rest = legend.split(", ")
    parts = [part.split("% ") for part in rest.split(" + ")]
    included = any(how == "included" for _pct, how in parts)
    taxes = tuple(Tax(pct, thousandths(pct), on_top=included and how == "excluded") for pct, how in parts)
    return units(price), included, taxes


def _three_orders(vector: Vector, shop: Shop) -> None:
    legend = {name: _taxes_of(text) for name, text in vector.given["tax_legend"].items()}
    classes = {name: 900 + i for i, name in enumerate(legend)}
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        create_tender_type(
            uow, code="bank", name="Bank", kind="card", position=9, opens_drawer=False, gives_change=False,
            counted=True,
        )  # fmt: skip
    shift = shop.open_shift(float_minor=0)
    context = replace(shop.context(), taxes={classes[n]: taxes for n, (_p, _i, taxes) in legend.items()})
    totals = []
    for order in vector.given["orders"]:
        cart = Cart()
        for name, qty in order["lines"]:
            price, included, _taxes = legend[name]
            item = _open_item(price, tax_class=classes[name], included=included, category=classes[name])
            cart = cart.add(item, cashier_id=1, quantity_milli=int(qty) * 1000)
        gross = price_cart(cart, context.price_settings).gross_minor
        totals.append(gross * CENT)
        kind = "card" if order["tender"] == "bank" else order["tender"]
        tenders = Tendering(gross, "EUR").add(order["tender"], kind, gross).tenders
        shop.runtime.run(
            complete_sale, actor=shop.actor(), context=context, shift_id=shift, cart=cart, tenders=tenders
        )
    _close(shop, shift)
    with shop.runtime.factory.read() as connection:
        report = shift_report(connection, shift_id=shift)
        rows = connection.execute(
            select(sale_line.c.category_id, func.sum(sale_line.c.net_minor)).group_by(sale_line.c.category_id)
        )
        nets = {row[0]: row[1] for row in rows}
    known: dict[str, object] = {
        "order_totals": totals,
        "sales_by_product_group": [int(nets[classes[name]]) * CENT for name in legend],
    }
    known |= {f"tax_{t.code}": t.tax_minor * CENT for t in report.taxes}
    known |= {t.code: t.amount_minor * CENT for t in report.tenders}
    compare(vector.expected, known)


def ledger_invariant(vector: Vector, shop: Shop) -> None:
    """A basket with prices of four decimals closes to a balanced entry."""
    given = vector.given
    step = Decimal(1).scaleb(-given["price_decimals"])
    _set_company(shop, currency="CLF", tax_rounding="document")  # a currency of four decimals
    shift = shop.open_shift(float_minor=0)
    rates: dict[int, tuple[Tax, ...]] = {900: (Tax("V", thousandths(given["tax_pct"])),)}
    context = replace(shop.context(), taxes=rates)
    for order in given["orders"]:
        cart = Cart()
        for price, qty in order:
            item = _open_item(
                int((Decimal(price) / step).quantize(Decimal(1), ROUND_HALF_UP)), tax_class=900,
                included=given["tax_included"],
            )  # fmt: skip
            cart = cart.add(item, cashier_id=1, quantity_milli=int(qty) * 1000)
        gross = price_cart(cart, context.price_settings).gross_minor
        tenders = Tendering(gross, "CLF").add("cash", "cash", gross).tenders
        shop.runtime.run(
            complete_sale, actor=shop.actor(), context=context, shift_id=shift, cart=cart, tenders=tenders
        )
    _close(shop, shift)
    _books_are_whole(shop)


def credit_check(vector: Vector, shop: Shop) -> None:
    """Within the limit or not; no limit is unlimited, a limit of 0 lets nothing pass."""
    given = vector.given
    name = {None: "Unlimited Ltd", "0": "No Credit"}[given["limit"]]
    posted, new = units(given["posted_receivable"]), units(given["new_amount"])
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            open_item.insert(),
            {
                "id": 1, "party_id": shop.parties[name], "document_type": "sale", "document_id": 1,
                "document_number": "1", "date": TODAY, "due_date": TODAY, "amount_minor": posted,
                "open_minor": posted,
            },
        )  # fmt: skip
    request: dict[str, Any] = {
        "party_id": shop.parties[name], "amount_minor": new, "currency": "EUR", "document_type": "sale",
        "document_id": 2, "document_number": "2", "on": TODAY,
    }  # fmt: skip
    if vector.expected["blocked"]:
        with pytest.raises(CreditLimitError):
            shop.runtime.run(open_receivable, actor=shop.actor(), **request)
    else:
        shop.runtime.run(open_receivable, actor=shop.actor(), **request)


def idempotency(vector: Vector, shop: Shop) -> None:
    """The same sale sent again is booked once."""
    shift = shop.open_shift()
    cart = shop.cart("COFFEE", ("MILK", 2000))
    first = shop.sell(cart, shift)
    again = shop.sell(cart, shift)
    with shop.runtime.factory.read() as connection:
        sales = connection.execute(select(func.count()).select_from(sale)).scalar_one()
        lines = connection.execute(select(func.count()).select_from(sale_line)).scalar_one()
    assert again.number == first.number
    compare(vector.expected, {"orders": sales, "lines_unchanged": lines == len(cart.lines), "error": None})


SHOP_RUNNERS: dict[str, Callable[[Vector, Shop], None]] = {
    "day_close": day_close,
    "ledger_invariant": ledger_invariant,
    "credit_check": credit_check,
    "idempotency": idempotency,
    "gift_card": gift_card,
    "down_payment": down_payment,
    "loyalty": loyalty,
    "dunning": offices.dunning,
    "bank_import": offices.bank_import,
    "ar_ageing": offices.ar_ageing,
    "payment": offices.payment,
}
