"""Gift cards and store credit: a liability until they are redeemed, and never redeemed twice."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.documents.build import build_paper
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.organisation.operations import save_setting
from app.printing.queries import find_job
from app.printing.tables import print_job
from app.till.cart import Discount, DiscountKind
from app.till.operations.sales import complete_sale
from app.till.queries import get_sale
from app.till.refusals import TakingMixError
from app.till.tables import sale, till_taking
from app.till.tender import Tendering
from app.vouchers.operations import block_voucher, free_voucher, lapse_vouchers
from app.vouchers.queries import find_voucher, list_voucher_moves, list_vouchers, voucher_liability
from app.vouchers.refusals import (
    NoSuchVoucherError,
    VoucherBlockedError,
    VoucherExpiredError,
    VoucherOtherKindError,
    VoucherTooSmallError,
)
from app.vouchers.rules import VoucherCodeError, last_day, new_code, normal_code
from app.vouchers.states import VoucherKind
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.till.checkout import card, check_out
from tests.integration.till.helpers import balance, books_are_whole, close, report_of, rows

ROOT = Path(__file__).resolve().parents[3]
NUMBER = "GC10000000000001"


def _on(shop: Shop, number: str = NUMBER) -> int:
    found = shop.runtime.ask(find_voucher, code=number)
    assert found is not None
    return found.balance_minor


def test_a_gift_card_sold_is_owed_and_no_turnover(shop: Shop) -> None:
    shift = shop.open_shift()
    done = check_out(shop, shift, card(5000, NUMBER))
    assert (done.document_type, done.number, done.gross_minor) == ("taking", "T01-T-000001", 5000)
    assert _on(shop) == 5000
    assert balance(shop, "gift_cards") == -5000
    assert balance(shop, "cash_drawer") == 25_000
    report = report_of(shop, shift)
    assert (report.total_gross_minor, report.expected_cash_minor) == (0, 25_000)
    assert report.figures["taking_voucher"] == (1, 5000)
    assert rows(shop, sale) == []
    close(shop, shift)
    books_are_whole(shop)


def test_it_pays_in_parts_is_loaded_again_and_empty_at_last(shop: Shop) -> None:
    shift = shop.open_shift()
    check_out(shop, shift, card(2000, NUMBER))
    check_out(shop, shift, shop.cart("COFFEE"), ("gift_card", 1290, NUMBER))
    assert _on(shop) == 710
    check_out(shop, shift, card(1000, NUMBER))
    check_out(shop, shift, shop.cart(("COFFEE", 2000)), ("gift_card", 1710, NUMBER), ("cash", 870, ""))
    assert _on(shop) == 0
    assert balance(shop, "gift_cards") == 0
    found = shop.runtime.ask(find_voucher, code=NUMBER)
    assert found is not None
    moves = shop.runtime.ask(list_voucher_moves, voucher_id=found.id)
    assert [m.amount_minor for m in moves] == [2000, -1290, 1000, -1710]
    books_are_whole(shop)


def test_goods_and_a_card_are_paid_together_and_stand_on_one_paper(shop: Shop) -> None:
    shift = shop.open_shift()
    done = check_out(shop, shift, card(3000, NUMBER, shop.cart("COFFEE")), ("cash", 5000, ""))
    assert (done.gross_minor, done.change_minor) == (4290, 710)
    assert report_of(shop, shift).total_gross_minor == 1290
    assert balance(shop, "till_clearing") == 0
    assert balance(shop, "cash_drawer") == 24_290
    (job,) = rows(shop, print_job)
    found = shop.runtime.ask(find_job, job_id=job.id)
    assert found is not None
    words = str(shop.runtime.ask(build_paper, job=found))
    assert "Gift card" in words
    assert NUMBER in words
    books_are_whole(shop)


def test_a_card_changes_neither_discount_nor_tax(shop: Shop) -> None:
    shift = shop.open_shift()
    check_out(shop, shift, card(5000, NUMBER))
    cart = shop.cart("COFFEE").set_discount(Discount(DiscountKind.PERCENT, 500, "r"))
    done = check_out(shop, shift, cart, ("gift_card", 500, NUMBER), ("cash", 726, ""))
    view = shop.runtime.ask(get_sale, sale_id=done.sale_id)
    assert (view.gross_minor, view.discount_minor, view.tax_minor) == (1226, 64, 196)


def test_more_than_is_on_it_is_refused_and_nothing_is_booked(shop: Shop) -> None:
    shift = shop.open_shift()
    check_out(shop, shift, card(1000, NUMBER))
    with pytest.raises(VoucherTooSmallError, match=r"has only EUR 10\.00|has only 10\.00"):
        check_out(shop, shift, shop.cart("COFFEE"), ("gift_card", 1290, NUMBER))
    assert rows(shop, sale) == []
    assert _on(shop) == 1000


def test_unknown_blocked_expired_and_misused_numbers_are_refused(shop: Shop, clock: SteadyClock) -> None:
    shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name="vouchers.valid_months", value=36)
    shift = shop.open_shift()
    buy = shop.cart("COFFEE")
    with pytest.raises(NoSuchVoucherError):
        check_out(shop, shift, buy, ("gift_card", 1290, "GC404040404"))
    check_out(shop, shift, card(5000, NUMBER))
    found = shop.runtime.ask(find_voucher, code=NUMBER)
    assert found is not None
    assert found.expires_on == date(2029, 12, 31)
    with pytest.raises(VoucherOtherKindError):
        check_out(shop, shift, buy, ("store_credit", 1290, NUMBER))
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(block_voucher, actor=shop.actor(), code=NUMBER, reason="stolen")
    shop.runtime.run(block_voucher, actor=shop.actor("supervisor"), code=NUMBER, reason="stolen")
    with pytest.raises(VoucherBlockedError):
        check_out(shop, shift, buy, ("gift_card", 1290, NUMBER))
    with pytest.raises(VoucherBlockedError):
        check_out(shop, shift, card(1000, NUMBER))
    shop.runtime.run(free_voucher, actor=shop.actor("supervisor"), code=NUMBER)
    clock.advance(days=4 * 365)
    later = shop.open_shift("T02")
    with pytest.raises(VoucherExpiredError, match="2029-12-31"):
        check_out(shop, later, buy, ("gift_card", 1290, NUMBER), till="T02")


def test_what_lapses_becomes_income(shop: Shop) -> None:
    shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name="vouchers.valid_months", value=1)
    shift = shop.open_shift()
    check_out(shop, shift, card(5000, NUMBER))
    actor = shop.actor("manager")
    assert shop.runtime.run(lapse_vouchers, actor=actor, on=date(2026, 12, 31)) == 0
    assert shop.runtime.run(lapse_vouchers, actor=actor, on=date(2027, 1, 1)) == 5000
    assert (balance(shop, "gift_cards"), balance(shop, "breakage")) == (0, -5000)
    assert _on(shop) == 0
    books_are_whole(shop)


def test_a_card_is_paid_out_by_who_may_and_by_itself(shop: Shop) -> None:
    shift = shop.open_shift()
    check_out(shop, shift, card(5000, NUMBER))
    with pytest.raises(PermissionNeededError):
        check_out(shop, shift, card(-5000, NUMBER))
    with pytest.raises(TakingMixError):
        check_out(shop, shift, card(-5000, NUMBER, shop.cart("MILK")), by="manager")
    done = check_out(shop, shift, card(-5000, NUMBER), by="manager")
    assert done.gross_minor == -5000
    assert balance(shop, "gift_cards") == 0
    assert balance(shop, "cash_drawer") == 20_000
    with pytest.raises(VoucherTooSmallError):
        check_out(shop, shift, card(-1, NUMBER), by="manager")
    books_are_whole(shop)


def test_sent_again_it_is_sold_once(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = card(5000, NUMBER)
    first = check_out(shop, shift, cart)
    again = check_out(shop, shift, cart)
    assert again.was_there
    assert again.number == first.number
    assert _on(shop) == 5000
    assert len(rows(shop, till_taking)) == 1


def test_change_may_be_store_credit(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart("COFFEE")
    paying = Tendering(1290, "EUR").add("cash", "cash", 2000).change_to_credit("store_credit", "SC1234567")
    done = shop.runtime.run(
        complete_sale, actor=shop.actor(), context=shop.context(), shift_id=shift, cart=cart,
        tenders=paying.tenders,
    )  # fmt: skip
    assert done.change_minor == 0
    assert _on(shop, "SC1234567") == 710
    assert balance(shop, "cash_drawer") == 22_000
    check_out(shop, shift, shop.cart("MILK"), ("store_credit", 119, "sc-1234567"))
    assert _on(shop, "SC1234567") == 710 - 119
    books_are_whole(shop)


def test_the_liability_equals_the_ledger_on_any_day(shop: Shop, clock: SteadyClock) -> None:
    shift = shop.open_shift()
    check_out(shop, shift, card(5000, NUMBER))
    first = clock().date()
    clock.advance(days=1)
    later = shop.open_shift("T02")
    check_out(shop, later, shop.cart("COFFEE"), ("gift_card", 1290, NUMBER), till="T02")
    assert [(x.kind, x.balance_minor) for x in shop.runtime.ask(voucher_liability, on=first)] == [
        ("gift_card", 5000)
    ]
    (now,) = shop.runtime.ask(voucher_liability)
    assert (now.count, now.balance_minor) == (1, -balance(shop, "gift_cards"))
    assert [v.code for v in shop.runtime.ask(list_vouchers, text="0001")] == [NUMBER]


def test_two_tills_at_once_on_the_same_card_one_wins(shop: Shop, database_url: str) -> None:
    """Two real processes, 60 each of 100: exactly one succeeds (OSPOS, GHSA-995p-52qw-5hh2)."""
    shifts = {till: shop.open_shift(till) for till in ("T01", "T02")}
    check_out(shop, shifts["T01"], card(10_000, NUMBER))
    shop.runtime.factory.close_thread()
    racers = [
        subprocess.Popen(
            [
                sys.executable, "-m", "tests.integration.till.racer", database_url, till, str(shift),
                str(shop.users["supervisor"]), NUMBER, "6000",
            ],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for till, shift in shifts.items()
    ]  # fmt: skip
    for racer in racers:
        assert racer.stdout is not None
        assert racer.stdout.readline().strip() == "ready"
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    said = [racer.communicate(timeout=120) for racer in racers]
    assert sorted(out.strip() for out, _err in said) == ["VoucherTooSmallError", "booked"], said
    assert _on(shop) == 4000
    assert len(rows(shop, sale)) == 1
    books_are_whole(shop)


def test_numbers_are_random_and_kept_in_one_form() -> None:
    numbers = {new_code(VoucherKind.GIFT_CARD) for _ in range(100)}
    assert len(numbers) == 100
    assert all(n.startswith("GC") and len(n) == 16 for n in numbers)
    assert normal_code(" gc-12 34 ") == "GC1234"
    for bad in ("", "12", "x" * 41, "a\x1bb§d"):
        with pytest.raises(VoucherCodeError):
            normal_code(bad)


def test_a_card_lapses_at_the_end_of_a_year() -> None:
    assert last_day(date(2026, 3, 2), 36) == date(2029, 12, 31)
    assert last_day(date(2026, 12, 31), 1) == date(2027, 12, 31)
    assert last_day(date(2026, 3, 2), 0) is None
