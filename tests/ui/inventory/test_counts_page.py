"""A stock count by scanning: blind, by two people, reviewed, counted again, posted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.fulfilment.count_queries import list_counts
from app.inventory.counts import enter_count
from app.inventory.states import CountStatus
from app.reporting.verify import verify_database
from tests.factories.wholesale import Wholesale
from tests.ui.inventory.stock_driver import StockDriver, cells
from tests.ui.office_driver import MakeOffice
from ui.inventory.counting_panel import CountingPanel
from ui.inventory.review_panel import ReviewPanel
from ui.inventory.start_count_panel import StartCountPanel


@pytest.fixture
def counter(keeper: StockDriver) -> StockDriver:
    """At the counts."""
    keeper.at("Counts")
    return keeper


def start(counter: StockDriver) -> CountingPanel:
    counter.key(Qt.Key.Key_F10)
    panel = counter.panel(StartCountPanel)
    assert panel.what.currentText() == "Everything (5)"
    counter.key(Qt.Key.Key_F10)
    return counter.panel(CountingPanel)


def status(counter: StockDriver) -> CountStatus:
    return counter.trade.ask(list_counts)[0].status


def test_two_people_count_blind_their_figures_add_up_and_the_differences_are_posted(
    counter: StockDriver, trade: Wholesale, make_office: MakeOffice
) -> None:
    panel = start(counter)
    assert panel.state.text() == "Scan every piece"
    counter.scan("WINE", "WINE")
    counter.enter(panel.quantity, "58")
    counter.key(Qt.Key.Key_Return)
    assert cells(panel) == [("A-1", "WINE", "Red wine", "", "60 pc")]
    counter.scan("MILK", "MILK")
    counter.key(Qt.Key.Key_F8)
    assert cells(panel)[1][4] == "1 pc"
    clerk = StockDriver(make_office("clerk", local={"sound": "off"}), trade)
    clerk.at("Counts")
    clerk.scan("SC-000001", "WINE")
    other = clerk.panel(CountingPanel)
    assert cells(other) == [("A-1", "WINE", "Red wine", "", "1 pc")]
    clerk.enter(other.quantity, "37")
    clerk.key(Qt.Key.Key_Return)
    clerk.key(Qt.Key.Key_F10)
    review = clerk.panel(ReviewPanel)
    milk, wine = cells(review)
    assert milk[1:] == ("Milk 1 l", "100 pc", "1 pc", "1", "−99 pc")
    assert wine[1:] == ("Red wine", "100 pc", "98 pc", "2", "−2 pc")
    clerk.key(Qt.Key.Key_F10)
    assert review.message() == "3 products are not counted yet. Count them, or say that they are 0."
    review.table.select(str(trade.shop.products["MILK"]))
    clerk.office.tap_text("Count this again")
    clerk.scan("MILK")
    again = clerk.panel(CountingPanel)
    clerk.enter(again.quantity, "99")
    clerk.key(Qt.Key.Key_Return)
    for sku in ("COFFEE", "APPLE", "STAMP"):
        trade.run(
            enter_count, uuid=sku, count_id=trade.ask(list_counts)[0].id,
            product_id=trade.shop.products[sku], quantity_milli=100_000,
        )  # fmt: skip
    clerk.key(Qt.Key.Key_F10)
    assert [row[1] for row in cells(clerk.panel(ReviewPanel))] == ["Red wine"]
    clerk.key(Qt.Key.Key_F10)
    assert clerk.office.banner == "SC-000001 is posted."
    assert (counter.on_hand("WINE"), counter.on_hand("MILK")) == (98_000, 100_000)
    assert status(counter) is CountStatus.POSTED
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_an_empty_shelf_is_counted_as_0_and_a_count_can_be_thrown_away(counter: StockDriver) -> None:
    panel = start(counter)
    counter.office.tap_text("Not by me 5")
    assert not panel.add_button.isEnabled()
    panel.table.setFocus()
    counter.key(Qt.Key.Key_Return)
    counter.key(Qt.Key.Key_Return)
    assert panel.message() == "Scan one first, then type how many more."
    counter.key(Qt.Key.Key_F6)
    counter.key(Qt.Key.Key_F10)
    review = counter.panel(ReviewPanel)
    assert cells(review) == [("A-1", "Red wine", "100 pc", "0 pc", "1", "−100 pc", "−€479.40")]
    assert review.total.text() == "Difference in all: −€479.40"
    counter.office.tap_text("Count on")
    counter.panel(CountingPanel)
    counter.key(Qt.Key.Key_F10)
    review = counter.panel(ReviewPanel)
    counter.office.tap(review.away_button)
    counter.office.tap(review.asking.yes)
    assert status(counter) is CountStatus.CANCELLED
    assert counter.on_hand("WINE") == 100_000
