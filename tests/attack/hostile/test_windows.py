"""The real windows over a shop full of hostile texts: no markup, no key of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QMenu, QTableView, QWidget

from app.catalog.operations.products import quick_create
from app.kernel.refusal import Refusal
from tests.attack.catalogue.records import RECORDS
from tests.attack.hostile.payloads import ALL, PAYLOADS
from tests.attack.hostile.test_widgets import live, wrong_of
from tests.factories.shop import Shop
from tests.ui.conftest import TillDriver, make_till, till, ui_shop
from tests.ui.office_driver import MakeOffice, make_office

__all__ = ["make_office", "make_till", "till", "ui_shop"]

TEXT = '<b>x</b> <img src="http://127.0.0.1:9/x.png"/> R&D &Pay'
_EVERY = 16  # one page of the office in so many, unless all are wanted


def _fill(shop: Shop) -> None:
    for text in (TEXT, PAYLOADS["link"]):
        for name, field in RECORDS.items():
            if not name.startswith(("company", "user")):  # who signs in stays who he is
                try:
                    field.work(shop, text)
                except Refusal:
                    continue


def _tips(window: QWidget) -> Iterator[str]:
    """What stands in the tooltips of every table and list."""
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(min(model.rowCount(), 30)):
            for place in range(model.columnCount() if isinstance(view, QTableView) else 1):
                yield model.index(row, place).data(Qt.ItemDataRole.ToolTipRole) or ""


def _wrong(window: QWidget) -> list[str]:
    found = wrong_of(window) + [x for tip in _tips(window) for x in live(tip)]
    for box in window.findChildren(QComboBox):
        tips = (box.itemData(i, Qt.ItemDataRole.ToolTipRole) or "" for i in range(box.count()))
        found += [x for tip in tips for x in live(tip)]
    for menu in window.findChildren(QMenu):
        found += [f"key of {act.text()}" for act in menu.actions() if "&P" in act.text().replace("&&", "")]
    return found


@pytest.mark.parametrize("turn", range(_EVERY) if ALL else [0])
def test_no_page_of_the_office_takes_a_text_for_markup(
    ui_shop: Shop, make_office: MakeOffice, turn: int
) -> None:
    shift_id = ui_shop.open_shift()
    _fill(ui_shop)
    ui_shop.sell(ui_shop.cart("MILK"), shift_id)
    office = make_office()
    for name in office.page.section_ids()[turn::_EVERY]:
        office.go(name)
        assert not _wrong(office.page), name


def test_the_till_takes_no_name_for_markup(till: TillDriver) -> None:
    shop = till.shop
    shop.runtime.run(
        quick_create, actor=shop.actor("manager"), name=TEXT, code="4006381333931", price_minor=100,
        category_id=shop.category_id, price_list_id=shop.price_list_id,
    )  # fmt: skip
    till.scan("4006381333931")
    till.settle()
    assert till.lines
    assert not _wrong(till.page)
