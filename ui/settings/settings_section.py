"""The settings: chips on top, one page below."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.pages import Pages
from ui.widgets.text import Card, label, line

_P: Final = Permission
# id, module, class, rights of which one is enough
_PAGES: Final = (
    ("company", "ui.settings.company_page", "CompanyPage", (_P.SETTINGS,)),
    ("letters", "ui.settings.letters_page", "LettersPage", (_P.SETTINGS,)),
    ("layouts", "ui.settings.layouts_page", "LayoutsPage", (_P.SETTINGS,)),
    ("einvoice", "ui.einvoice.settings_page", "EInvoicePage", (_P.SETTINGS,)),
    ("tills", "ui.settings.tills_page", "TillsPage", (_P.SETTINGS,)),
    ("trading", "ui.settings.trading_page", "TradingPage", (_P.SETTINGS,)),
    ("tolerance", "ui.orders.tolerance_page", "TolerancePage", (_P.SETTINGS,)),
    ("routing", "ui.orders.routing_page", "RoutingPage", (_P.SETTINGS,)),
    ("taxes", "ui.settings.taxes_page", "TaxesPage", (_P.SETTINGS,)),
    ("price_lists", "ui.settings.price_lists_page", "PriceListsPage", (_P.SETTINGS,)),
    ("rates", "ui.settings.rates_page", "RatesPage", (_P.SETTINGS,)),
    ("terms", "ui.settings.terms_page", "TermsPage", (_P.SETTINGS,)),
    ("users", "ui.settings.users_page", "UsersPage", (_P.MANAGE_USERS, _P.UNLOCK_USER)),
    ("roles", "ui.settings.roles_page", "RolesPage", (_P.MANAGE_USERS,)),
    ("sign_in", "ui.settings.sign_in_page", "SignInPage", (_P.SETTINGS,)),
    ("devices", "ui.settings.devices_page", "DevicesPage", (_P.SETTINGS,)),
    ("printers", "ui.settings.printers_page", "PrintersPage", (_P.SETTINGS,)),
    ("customer", "ui.customer.settings_page", "CustomerScreenPage", (_P.SETTINGS,)),
    ("scanner", "ui.settings.scanner_page", "ScannerPage", (_P.SETTINGS,)),
    ("keys", "ui.settings.keys_page", "KeysPage", (_P.SETTINGS,)),
    ("appearance", "ui.settings.appearance_page", "AppearancePage", (_P.SETTINGS, _P.UNLOCK_USER)),
    ("mail", "ui.settings.mail_page", "MailPage", (_P.SETTINGS,)),
    ("texting", "ui.mailing.gateways_page", "GatewaysPage", (_P.SETTINGS,)),
    ("report_mail", "ui.mailing.schedules_page", "SchedulesPage", (_P.SETTINGS,)),
    ("mail_texts", "ui.settings.mail_texts_page", "MailTextsPage", (_P.SETTINGS,)),
    ("backup", "ui.settings.backup_page", "BackupPage", (_P.BACKUP,)),
    ("stations", "ui.stations.stations_page", "StationsPage", (_P.SETTINGS,)),
    ("plugins", "ui.settings.plugins_page", "PluginsPage", (_P.SETTINGS,)),
    ("about", "ui.settings.about_page", "AboutPage", (_P.SETTINGS, _P.MANAGE_USERS, _P.UNLOCK_USER)),
)


def page_texts() -> dict[str, str]:
    """Names of the pages by id."""
    tr = QCoreApplication.translate
    return {
        "company": tr("SettingsPages", "Company"),
        "letters": tr("SettingsPages", "Letters"),
        "layouts": tr("SettingsPages", "Layouts"),
        "einvoice": tr("SettingsPages", "E-invoices"),
        "tills": tr("SettingsPages", "Tills"),
        "trading": tr("SettingsPages", "Returns and points"),
        "tolerance": tr("SettingsPages", "More or less than ordered"),
        "routing": tr("SettingsPages", "Order routing"),
        "taxes": tr("SettingsPages", "Taxes"),
        "price_lists": tr("SettingsPages", "Price lists"),
        "rates": tr("SettingsPages", "Currencies"),
        "terms": tr("SettingsPages", "Payment terms"),
        "users": tr("SettingsPages", "Users"),
        "roles": tr("SettingsPages", "Roles"),
        "sign_in": tr("SettingsPages", "Sign-in"),
        "devices": tr("SettingsPages", "Devices"),
        "printers": tr("SettingsPages", "Printers"),
        "customer": tr("SettingsPages", "Customer screen"),
        "scanner": tr("SettingsPages", "Scanner"),
        "keys": tr("SettingsPages", "Keys"),
        "appearance": tr("SettingsPages", "Appearance"),
        "mail": tr("SettingsPages", "E-mail"),
        "texting": tr("SettingsPages", "SMS and chat"),
        "report_mail": tr("SettingsPages", "Reports by e-mail"),
        "mail_texts": tr("SettingsPages", "Message texts"),
        "backup": tr("SettingsPages", "Backup"),
        "stations": tr("SettingsPages", "Server and tills"),
        "plugins": tr("SettingsPages", "Plug-ins"),
        "about": tr("SettingsPages", "About"),
    }


class SettingsSection(Section):
    """All settings that who is signed in may change."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.chips = ChipBar(self.tr("Settings"))
        self.stack = Pages()
        self._made: dict[str, SettingsPage] = {}
        self._current = ""
        self.body.addLayout(line(label(self.tr("Settings"), tokens.KEY, 700), None))
        self.body.addWidget(self.chips)
        self.body.addWidget(self._make_question())
        self.body.addWidget(self.stack, 1)
        self.chips.chosen.connect(self.choose)

    def _make_question(self) -> Card:
        self.question = Card(well=True)
        save = Button(self.tr("Save"), "primary")
        discard = Button(self.tr("Throw away"), "danger_soft")
        stay = Button(self.tr("Go on editing"))
        save.clicked.connect(self._save)
        discard.clicked.connect(self._discard)
        stay.clicked.connect(lambda: self.question.setVisible(False))
        self.question.body.addLayout(
            line(label(self.tr("There are changes that are not saved."), tokens.BODY, 600), None, save,
                 discard, stay)
        )  # fmt: skip
        self.question.setVisible(False)
        return self.question

    def page_ids(self) -> list[str]:
        """The pages that may be seen."""
        return [name for name, _m, _c, rights in _PAGES if self.desk.may(*rights)]

    def entered(self) -> None:
        """Show the page that was shown last."""
        allowed, texts = self.page_ids(), page_texts()
        for gone in [name for name in self._made if name not in allowed]:
            self._forget(gone)
        current = self._current if self._current in allowed else (allowed[0] if allowed else "")
        self.chips.set_chips([(name, texts[name]) for name in allowed], current)
        self.choose(current)

    def show_item(self, what: str) -> None:
        """A page by its id."""
        if what in self.page_ids():
            self.choose(what)

    def page(self) -> SettingsPage | None:
        """The page that is shown."""
        return self._made.get(self._current)

    def choose(self, name: str) -> None:
        """Show a page, unless something would be lost."""
        page = self.page()
        if page is not None and page.dirty and name != self._current:
            self.question.setVisible(True)
            self.chips.select(self._current)
            return
        if name not in self.page_ids():
            return
        if name not in self._made:
            _id, module, class_name, _rights = next(p for p in _PAGES if p[0] == name)
            made = getattr(import_module(module), class_name)(self.desk, self)
            self._made[name] = made
            self.stack.addWidget(made)
        self._current = name
        self.question.setVisible(False)
        self.chips.select(name)
        self.stack.setCurrentWidget(self._made[name])
        if not self._made[name].dirty:
            self._made[name].entered()

    def scanned(self, raw: str) -> bool:
        """The page of the scanner shows what came."""
        shown = getattr(self.page(), "scanned", None)
        if shown is None:
            return False
        shown(raw)
        return True

    def has_changes(self) -> bool:
        """Whether something would be lost."""
        page = self.page()
        return super().has_changes() or (page is not None and page.dirty)

    def escape(self) -> bool:
        """Esc: the panel, then the question about changes."""
        if super().escape():
            return True
        page = self.page()
        if page is not None and page.dirty and not self.question.isVisible():
            self.question.setVisible(True)
            return True
        return False

    def panel_closed(self) -> None:
        """Read again what a panel may have changed."""
        page = self.page()
        if page is not None and not page.dirty:
            page.entered()
        table = getattr(page, "table", None)
        if isinstance(table, QWidget):
            table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves the page."""
        page = self.page()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_S and control and page is not None and page.dirty:
            page.save()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        page = self.page()
        self.question.setVisible(False)
        if page is not None:
            page.save()

    def _discard(self) -> None:
        self.question.setVisible(False)
        page = self.page()
        if page is not None:
            page.set_dirty(dirty=False)
            page.entered()

    def _forget(self, name: str) -> None:
        page = self._made.pop(name)
        self.stack.removeWidget(page)
        page.deleteLater()
