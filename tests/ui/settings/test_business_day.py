"""The hour at which the business day ends: a sale at half past one in the night belongs to yesterday."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from sqlalchemy import select

from app.till.tables import sale, shift
from tests.conftest import SteadyClock
from tests.ui.conftest import MakeTill
from tests.ui.office_driver import OfficeDriver
from ui.settings.company_page import CompanyPage
from ui.settings.settings_section import SettingsSection


def test_a_sale_in_the_night_belongs_to_the_day_before_until_the_hour_that_is_set(
    office: OfficeDriver, make_till: MakeTill, clock: SteadyClock
) -> None:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose("company")
    office.settle()
    page = section.page()
    assert isinstance(page, CompanyPage)
    page.cutoff.setValue(240)
    office.tap(page.save_button)
    assert office.services.context.company.cutoff_minutes == 240
    clock.advance(hours=15, minutes=30)  # 01:30 of 3 March in Berlin
    till = make_till()
    till.shop.open_shift()
    till.sign_in()
    till.scan_sku("STAMP")
    till.pay_exact()
    till.key(Qt.Key.Key_Return)
    with till.shop.runtime.factory.read() as connection:
        days = connection.execute(select(sale.c.business_date)).scalars().all()
        shifts = connection.execute(select(shift.c.business_date)).scalars().all()
    assert (days, shifts) == ([date(2026, 3, 2)], [date(2026, 3, 2)])
    clock.advance(hours=2, minutes=31)  # past four
    assert till.shop.context().on == date(2026, 3, 3)
