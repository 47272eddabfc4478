"""Foreign notes are taken at the day's rate, and change is given in home currency."""

from __future__ import annotations

import pytest

from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.verify import verify_database
from app.terms.operations import save_rate
from app.terms.queries import NoRateError
from app.till.foreign import ForeignNotes
from app.till.operations.foreign import take_foreign_cash
from app.till.queries import get_sale
from app.till.refusals import ForeignRateError
from app.till.tender import Tendering
from tests.factories.shop import TODAY, Shop
from tests.integration.till.helpers import balance, books_are_whole, close, report_of
from tests.integration.till.returning import back_cart, take_back

RATE = 920_000


def _dollars(shop: Shop) -> None:
    shop.runtime.run(save_rate, actor=SYSTEM_ACTOR, currency="USD", on=TODAY, rate_micro=RATE)
    shop.runtime.run(take_foreign_cash, actor=SYSTEM_ACTOR, currencies=["usd"], home="EUR", on=TODAY)


def _paying(shop: Shop, sku: str, notes: ForeignNotes, home: int | None = None) -> Tendering:
    due = Tendering(shop.total(shop.cart(sku)), "EUR")
    worth = notes.home_minor if home is None else home
    return due.add("fx_usd", "foreign_cash", worth, gives_change=True, reference=notes.reference)


def test_notes_pay_at_the_days_rate_and_change_is_home_currency(shop: Shop) -> None:
    _dollars(shop)
    shift = shop.open_shift()
    paying = _paying(shop, "COFFEE", ForeignNotes("USD", 2000, RATE))
    assert (paying.change_minor, paying.is_complete) == (1840 - 1290, True)
    done = shop.complete(shop.cart("COFFEE"), shift, paying.tenders)
    (paid,) = shop.runtime.ask(get_sale, sale_id=done.sale_id).payments
    assert paid.reference == "20.00 USD @ 0.920000"
    assert balance(shop, "foreign_cash") == 1840
    assert balance(shop, "cash_drawer") == 20_000 - 550
    assert report_of(shop, shift).expected_cash_minor == 20_000 - 550
    close(shop, shift, next_float=19_450)
    books_are_whole(shop)
    assert [r.name for r in shop.runtime.ask(verify_database) if not r.holds] == []


def test_another_rate_than_the_days_is_refused(shop: Shop) -> None:
    _dollars(shop)
    shift = shop.open_shift()
    for wrong in (
        _paying(shop, "COFFEE", ForeignNotes("USD", 2000, 990_000)),
        _paying(shop, "COFFEE", ForeignNotes("USD", 2000, RATE), 1900),
    ):
        with pytest.raises(ForeignRateError):
            shop.complete(shop.cart("COFFEE"), shift, wrong.tenders)


def test_it_is_paid_back_in_home_currency(shop: Shop) -> None:
    _dollars(shop)
    shift = shop.open_shift()
    paying = _paying(shop, "COFFEE", ForeignNotes("USD", 2000, RATE))
    done = shop.complete(shop.cart("COFFEE"), shift, paying.tenders)
    assert take_back(shop, shift, back_cart(shop, done.sale_id), ("cash", 1290)).gross_minor == -1290


def test_only_currencies_with_a_rate_are_taken_and_others_no_more(shop: Shop) -> None:
    _dollars(shop)
    run = {"actor": SYSTEM_ACTOR, "home": "EUR", "on": TODAY}
    with pytest.raises(NoRateError):
        shop.runtime.run(take_foreign_cash, currencies=["USD", "XTS"], **run)
    shop.runtime.run(take_foreign_cash, currencies=[""], **run)
    assert "fx_usd" not in {t.code for t in shop.context().tenders}
    shop.runtime.run(take_foreign_cash, currencies=["USD"], **run)
    assert "fx_usd" in {t.code for t in shop.context().tenders}
