"""What is wrong with what was answered, and what countries begin with."""

from __future__ import annotations

import json
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from app.access.rules import WeakPinError
from app.founding import plan as plans
from app.founding.plan import PlannedTax, PlannedTill, PlannedUser, ShopPlan, check_plan
from app.founding.presets import list_countries
from app.kernel.money import minor_digits
from app.kernel.refusal import Refusal
from tests.conftest import DATA
from tests.factories.shop import COMPANY

PLAN = ShopPlan(
    COMPANY, (PlannedTax("A", "Standard", 19_000), PlannedTax("B", "Reduced", 7000)), True, "Main street",  # noqa: FBT003
    (PlannedTill("T01", "Till 1"),), (PlannedUser("Mia", "manager", "9051"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (replace(PLAN, company=replace(COMPANY, name=" ")), plans.ShopNameError),
        (replace(PLAN, taxes=()), plans.NoTaxError),
        (replace(PLAN, taxes=(PlannedTax("A", "x", 0), PlannedTax("B", "X ", 0))), plans.TaxTwiceError),
        (replace(PLAN, taxes=(PlannedTax("A", "x", 100_001),)), plans.TaxPerCentError),
        (replace(PLAN, tills=()), plans.TillCountError),
        (replace(PLAN, tills=PLAN.tills * 21), plans.TillCountError),
        (replace(PLAN, users=(PlannedUser("Carla", "cashier", "2580"),)), plans.NoManagerError),
        (replace(PLAN, users=(*PLAN.users, PlannedUser("mia", "cashier", "2580"))), plans.UserTwiceError),
        (replace(PLAN, users=(PlannedUser("Mia", "manager", "1234"),)), WeakPinError),
    ],
)
def test_what_makes_no_shop_is_refused(wrong: ShopPlan, refusal: type[Refusal]) -> None:
    check_plan(PLAN)
    with pytest.raises(refusal):
        check_plan(wrong)


def test_each_country_is_complete() -> None:
    countries = list_countries()
    assert len({c.code for c in countries}) == len(countries) > 30
    for country in countries:
        assert ZoneInfo(country.time_zone)
        assert minor_digits(country.currency) == 2  # the sample goods are priced in hundredths
        assert country.cash_rounding_minor >= 1
        assert list(country.rates) == sorted(country.rates, reverse=True) or country.code == "AT"
        assert country.name("de")
        assert country.name("en")


@pytest.mark.realdata
def test_the_rates_are_those_that_are_published() -> None:
    file = DATA / "tax-currency-address" / "eu_vat_rates_ibericode.json"
    published = json.loads(file.read_text())["items"]
    for country in list_countries():
        if country.code in published:
            now = published[country.code][0]["rates"]
            assert country.rates[0] == round(now["standard"] * 1000), country.code
            assert set(country.rates) <= {round(rate * 1000) for rate in now.values()}, country.code
