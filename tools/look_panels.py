"""The panels and the other pages of the till, for tools/look."""

from __future__ import annotations

from collections.abc import Callable

from look_data import fill_till, rows
from PySide6.QtWidgets import QWidget

from ui.formatting import Formats
from ui.till.close_shift_view import CloseShiftView, TenderResult
from ui.till.open_shift_presenter import denomination_list
from ui.till.open_shift_view import OpenShiftView
from ui.till.panels_ask import DiscountPanel, LinePanel, ReasonPanel
from ui.till.panels_lists import CustomerPanel, ParkedPanel, UnknownCodePanel
from ui.till.panels_money import ApprovalPanel, CardConfirmPanel, OpenItemPanel
from ui.till.panels_show import HelpPanel, MorePanel, PriceCheckPanel
from ui.till.sign_in_view import SignInView, UserTile
from ui.till.till_view import TillView
from ui.widgets.row_list import Row
from ui.widgets.side_panel import SidePanel


def _with(panel: SidePanel, formats: Formats) -> QWidget:
    made = TillView(formats)
    fill_till(made, formats)
    made.cart.set_lines(rows(formats), selected="3")
    made.show_panel(panel)
    return made


def sign_in(formats: Formats) -> QWidget:
    del formats
    made = SignInView()
    made.set_shop("Corner Store", "Till 2")
    people = (("Anna M.", "Cashier"), ("Ben", "Cashier"), ("Chris", "Supervisor"), ("Dora", "Manager"))
    made.set_users([UserTile(n, *who) for n, who in enumerate(people, 1)], 1)
    made.set_message("Wrong PIN. Tries left before it is locked: 9.", bad=True)
    return made


def open_shift(formats: Formats) -> QWidget:
    made = OpenShiftView(formats)
    made.set_denominations(denomination_list("EUR"))
    made.set_proposal(20_000)
    made.table.set_pieces({5000: 2, 2000: 3, 1000: 3, 200: 4})
    return made


def close_shift(formats: Formats) -> QWidget:
    made = CloseShiftView(formats)
    results = [TenderResult("cash", "Cash", 48_215, 48_015), TenderResult("card", "Card", 91_040, 91_040)]
    made.show_result(results, next_float_minor=20_000)
    return made


def discount(formats: Formats) -> QWidget:
    panel = DiscountPanel(formats)
    panel.ask(line_name="Beans House 1 kg", scope="line", reasons=["Damaged", "Staff"], limit="Up to 10 %.")
    return _with(panel, formats)


def approval(formats: Formats) -> QWidget:
    panel = ApprovalPanel("Discount of 25 % on Beans House 1 kg", "", "Your limit is 10 %.")
    panel.set_people([(1, "Chris"), (2, "Dora")])
    return _with(panel, formats)


def customer(formats: Formats) -> QWidget:
    panel = CustomerPanel()
    panel.set_rows([Row("1", "Blum, Erika", "030 1234 · Berlin", "C0007", "on account", icon="person")])
    return _with(panel, formats)


def parked(formats: Formats) -> QWidget:
    panel = ParkedPanel()
    panel.set_rows(
        [Row("1", "Espresso", "Lines: 3 · Anna M.", formats.money(1210), "4 min", icon="pause_circle")]
    )
    return _with(panel, formats)


def unknown_code(formats: Formats) -> QWidget:
    panel = UnknownCodePanel(formats)
    panel.ask("4001234567890")
    panel.set_categories([(1, "Coffee"), (2, "Bakery")])
    return _with(panel, formats)


def open_item(formats: Formats) -> QWidget:
    panel = OpenItemPanel(formats)
    panel.set_tax_classes([(1, "Standard"), (2, "Reduced")])
    return _with(panel, formats)


def line_panel(formats: Formats) -> QWidget:
    panel = LinePanel(formats)
    panel.ask("Beans House 1 kg", 1000, 910)
    return _with(panel, formats)


def void_sale(formats: Formats) -> QWidget:
    text = f"All lines are taken off, {formats.money(8849)} in all."
    return _with(ReasonPanel("Void the sale", text, ["Damaged"], "Void the sale", danger=True), formats)


def card(formats: Formats) -> QWidget:
    return _with(CardConfirmPanel(formats.money(8849)), formats)


def price_check(formats: Formats) -> QWidget:
    panel = PriceCheckPanel()
    panel.show_product(1, "Beans House 1 kg", formats.money(910), ["Number: BEANS-1", "In stock: 3 pc"])
    return _with(panel, formats)


def more(formats: Formats) -> QWidget:
    return _with(MorePanel(), formats)


def help_panel(formats: Formats) -> QWidget:
    return _with(HelpPanel(), formats)


PANELS: dict[str, Callable[[Formats], QWidget]] = {
    maker.__name__: maker
    for maker in (
        sign_in, open_shift, close_shift, discount, approval, customer, parked, unknown_code, open_item,
        line_panel, void_sale, card, price_check, more, help_panel,
    )
}  # fmt: skip
