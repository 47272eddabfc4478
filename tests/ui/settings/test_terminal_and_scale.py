"""The card terminal and the scale in the settings: an address, a test that a person can judge, a dot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from app.devices.ports import HealthState
from app.kernel.clock import system_clock
from tests.support.zvt.machine import Machine
from tests.support.zvt.wire import TcpMachine
from tests.ui.office_driver import OfficeDriver
from tests.ui.settings.test_settings import settings
from ui.settings.devices_page import DevicesPage


def _settled(office: OfficeDriver, card: Any, text: str) -> None:
    office.bot.waitUntil(lambda: text in card.text(), timeout=10_000)


@contextmanager
def _terminal() -> Iterator[TcpMachine]:
    with TcpMachine(Machine(now=system_clock)) as served:
        yield served


def test_a_terminal_gets_an_address_and_says_that_it_is_ready(office: OfficeDriver) -> None:
    page = settings(office, DevicesPage, "devices")
    card = page.cards["terminal"]
    with _terminal() as served:
        card.edit.setText(f"zvt://127.0.0.1:{served.port}?close=day")
        office.tap(card.use)
        _settled(office, card, "being connected")
        office.tap(card.test)
        _settled(office, card, "The card terminal is ready.")
        assert office.devices.health()["terminal"].state is HealthState.READY
        assert served.machine.asked == []  # no money is asked for by a test
        office.tap(page.day_button)
        _settled(office, card, "has closed its day: €0.00, as booked here")
        assert served.machine.closed_days == 1
    office.tap(card.test)
    _settled(office, card, "The card terminal does not work")
    assert office.devices.health()["terminal"].state is HealthState.LOST


@pytest.mark.parametrize("url", ["zvt://", "zvt://10.0.0.9?close=never"], ids=["host", "close"])
def test_an_address_of_a_terminal_that_is_none_leaves_the_old_one(office: OfficeDriver, url: str) -> None:
    page = settings(office, DevicesPage, "devices")
    page.cards["terminal"].edit.setText(url)
    office.tap(page.cards["terminal"].use)
    assert "no device address" in page.cards["terminal"].text()
    assert office.devices.urls()["terminal"] == "manual:"


def test_a_scale_that_is_not_there_is_told_by_the_test(office: OfficeDriver) -> None:
    page = settings(office, DevicesPage, "devices")
    card = page.cards["scale"]
    office.tap(card.test)
    assert "There is none" in card.text()
    card.edit.setText("serial:///dev/no-such-port?protocol=cas&tares=Bag:5")
    office.tap(card.use)
    office.tap(card.test)
    _settled(office, card, "The scale does not work")
