"""The office's page of tills: registered, replaced and taken away by taps, documents set aside booked."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.organisation.queries import list_settings
from app.stations.rules import OfflineCaps, caps_of
from app.stations.tables import outbox
from app.till.tables import sale
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.stations.conftest import make_till
from tests.integration.stations.counter import CARD, on_card, sell_card
from tests.integration.stations.test_quarantine import poison
from tests.integration.till.checkout import check_out
from tests.integration.till.helpers import rows
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.settings.settings_section import SettingsSection
from ui.stations.stations_page import StationsPage

pytestmark = pytest.mark.postgres


@pytest.fixture
def ui_shop(shop_with_pins: Shop) -> Shop:
    """The office works on the server."""
    return shop_with_pins


def page_of(office: OfficeDriver) -> StationsPage:
    """The page."""
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose("stations")
    office.settle()
    page = section.page()
    assert isinstance(page, StationsPage)
    return page


def test_a_till_is_given_books_of_its_own_another_machine_and_taken_away(office: OfficeDriver) -> None:
    page = page_of(office)
    page.machines.select("T01")
    office.settle()
    office.tap(page.register)
    assert "--as T01" in page.code.text()
    assert "Code, good once" in page.code.text()
    first = page.code.text()
    page.machines.select("T01")
    office.tap(page.renew)
    assert page.code.text() != first
    office.tap(page.retire)
    assert page.message.text() == ""
    assert not page.retire.isEnabled()


def test_a_document_set_aside_is_shown_and_tried_again(
    make_office: MakeOffice, ui_shop: Shop, clock: SteadyClock, tmp_path: Path, sqlite_template: Path
) -> None:
    from sqlalchemy import update

    from app.kernel.permission import SYSTEM_ACTOR
    from app.stations.tables import inbox

    till = make_till(tmp_path / "t02.db", sqlite_template, ui_shop, clock, "T02")
    shift = till.shop.open_shift("T02")
    till.shop.sell(till.shop.cart("MILK"), shift, till="T02")
    keep = next(r.payload for r in rows(till.shop, outbox) if r.seq == 2)
    poison(till, 2, "tenders", "nonsense", till_code="T02")
    while till.drainer.round().unsent:
        pass
    office = make_office()
    page = page_of(office)
    assert page.documents.count() == 1
    office.tap(page.again)
    assert "cannot be read" in page.message.text()
    with ui_shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(inbox).where(inbox.c.seq == 2), {"payload": keep})
    office.tap(page.again)
    assert not page.documents.isVisible()
    assert [r.number for r in rows(ui_shop, sale)] == ["T02-000001"]
    till.runtime.factory.dispose()


def test_caps_are_kept_and_read_back(office: OfficeDriver, ui_shop: Shop) -> None:
    page = page_of(office)
    page.account.set_value(5000)
    page.back.set_value(2000)
    page.touch()
    office.tap(page.save_button)
    assert caps_of(ui_shop.runtime.ask(list_settings)) == OfflineCaps(5000, 2000)


def test_what_is_kept_for_a_lost_till_is_shown_and_given_back(
    make_office: MakeOffice, ui_shop: Shop, clock: SteadyClock, tmp_path: Path, sqlite_template: Path
) -> None:
    till = make_till(tmp_path / "t01.db", sqlite_template, ui_shop, clock)
    shift = till.shop.open_shift()
    sell_card(till, shift)
    check_out(till.shop, shift, till.shop.cart("WINE"), ("gift_card", 799, CARD))
    till.runtime.factory.dispose()  # the machine is stolen before it tells
    office = make_office()
    page = page_of(office)
    assert page.kept.row(0).cells[:3] == ("T01", CARD, "€7.99")
    page.kept.select(page.kept.keys()[0])
    office.tap(page.give_up)
    assert (on_card(ui_shop), page.kept.isVisible(), page.message.text()) == (5000, False, "")
