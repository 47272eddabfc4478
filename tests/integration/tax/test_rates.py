"""Tax classes and rate changes entered in advance."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.tax.operations import (
    NoSuchTaxError,
    TaxClassTakenError,
    TaxDatesError,
    TaxFieldMissingError,
    TaxOverlapError,
    TaxRateError,
    add_tax,
    change_tax_rate,
    create_tax_class,
    end_tax,
    rename_tax_class,
)
from app.tax.queries import list_tax_classes, taxes_on
from app.tax.tables import tax
from app.till.rules import NoTaxError
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.till.helpers import kinds, report_of

JULY = date(2026, 7, 1)


def run(shop: Shop, operation: Any, **arguments: Any) -> Any:
    return shop.runtime.run(operation, actor=shop.actor("manager"), **arguments)


def rate_id(shop: Shop, code: str) -> int:
    return next(c for c in shop.runtime.ask(list_tax_classes) if c.code == code).taxes[0].id


def test_a_new_rate_is_in_force_from_its_first_day(shop: Shop, clock: SteadyClock) -> None:
    run(shop, change_tax_rate, tax_id=rate_id(shop, "A"), first_day=JULY, rate=20_000)
    for day, rate in ((JULY - timedelta(days=1), 19_000), (JULY, 20_000)):
        assert shop.runtime.ask(taxes_on, day=day)[shop.classes["A"]][0].rate == rate
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE"), shift)
    clock.moment = clock.moment.replace(month=7, day=1)
    shop.sell(shop.cart("COFFEE"), shift)
    assert [(t.rate, t.tax_minor) for t in report_of(shop, shift).taxes] == [(19_000, 206), (20_000, 215)]


def test_a_rate_is_not_changed_behind_one_that_comes(shop: Shop) -> None:
    run(shop, change_tax_rate, tax_id=rate_id(shop, "A"), first_day=JULY, rate=20_000)
    with pytest.raises(TaxOverlapError, match="from 2026-07-01 on already"):
        run(shop, change_tax_rate, tax_id=rate_id(shop, "A"), first_day=date(2026, 6, 1), rate=18_000)


def test_goods_whose_tax_has_ended_are_not_sold_untaxed(shop: Shop) -> None:
    with pytest.raises(TaxDatesError):
        new = run(
            shop, add_tax, tax_class_id=shop.classes["C"], code="N", name="New", rate=1, valid_from=JULY
        )
        run(shop, end_tax, tax_id=new, last_day=date(2026, 6, 1))
    run(shop, end_tax, tax_id=rate_id(shop, "B"), last_day=date(2026, 3, 1))
    shift = shop.open_shift()
    with pytest.raises(NoTaxError, match="Milk"):
        shop.sell(shop.cart("MILK"), shift)


def test_a_class_without_taxes_is_exempt(shop: Shop) -> None:
    new = run(shop, create_tax_class, code="EXEMPT", name="Exempt")
    assert shop.runtime.ask(taxes_on, day=JULY)[new] == ()
    run(shop, rename_tax_class, tax_class_id=new, name="Free of tax")
    assert "Free of tax" in [c.name for c in shop.runtime.ask(list_tax_classes)]
    assert kinds(shop)[-2:] == ["tax_class.created", "tax_class.renamed"]


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        ({"code": "A", "name": "x"}, TaxClassTakenError),
        ({"code": " \x00", "name": "x"}, TaxFieldMissingError),
        ({"code": "N", "name": ""}, TaxFieldMissingError),
    ],
)
def test_a_class_needs_a_code_of_its_own_and_a_name(
    shop: Shop, arguments: dict[str, str], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        run(shop, create_tax_class, **arguments)


@pytest.mark.parametrize(
    "wrong", [{"rate": 100_001}, {"rate": -1}, {"fixed_minor": -1}, {"rate": 1, "fixed_minor": 1}]
)
def test_a_rate_that_cannot_be_is_refused(shop: Shop, wrong: dict[str, int]) -> None:
    with pytest.raises(TaxRateError, match="from 0 to 100 %"):
        run(shop, add_tax, tax_class_id=shop.classes["C"], code="N", name="New", **wrong)
    with pytest.raises(NoSuchTaxError):
        run(shop, end_tax, tax_id=1, last_day=JULY)


def test_two_taxes_and_one_per_piece_are_sold_and_kept_apart(shop: Shop) -> None:
    run(shop, add_tax, tax_class_id=shop.classes["B"], code="ECO", name="Eco", fixed_minor=3)
    shift = shop.open_shift()
    shop.sell(shop.cart(("MILK", 5000)), shift)
    by_code = {t.code: t.tax_minor for t in report_of(shop, shift).taxes}
    assert by_code == {"B": 38, "ECO": 15}
    assert report_of(shop, shift).total_gross_minor == 595


def test_one_code_at_two_rates_is_kept_apart_on_sale_and_z(shop: Shop) -> None:
    from app.reporting.verify import verify_database
    from app.till.queries import get_sale

    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(tax.update().where(tax.c.code == "B").values(code="A"))
    shift = shop.open_shift()
    view = shop.runtime.ask(get_sale, sale_id=shop.sell(shop.cart("COFFEE", "MILK"), shift).sale_id)
    wanted = [("A", 7000, 111, 8), ("A", 19_000, 1084, 206)]
    assert [(t.tax_code, t.rate, t.base_minor, t.tax_minor) for t in view.taxes] == wanted
    figures = [(t.code, t.rate, t.base_minor, t.tax_minor) for t in report_of(shop, shift).taxes]
    assert figures == wanted
    with shop.runtime.factory.read() as connection:
        assert [r.faults for r in verify_database(connection) if r.faults] == []


def test_only_who_may_change_settings_changes_taxes(shop: Shop) -> None:
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(create_tax_class, actor=shop.actor("supervisor"), code="N", name="New")
