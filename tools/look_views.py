"""The views that tools/look can draw."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from look_data import fill_till
from look_panels import PANELS
from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from ui.formatting import Formats
from ui.theme import apply_theme
from ui.till.pay_view import TenderMethod, TenderTaken
from ui.till.till_view import TillView

Maker = Callable[[Formats], QWidget]
VIEWS: dict[str, Maker] = dict(PANELS)


def view(maker: Maker) -> Maker:
    """Put a maker on the list under its name."""
    VIEWS[maker.__name__] = maker
    return maker


def start(language: str) -> QApplication:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    QLocale.setDefault(QLocale(language))
    for folder, name in (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}"),
        (str(Path(__file__).parent.parent / "resources" / "translations"), f"takings_{language}"),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
    if QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return app


def save(app: QApplication, name: str, size: str, theme: str, language: str, out: Path) -> None:
    apply_theme(app, theme)
    width, height = (int(part) for part in size.split("x"))
    widget = VIEWS[name](Formats(language, "EUR"))
    window = QWidget() if widget.parent() else widget
    window.resize(width, height)
    window.show()
    for _ in range(3):
        app.processEvents()
    window.grab().save(str(out))
    window.close()
    window.deleteLater()
    app.processEvents()


def _till(formats: Formats) -> TillView:
    made = TillView(formats)
    fill_till(made, formats)
    return made


@view
def till(formats: Formats) -> QWidget:
    return _till(formats)


@view
def empty(formats: Formats) -> QWidget:
    made = _till(formats)
    made.cart.set_lines([])
    made.sell.set_tiles([])
    return made


@view
def error(formats: Formats) -> QWidget:
    made = _till(formats)
    made.show_banner(
        "error", "Unknown code 4001234567890: the item was not added. Press Create or scan again."
    )
    made.sell.set_entry("5 ×")
    return made


@view
def training(formats: Formats) -> QWidget:
    made = _till(formats)
    made.set_training(on=True)
    made.show_banner("ok", "Line voided: Gift wrap", action="Undo")
    return made


@view
def pay(formats: Formats) -> QWidget:
    made = _till(formats)
    made.pay.set_methods(
        [
            TenderMethod("cash", "Cash", "payments"),
            TenderMethod("card", "Card", "credit_card"),
            TenderMethod("voucher", "Gift card", "redeem", enabled=False),
            TenderMethod("account", "On account", "account_balance"),
        ],
        "cash",
    )
    money = formats.money
    made.pay.set_amounts(money(8849), money(11000), money(2151), is_change=True)
    made.pay.set_tenders([TenderTaken("1", "Card", money(1000)), TenderTaken("2", "Cash", money(10000))])
    made.pay.set_quick([(8849, "Exact"), (9000, money(9000)), (10000, money(10000))])
    made.show_pay()
    return made


@view
def change(formats: Formats) -> QWidget:
    made = _till(formats)
    made.change.show_change(formats.money(731), "Received " + formats.money(10000) + " cash")
    made.change.set_receipt_state("Receipt 2-000417 printed · drawer open")
    made.show_change()
    return made
