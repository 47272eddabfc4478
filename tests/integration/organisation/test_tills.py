"""Tills are added, changed, retired and brought back."""

from __future__ import annotations

from typing import Any

import pytest

from app.catalog.queries import load_scan_patterns
from app.kernel.permission import PermissionNeededError
from app.organisation.operations import (
    LastTillError,
    NoSuchTillError,
    TillCodeError,
    TillNameError,
    TillTakenError,
    change_till,
    create_till,
    use_till,
)
from app.organisation.queries import get_till, list_stores, list_till_codes, list_tills
from app.till.operations.shifts import Counted, open_shift
from app.till.operations.tills import retire_till
from app.till.queries import get_sale
from app.till.refusals import TillOpenError, TillOwnError
from tests.factories.shop import Shop
from tests.integration.till.helpers import kinds

LIMITS = {"default_float_minor": 100, "difference_limit_minor": 200, "drawer_limit_minor": 300}


def run(shop: Shop, operation: Any, **arguments: Any) -> Any:
    return shop.runtime.run(operation, actor=shop.actor("manager"), **arguments)


def add(shop: Shop, code: str = "T03", name: str = "Garden") -> int:
    made: int = run(
        shop, create_till, store_id=shop.runtime.ask(list_stores)[0].id, code=code, name=name,
        price_list_id=shop.price_list_id, **LIMITS,
    )  # fmt: skip
    return made


def test_a_new_till_sells_at_once_with_receipts_of_its_own(shop: Shop) -> None:
    shop.tills["T03"] = add(shop, code=" t03 ")
    assert kinds(shop)[-1] == "settings.till"
    shift = shop.runtime.run(
        open_shift,
        actor=shop.actor("cashier", "T03"),
        context=shop.context("T03"),
        counts=[Counted("cash", 100)],
    )
    sale = shop.sell(shop.cart("COFFEE"), shift, till="T03")
    assert shop.runtime.ask(get_sale, sale_id=sale.sale_id).number.startswith("T03-")


@pytest.mark.parametrize(
    ("code", "name", "refusal"),
    [
        ("T01", "x", TillTakenError), ("t02", "x", TillTakenError), ("", "x", TillCodeError),
        ("1T", "x", TillCodeError), ("T-1", "x", TillCodeError), ("TOOLONG99", "x", TillCodeError),
        ("T03", " \x00", TillNameError),
    ],
)  # fmt: skip
def test_a_code_that_cannot_begin_a_receipts_number_is_refused(
    shop: Shop, code: str, name: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        add(shop, code, name)
    assert [t.code for t in shop.runtime.ask(list_tills)] == ["T01", "T02"]


def test_a_till_uses_another_price_list(shop: Shop) -> None:
    run(shop, change_till, till_id=shop.tills["T02"], name="Back", price_list_id=77, **LIMITS)
    assert shop.runtime.ask(get_till, code="T02").price_list_id == 77
    run(shop, change_till, till_id=shop.tills["T02"], name="Back", **LIMITS)
    assert shop.runtime.ask(get_till, code="T02").price_list_id == 77
    with pytest.raises(NoSuchTillError):
        run(shop, change_till, till_id=1, name="Back", **LIMITS)
    with pytest.raises(TillNameError):
        run(shop, change_till, till_id=shop.tills["T02"], name=" ", **LIMITS)


def test_a_retired_till_is_gone_from_the_list_but_its_receipts_are_still_known(shop: Shop) -> None:
    run(shop, retire_till, till_id=shop.tills["T02"])
    assert kinds(shop)[-1] == "settings.till_used"
    assert [t.code for t in shop.runtime.ask(list_tills)] == ["T01"]
    assert [(t.code, t.active) for t in shop.runtime.ask(list_tills, with_retired=True)] == [
        ("T01", True), ("T02", False),
    ]  # fmt: skip
    assert shop.runtime.ask(list_till_codes) == ["T01", "T02"]
    assert shop.runtime.ask(load_scan_patterns).receipt.fullmatch("T02-000001")
    with pytest.raises(TillTakenError):
        add(shop, "T02")
    run(shop, use_till, till_id=shop.tills["T02"], active=True)
    assert [t.code for t in shop.runtime.ask(list_tills)] == ["T01", "T02"]


def test_a_till_with_an_open_shift_ones_own_and_the_last_are_not_retired(shop: Shop) -> None:
    with pytest.raises(TillOwnError):
        run(shop, retire_till, till_id=shop.tills["T01"])
    shop.open_shift("T02")
    with pytest.raises(TillOpenError, match="shift of till T02 is open"):
        run(shop, retire_till, till_id=shop.tills["T02"])
    run(shop, use_till, till_id=shop.tills["T02"], active=False)
    with pytest.raises(LastTillError, match="T01 is the only till"):
        run(shop, use_till, till_id=shop.tills["T01"], active=False)
    with pytest.raises(NoSuchTillError):
        run(shop, retire_till, till_id=1)


def test_only_who_may_change_settings_retires_tills(shop: Shop) -> None:
    for operation, more in ((retire_till, {}), (use_till, {"active": False})):
        with pytest.raises(PermissionNeededError):
            shop.runtime.run(operation, actor=shop.actor("supervisor"), till_id=shop.tills["T02"], **more)  # type: ignore[arg-type]
