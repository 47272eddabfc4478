"""The company, its tills and its settings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import PermissionNeededError
from app.organisation.operations import change_till, save_company, save_setting
from app.organisation.queries import (
    NoCompanyError,
    UnknownTillError,
    find_company,
    find_setting,
    get_company,
    get_till,
    list_settings,
    list_tills,
)
from app.runtime.run import Runtime
from tests.factories.shop import COMPANY, Shop
from tests.integration.till.helpers import kinds


def test_an_empty_database_says_how_to_get_a_shop(factory: UnitOfWorkFactory) -> None:
    runtime = Runtime(factory)
    assert runtime.ask(find_company) is None
    with pytest.raises(NoCompanyError, match="make run"):
        runtime.ask(get_company)


def test_the_company_is_one_row_that_is_written_over(shop: Shop) -> None:
    shop.runtime.run(save_company, actor=shop.actor("manager"), details=replace(COMPANY, name="Other"))
    assert shop.runtime.ask(get_company).name == "Other"
    assert kinds(shop)[-1] == "settings.company"
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(save_company, actor=shop.actor(), details=COMPANY)


def test_a_till_is_found_by_its_code_or_refused_with_those_there_are(shop: Shop) -> None:
    assert [t.code for t in shop.runtime.ask(list_tills)] == ["T01", "T02"]
    with pytest.raises(UnknownTillError, match=r"no till T99. Tills here: T01, T02"):
        shop.runtime.ask(get_till, code="T99")
    shop.runtime.run(
        change_till, actor=shop.actor("manager"), till_id=shop.tills["T02"], name="Back",
        default_float_minor=1, difference_limit_minor=2, drawer_limit_minor=3,
    )  # fmt: skip
    till = shop.runtime.ask(get_till, code="T02")
    assert (till.name, till.default_float_minor, till.difference_limit_minor) == ("Back", 1, 2)


def test_a_tills_own_setting_goes_before_the_shops(shop: Shop) -> None:
    def save(value: object, scope: str = "") -> None:
        shop.runtime.run(save_setting, actor=shop.actor("manager"), name="printer", value=value, scope=scope)

    others = shop.runtime.ask(list_settings)
    assert shop.runtime.ask(find_setting, name="printer") is None
    save("tcp://shop")
    save({"url": "tcp://till"}, "T01")
    assert shop.runtime.ask(find_setting, name="printer", scope="T02") == "tcp://shop"
    assert shop.runtime.ask(list_settings, scope="T01") == {**others, "printer": {"url": "tcp://till"}}
    save("tcp://new")
    assert shop.runtime.ask(list_settings) == {**others, "printer": "tcp://new"}
