"""Letting go of money, with the figures of the entry each time (design/money-in.md 7.3)."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.collections.operations.reductions import reduce_item, undo_reduction
from app.collections.operations.write_offs import claim_vat_relief, recover_debt
from app.collections.refusals import (
    DifferenceTooLargeError,
    DiscountNotDueError,
    NoSuchReductionError,
    RecoveredTooMuchError,
    ReductionKindError,
    ReductionTooMuchError,
    ReliefError,
    SayWhyError,
)
from app.collections.shares import early_discount
from app.collections.states import ReductionKind, VatRelief
from app.invoicing.operations.settle import take_back_payment
from app.kernel.permission import PermissionNeededError
from app.receivables.ageing import age_receivables
from app.receivables.items import AmountNotPositiveError
from app.receivables.queries import list_open_items, list_unapplied
from app.receivables.rules import Part
from app.reporting.verify import verify_database
from tests.factories.shop import TODAY
from tests.integration.collections.conftest import Late

AR, BANK, TAX, SALES = "1300", "1200", "2100", "4000"


def reduce(late: Late, item_id: int, kind: ReductionKind, minor: int, *, by: str = "system", **more: object):
    return late.trade.run(
        reduce_item, by=by, uuid=str(uuid4()), item_id=item_id, kind=kind, amount_minor=minor, **more
    )


def moved(late: Late, before: dict[str, int]) -> dict[str, int]:
    after = late.balances()
    found = {code: after.get(code, 0) - before.get(code, 0) for code in {*before, *after}}
    return {code: minor for code, minor in sorted(found.items()) if minor}


def books_hold(late: Late, *, all_of_it: bool = False) -> None:
    if all_of_it:
        assert [r for r in late.ask(verify_database) if not r.holds] == []
    ageing = late.ask(age_receivables, on=late.clock().date())
    assert ageing.difference_minor == 0


def test_a_discount_for_paying_early_takes_its_tax_back(late: Late) -> None:
    bill = late.bill(("COFFEE", 100))  # 100 at 9.00 net: 900.00 and 171.00 tax
    item = late.item(bill)
    assert item.amount_minor == 107_100
    agreed = late.ask(early_discount, item_id=item.id)
    assert agreed is not None
    assert (agreed.amount_minor, (agreed.until - TODAY).days) == (1071, 7)
    before = late.balances()
    late.pay(106_029, Part(item.id, 106_029))
    saved = reduce(late, item.id, ReductionKind.EARLY_DISCOUNT, 1071, by="office")
    assert (saved.net_minor, saved.tax_minor, saved.gross_minor) == (900, 171, 1071)
    assert moved(late, before) == {BANK: 106_029, AR: -107_100, "4200": 900, TAX: 171}
    assert late.ask(list_open_items, party_id=late.party) == []
    books_hold(late)


def test_the_tax_of_a_discount_follows_each_rate(late: Late) -> None:
    bill = late.bill(("COFFEE", 10), ("MILK", 100))  # 100.00 + 19.00 and 100.00 + 7.00
    item = late.item(bill)
    assert item.amount_minor == 22_600
    before = late.balances()
    saved = reduce(late, item.id, ReductionKind.EARLY_DISCOUNT, 226)
    assert (saved.net_minor, saved.tax_minor) == (200, 26)
    assert moved(late, before) == {AR: -226, "4200": 200, TAX: 26}


def test_a_discount_that_is_too_late_or_too_much_needs_somebody_who_may_let_go(late: Late) -> None:
    item = late.item(late.bill(("COFFEE", 100)))
    with pytest.raises(DiscountNotDueError, match=r"at most 10\.71 EUR"):
        reduce(late, item.id, ReductionKind.EARLY_DISCOUNT, 1072, by="office")
    late.wait(10)  # seven days and three of grace
    assert reduce(late, item.id, ReductionKind.EARLY_DISCOUNT, 100, by="office").gross_minor == 100
    late.wait(1)
    with pytest.raises(DiscountNotDueError):
        reduce(late, item.id, ReductionKind.EARLY_DISCOUNT, 100, by="office")
    assert reduce(late, item.id, ReductionKind.EARLY_DISCOUNT, 100, by="manager").gross_minor == 100


def test_a_small_difference_goes_within_the_tolerance_and_a_larger_one_by_approval(late: Late) -> None:
    item = late.item(late.bill(("WINE", 10)))  # 83.30
    before = late.balances()
    reduce(late, item.id, ReductionKind.SMALL_DIFFERENCE, 100, by="office")
    assert moved(late, before) == {AR: -100, "6910": 100}
    with pytest.raises(DifferenceTooLargeError, match=r"above 1\.00 EUR"):
        reduce(late, item.id, ReductionKind.SMALL_DIFFERENCE, 101, by="office")
    reduce(late, item.id, ReductionKind.SMALL_DIFFERENCE, 101, by="manager")
    books_hold(late)


def test_some_cents_too_much_are_income(late: Late) -> None:
    late.bill(("WINE", 10))
    late.pay(8333)
    (credit,) = late.ask(list_unapplied, party_id=late.party)
    before = late.balances()
    reduce(late, credit.id, ReductionKind.SMALL_DIFFERENCE, 3)
    assert moved(late, before) == {AR: 3, "6910": -3}
    with pytest.raises(ReductionKindError):
        reduce(late, credit.id, ReductionKind.WRITE_OFF, 1, reason="x")
    books_hold(late)


def test_a_fee_of_a_bank_on_the_way(late: Late) -> None:
    item = late.item(late.bill(("WINE", 10)))
    before = late.balances()
    late.pay(8280, Part(item.id, 8280))
    reduce(late, item.id, ReductionKind.BANK_FEE, 50, by="office")
    assert moved(late, before) == {BANK: 8280, AR: -8330, "6920": 50}


def test_an_allowance_is_a_lower_price_with_its_tax(late: Late) -> None:
    item = late.item(late.bill(("COFFEE", 10), ("MILK", 100)))
    with pytest.raises(PermissionNeededError):
        reduce(late, item.id, ReductionKind.ALLOWANCE, 2260, by="office", reason="scratched")
    with pytest.raises(SayWhyError):
        reduce(late, item.id, ReductionKind.ALLOWANCE, 2260)
    before = late.balances()
    reduce(late, item.id, ReductionKind.ALLOWANCE, 2260, reason="scratched")
    assert moved(late, before) == {AR: -2260, SALES: 2000, TAX: 260}
    books_hold(late)


def test_a_write_off_with_its_tax_now_and_what_comes_later(late: Late) -> None:
    item = late.item(late.bill(("COFFEE", 10)))  # 119.00
    before = late.balances()
    gone = reduce(
        late, item.id, ReductionKind.WRITE_OFF, 11_900, reason="insolvent", vat_relief=VatRelief.NOW
    )
    assert moved(late, before) == {AR: -11_900, "6930": 10_000, TAX: 1900}
    before = late.balances()
    late.pay(5950)
    (credit,) = late.ask(list_unapplied, party_id=late.party)
    recover = {"write_off_id": gone.reduction_id, "credit_item_id": credit.id}
    late.run(recover_debt, uuid=str(uuid4()), amount_minor=5950, **recover)
    assert moved(late, before) == {BANK: 5950, "4950": -5000, TAX: -950}
    assert late.ask(list_open_items, party_id=late.party) == []
    late.pay(10_000)
    (credit,) = late.ask(list_unapplied, party_id=late.party)
    with pytest.raises(RecoveredTooMuchError, match=r"Only 59\.50 EUR"):
        late.run(
            recover_debt, uuid=str(uuid4()), amount_minor=6000, write_off_id=gone.reduction_id,
            credit_item_id=credit.id,
        )  # fmt: skip
    with pytest.raises(RecoveredTooMuchError):
        late.run(undo_reduction, reduction_id=gone.reduction_id, reason="mistake")
    books_hold(late, all_of_it=True)


def test_the_tax_of_a_write_off_waits_until_the_condition_is_met(late: Late) -> None:
    item = late.item(late.bill(("COFFEE", 10)))
    before = late.balances()
    gone = reduce(
        late, item.id, ReductionKind.WRITE_OFF, 11_900, reason="insolvent", vat_relief=VatRelief.LATER
    )
    assert moved(late, before) == {AR: -11_900, "6930": 11_900}
    late.run(claim_vat_relief, reduction_id=gone.reduction_id)
    assert moved(late, before) == {AR: -11_900, "6930": 10_000, TAX: 1900}
    with pytest.raises(ReliefError):
        late.run(claim_vat_relief, reduction_id=gone.reduction_id)
    late.run(undo_reduction, reduction_id=gone.reduction_id, reason="he lives")
    assert moved(late, before) == {}
    books_hold(late)


def test_a_deduction_is_undone_once_and_the_item_is_open_again(late: Late) -> None:
    item = late.item(late.bill(("COFFEE", 10), ("MILK", 100)))
    before = late.balances()
    saved = reduce(late, item.id, ReductionKind.ALLOWANCE, 2260, reason="scratched")
    with pytest.raises(SayWhyError):
        late.run(undo_reduction, reduction_id=saved.reduction_id, reason=" ")
    late.run(undo_reduction, reduction_id=saved.reduction_id, reason="it was not")
    assert moved(late, before) == {}
    assert [i.open_minor for i in late.ask(list_open_items, party_id=late.party)] == [22_600]
    with pytest.raises(NoSuchReductionError):
        late.run(undo_reduction, reduction_id=saved.reduction_id, reason="again")
    books_hold(late, all_of_it=True)


def test_no_more_is_let_go_of_than_is_open_and_nothing_twice(late: Late) -> None:
    item = late.item(late.bill(("COFFEE", 1)))
    with pytest.raises(ReductionTooMuchError):
        reduce(late, item.id, ReductionKind.WRITE_OFF, 1191, reason="gone")
    with pytest.raises(AmountNotPositiveError):
        reduce(late, item.id, ReductionKind.WRITE_OFF, 0, reason="gone")
    uuid = str(uuid4())
    arguments = {"uuid": uuid, "item_id": item.id, "kind": ReductionKind.BANK_FEE, "amount_minor": 10}
    first = late.run(reduce_item, **arguments)
    again = late.run(reduce_item, **arguments)
    assert (again.reduction_id, again.was_there) == (first.reduction_id, True)
    assert [i.open_minor for i in late.ask(list_open_items, party_id=late.party)] == [1180]


def test_a_deduction_from_a_payment_that_was_none_is_still_taken_back(late: Late) -> None:
    """Its own application went with the payment; it must not stay open for good."""
    late.item(late.bill(("COFFEE", 10)))
    before = late.balances()
    paid = late.pay(12_000)
    (credit,) = late.ask(list_unapplied, party_id=late.party)
    saved = reduce(late, credit.id, ReductionKind.SMALL_DIFFERENCE, 100, reason="too little to send back")
    late.run(take_back_payment, payment_id=paid.payment_id, reason="bounced")
    late.run(undo_reduction, reduction_id=saved.reduction_id, reason="the payment was none")
    assert moved(late, before) == {}
    assert [i.open_minor for i in late.ask(list_open_items, party_id=late.party)] == [11_900]
    books_hold(late, all_of_it=True)
