"""A shift from float to Z, equal to the ledger to the cent."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import func, select

from app.documents.shift_pdf import shift_pdf
from app.kernel.permission import PermissionNeededError
from app.ledger.tables import ledger_entry, ledger_line
from app.organisation.queries import get_company
from app.printing.tables import print_job
from app.till.events import ShiftClosed, ShiftOpened
from app.till.operations.carts import begin_tendering, end_tendering, park_cart, save_cart
from app.till.operations.cash import move_cash, open_drawer, print_x_report
from app.till.operations.shifts import Counted, close_shift, open_shift, save_count
from app.till.queries import find_open_shift, proposed_float_minor
from app.till.refusals import (
    AmountNeededError,
    CountWrongError,
    DifferenceTooLargeError,
    DrawerTooEmptyError,
    ExplanationMissingError,
    NoShiftError,
    NotCountedError,
    OpenCartError,
    ReasonNeededError,
    ShiftAlreadyOpenError,
)
from app.till.shift_report import NoSuchZError, find_shift_of_z
from app.till.states import CashMovementKind, SaleKind
from app.till.tables import sale, sale_tax, shift_count
from tests.factories.shop import Shop
from tests.integration.till.helpers import (
    approval_of,
    balance,
    books_are_whole,
    close,
    counted,
    entry,
    kinds,
    report_of,
    rows,
)


def move(shop: Shop, shift: int, kind: CashMovementKind, minor: int, reason: str = "petty cash") -> str:
    return shop.runtime.run(
        move_cash, actor=shop.actor(), context=shop.context(), shift_id=shift, kind=kind, amount_minor=minor,
        reason=reason,
    )  # fmt: skip


def test_a_shift_opens_with_a_counted_float(shop: Shop, published: list[object]) -> None:
    counts = [Counted("cash", 10000, 5000, 2), Counted("cash", 10000, 1000, 10)]
    shift = shop.runtime.run(open_shift, actor=shop.actor(), context=shop.context(), counts=counts)
    found = shop.runtime.ask(find_open_shift, till_id=shop.tills["T01"])
    assert found is not None
    assert (found.id, found.float_minor, found.status) == (shift, 20000, "open")
    assert (balance(shop, "cash_drawer"), balance(shop, "safe")) == (20000, -20000)
    assert len(rows(shop, shift_count)) == 2
    assert any(isinstance(e, ShiftOpened) for e in published)


def test_a_till_has_one_open_shift(shop: Shop) -> None:
    shop.open_shift()
    with pytest.raises(ShiftAlreadyOpenError):
        shop.open_shift()
    shop.open_shift("T02")


@pytest.mark.parametrize("wrong", [Counted("cash", -1), Counted("cash", 999, 500, 2)])
def test_a_count_that_does_not_add_up_is_refused(shop: Shop, wrong: Counted) -> None:
    with pytest.raises(CountWrongError, match="Count again"):
        shop.runtime.run(open_shift, actor=shop.actor(), context=shop.context(), counts=[wrong])
    shift = shop.open_shift()
    with pytest.raises(CountWrongError):
        shop.runtime.run(
            save_count, actor=shop.actor(), context=shop.context(), shift_id=shift, counts=[wrong]
        )


def a_morning(shop: Shop) -> int:
    """Sales of every kind, a return and cash moved."""
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE", ("APPLE", 1250)), shift, ("cash", 5000))
    shop.sell(shop.cart("WINE", "STAMP"), shift, ("card", 500), ("cash", 400))
    shop.sell(shop.cart("MILK", "WRAP"), shift, ("card", 319))
    shop.sell(shop.cart("MILK"), shift, by="supervisor", kind=SaleKind.RETURN)
    move(shop, shift, CashMovementKind.PAY_IN, 1000)
    move(shop, shift, CashMovementKind.PAY_OUT, 450, "stamps")
    move(shop, shift, CashMovementKind.SAFE_DROP, 10000, "too much")
    return shift


def test_x_and_z_and_the_ledger_say_the_same_to_the_cent(shop: Shop) -> None:
    shift = a_morning(shop)
    x = report_of(shop, shift)
    closed = close(shop, shift)
    z = report_of(shop, shift)
    assert (closed.z_number, closed.z_text, z.z_number) == (1, "T01-000001", 1)
    for name in ("taxes", "tenders", "categories", "movements", "figures", "expected_cash_minor"):
        assert getattr(z, name) == getattr(x, name), name
    assert z.total_net_minor + z.total_tax_minor == z.total_gross_minor
    sales = balance(shop, "sales", shift=shift) + balance(shop, "sales_returns", shift=shift)
    assert -sales == z.total_net_minor
    assert -balance(shop, "tax_output", shift=shift) == z.total_tax_minor
    card = sum(t.amount_minor for t in z.tenders if t.code == "card")
    assert balance(shop, "card_clearing", shift=shift) == card
    assert balance(shop, "cash_drawer") == 20000  # what stays for the next shift
    with shop.runtime.factory.read() as connection:
        gross, tax = connection.execute(
            select(func.sum(sale.c.gross_minor), func.sum(sale.c.tax_minor)).where(sale.c.shift_id == shift)
        ).one()
        by_code = connection.execute(
            select(sale_tax.c.tax_code, func.sum(sale_tax.c.tax_minor)).group_by(sale_tax.c.tax_code)
        )
        per_rate = {row[0]: row[1] for row in by_code}
    assert (gross, tax) == (z.total_gross_minor, z.total_tax_minor)
    figures: dict[str, int] = {}
    for t in z.taxes:
        figures[t.code] = figures.get(t.code, 0) + t.tax_minor
    assert figures == per_rate
    assert z.expected_cash_minor == 20000 + (1290 + 374) + (894 - 500) - 119 + 1000 - 450 - 10000
    books_are_whole(shop)


def test_the_float_left_is_carried_and_proposed_and_the_rest_goes_to_the_safe(shop: Shop) -> None:
    assert shop.runtime.ask(proposed_float_minor, till_id=shop.tills["T01"]) is None
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE"), shift)
    close(shop, shift, next_float=15000)
    assert shop.runtime.ask(proposed_float_minor, till_id=shop.tills["T01"]) == 15000
    assert balance(shop, "cash_drawer") == 15000
    assert balance(shop, "safe") == -20000 + 6290
    again = shop.open_shift(float_minor=15000)
    assert balance(shop, "safe") == -20000 + 6290
    assert close(shop, again, next_float=0).z_number == 2
    assert balance(shop, "cash_drawer") == 0
    books_are_whole(shop)


def test_the_next_float_is_not_below_zero(shop: Shop) -> None:
    shift = shop.open_shift()
    with pytest.raises(CountWrongError):
        close(shop, shift, next_float=-1)


def test_a_small_difference_needs_a_word_and_is_booked(shop: Shop) -> None:
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE"), shift)
    with pytest.raises(ExplanationMissingError, match=r"differs by 3.00 EUR"):
        close(shop, shift, off=-300)
    close(shop, shift, off=-300, why="wrong change given")
    assert balance(shop, "over_short") == 300
    z = report_of(shop, shift)
    assert [(d.code, d.difference_minor) for d in z.differences] == [("card", 0), ("cash", -300)]
    assert z.note == "wrong change given"
    books_are_whole(shop)


def test_a_difference_over_the_limit_needs_a_manager(shop: Shop) -> None:
    shift = shop.open_shift()
    for who in ("cashier", "supervisor"):
        with pytest.raises(DifferenceTooLargeError, match=r"6.00 EUR is over the limit of 5.00 EUR"):
            close(shop, shift, off=600, why="found a note", by=who)
    close(shop, shift, off=600, why="found a note", approval=approval_of(shop, "manager"))
    found = entry(shop, "shift.closed")
    assert (found.actor_id, found.approver_id) == (shop.users["cashier"], shop.users["manager"])
    assert balance(shop, "over_short") == -600


def test_a_card_difference_is_booked_against_the_card(shop: Shop) -> None:
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE"), shift, ("card", 1290))
    context, actor = shop.context(), shop.actor()
    counts = [Counted("cash", 20000), Counted("card", 1280)]
    found = shop.runtime.run(save_count, actor=actor, context=context, shift_id=shift, counts=counts)
    assert {d.tender_code: d.difference_minor for d in found} == {"cash": 0, "card": -10}
    shop.runtime.run(
        close_shift, actor=actor, context=context, shift_id=shift, explanation="slip lost",
        next_float_minor=20000,
    )  # fmt: skip
    assert balance(shop, "card_clearing") == 1280
    books_are_whole(shop)


def test_the_count_is_blind_and_each_one_stands_in_the_journal(shop: Shop) -> None:
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE"), shift)
    for off in (-500, 0):
        shop.runtime.run(
            save_count, actor=shop.actor(), context=shop.context(), shift_id=shift,
            counts=counted(shop, shift, off=off),
        )  # fmt: skip
    assert kinds(shop).count("shift.counted") == 2
    assert json.loads(entry(shop, "shift.counted").payload)["cash"] == [21290, 21290]
    assert len(report_of(shop, shift).counts) == 2


def test_a_counted_shift_sells_no_more(shop: Shop) -> None:
    shift = shop.open_shift()
    counts = counted(shop, shift)
    shop.runtime.run(save_count, actor=shop.actor(), context=shop.context(), shift_id=shift, counts=counts)
    with pytest.raises(NoShiftError):
        shop.sell(shop.cart("MILK"), shift)
    with pytest.raises(NoShiftError):
        move(shop, shift, CashMovementKind.PAY_IN, 100)


def test_a_shift_is_not_closed_before_it_is_counted_nor_twice(shop: Shop) -> None:
    shift = shop.open_shift()
    arguments: dict[str, Any] = {
        "actor": shop.actor(), "context": shop.context(), "shift_id": shift, "explanation": "",
        "next_float_minor": 0,
    }  # fmt: skip
    with pytest.raises(NotCountedError):
        shop.runtime.run(close_shift, **arguments)
    close(shop, shift)
    with pytest.raises(NoShiftError):
        shop.runtime.run(close_shift, **arguments)


def test_another_till_neither_counts_nor_closes_nor_moves_cash_of_a_shift(shop: Shop) -> None:
    shift = shop.open_shift("T01")
    other, actor = shop.context("T02"), shop.actor(till="T02")
    with pytest.raises(NoShiftError):
        shop.runtime.run(save_count, actor=actor, context=other, shift_id=shift, counts=[])
    with pytest.raises(NoShiftError):
        shop.runtime.run(
            move_cash, actor=actor, context=other, shift_id=shift, kind=CashMovementKind.PAY_IN,
            amount_minor=100, reason="x",
        )  # fmt: skip


def test_a_shift_is_not_counted_while_a_sale_is_open_on_its_till(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart("MILK")
    actor, till_id = shop.actor(), shop.tills["T01"]
    shop.runtime.run(save_cart, actor=actor, till_id=till_id, cart=cart, total_minor=119)
    with pytest.raises(OpenCartError):
        close(shop, shift)
    shop.runtime.run(begin_tendering, actor=actor, till_id=till_id, cart=cart, total_minor=119)
    with pytest.raises(OpenCartError):
        close(shop, shift)
    shop.runtime.run(end_tendering, actor=actor, cart_uuid=cart.uuid)
    shop.runtime.run(park_cart, actor=actor, till_id=till_id, cart=cart, total_minor=119, shift_id=shift)
    close(shop, shift)


def test_cash_moves_with_a_number_a_reason_and_a_slip(shop: Shop) -> None:
    shift = shop.open_shift()
    assert move(shop, shift, CashMovementKind.PAY_IN, 500) == "T01-C-000001"
    assert move(shop, shift, CashMovementKind.PAY_OUT, 200) == "T01-C-000002"
    assert move(shop, shift, CashMovementKind.SAFE_DROP, 300) == "T01-C-000003"
    assert (balance(shop, "owner"), balance(shop, "expense"), balance(shop, "safe")) == (-500, 200, -19700)
    assert [j.kind for j in rows(shop, print_job)] == ["cash_movement"] * 3
    with pytest.raises(AmountNeededError):
        move(shop, shift, CashMovementKind.PAY_IN, 0)
    with pytest.raises(ReasonNeededError):
        move(shop, shift, CashMovementKind.PAY_IN, 100, "\x1b \u202e")
    with pytest.raises(DrawerTooEmptyError, match=r"Only 200.00 EUR"):
        move(shop, shift, CashMovementKind.SAFE_DROP, 20001)
    assert move(shop, shift, CashMovementKind.PAY_IN, 1) == "T01-C-000004"
    books_are_whole(shop)


def test_the_drawer_opens_without_a_sale_for_a_reason_that_is_kept(shop: Shop) -> None:
    shift = shop.open_shift()
    arguments: dict[str, Any] = {"context": shop.context(), "shift_id": shift}
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(open_drawer, actor=shop.actor(), reason="change", **arguments)
    with pytest.raises(ReasonNeededError):
        shop.runtime.run(open_drawer, actor=shop.actor("supervisor"), reason=" ", **arguments)
    shop.runtime.run(open_drawer, actor=shop.actor("supervisor"), reason="change for 50", **arguments)
    assert report_of(shop, shift).figures["no_sale"] == (1, 0)
    assert json.loads(entry(shop, "drawer.no_sale").payload)["reason"] == "change for 50"


def test_an_x_closes_nothing_and_stands_in_the_journal(shop: Shop) -> None:
    shift = shop.open_shift()
    shop.runtime.run(print_x_report, actor=shop.actor("supervisor"), context=shop.context(), shift_id=shift)
    assert report_of(shop, shift).z_number is None
    assert kinds(shop)[-1] == "report.x"
    shop.sell(shop.cart("MILK"), shift)


def test_a_z_is_found_by_its_number(shop: Shop, published: list[object]) -> None:
    first, second = shop.open_shift(), 0
    close(shop, first)
    second = shop.open_shift()
    close(shop, second)
    assert [e.shift_id for e in published if isinstance(e, ShiftClosed)] == [first, second]
    assert shop.runtime.ask(find_shift_of_z, till_code="T01", z_number=1) == first
    assert shop.runtime.ask(find_shift_of_z, till_code="T01") == second
    with pytest.raises(NoSuchZError, match="Till T01 has no Z report 3"):
        shop.runtime.ask(find_shift_of_z, till_code="T01", z_number=3)


def test_the_perpetual_total_goes_on_from_shift_to_shift(shop: Shop) -> None:
    for number in (1, 2):
        shift = shop.open_shift()
        shop.sell(shop.cart("COFFEE"), shift)
        close(shop, shift)
        assert report_of(shop, shift).perpetual_minor == 1290 * number


def test_the_z_as_pdf_says_what_the_z_says(shop: Shop) -> None:
    import pypdfium2

    shift = a_morning(shop)
    close(shop, shift, off=-100, why="<b>short</b> & sorry")
    z = report_of(shop, shift)
    document = pypdfium2.PdfDocument(shift_pdf(z, shop.runtime.ask(get_company)))
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    for minor in (z.total_gross_minor, z.total_net_minor, z.total_tax_minor, z.expected_cash_minor):
        whole, cents = divmod(minor, 100)
        assert f"{whole:,}.{cents:02d}" in text
    assert "Z report 1" in text
    assert "<b>short</b> & sorry" in text
    assert (z.journal_excerpt or "?") in text
    assert "Page 1 of " in text


def test_every_entry_of_a_shift_bears_its_shift_and_day(shop: Shop) -> None:
    shift = a_morning(shop)
    close(shop, shift)
    found = rows(shop, ledger_entry, ledger_entry.c.till_id.is_not(None))
    assert {(e.shift_id, e.till_id) for e in found} == {(shift, shop.tills["T01"])}
    assert len(rows(shop, ledger_line)) > len(found)
