"""Which pages the back office has, who may see them, and where each is made (when first shown)."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.kernel.permission import Permission
from ui.office.section import OfficeDesk, Section


@dataclass(frozen=True, slots=True)
class SectionInfo:
    """A page: one of the rights is enough to see it."""

    section_id: str
    icon: str
    module: str
    class_name: str
    permissions: tuple[Permission, ...]

    def make(self, desk: OfficeDesk) -> Section:
        """Import and make the page."""
        made = getattr(import_module(self.module), self.class_name)(desk)
        if not isinstance(made, Section):
            raise TypeError(self.class_name)
        made.section_id = self.section_id
        return made


_P: Final = Permission
SECTIONS: Final = (
    SectionInfo("dashboard", "bar_chart", "ui.reporting.dashboard_section", "DashboardSection",
                (_P.VIEW_REPORTS,)),
    SectionInfo("products", "inventory_2", "ui.catalog.products_section", "ProductsSection",
                (_P.EDIT_CATALOG, _P.VIEW_STOCK)),
    SectionInfo("stock", "swap_horiz", "ui.inventory.stock_page", "StockPage",
                (_P.VIEW_STOCK, _P.ADJUST_STOCK, _P.RECEIVE_GOODS, _P.TRANSFER_STOCK, _P.COUNT_STOCK)),
    SectionInfo("categories", "category", "ui.catalog.categories_section", "CategoriesSection",
                (_P.EDIT_CATALOG,)),
    SectionInfo("promotions", "percent", "ui.promotions.promotions_section", "PromotionsSection",
                (_P.PROMOTIONS,)),
    SectionInfo("prices", "sell", "ui.pricing.prices_section", "PricesSection",
                (_P.EDIT_CATALOG, _P.SETTINGS, _P.EDIT_PARTIES, _P.VIEW_STOCK, _P.ORDERS)),
    SectionInfo("customers", "group", "ui.parties.customers_section", "CustomersSection",
                (_P.EDIT_PARTIES, _P.CREDIT_TERMS)),
    SectionInfo("orders", "edit_note", "ui.orders.orders_section", "OrdersSection",
                (_P.ORDERS, _P.RELEASE_ORDER, _P.CANCEL_ORDER)),
    SectionInfo("warehouse", "barcode_scanner", "ui.fulfilment.warehouse_section", "WarehouseSection",
                (_P.PICK, _P.SHIP)),
    SectionInfo("invoices", "account_balance", "ui.invoicing.invoices_section", "InvoicesSection",
                (_P.INVOICE, _P.RELEASE_INVOICE, _P.CREDIT_NOTE)),
    SectionInfo("einvoices", "inbox", "ui.einvoice.received_section", "ReceivedSection",
                (_P.INVOICE,)),
    SectionInfo("payments", "payments", "ui.payments.payments_section", "PaymentsSection",
                (_P.RECEIVE_PAYMENT, _P.UNDO_PAYMENT)),
    SectionInfo("collections", "call", "ui.collections.collections_section", "CollectionsSection",
                (_P.COLLECT, _P.REMIND)),
    SectionInfo("bank", "account_balance_wallet", "ui.banking.bank_section", "BankSection",
                (_P.RECEIVE_PAYMENT, _P.UNDO_PAYMENT)),
    SectionInfo("accounting", "balance", "ui.accounting.accounting_section", "AccountingSection",
                (_P.VIEW_REPORTS, _P.ACCOUNTING)),
    SectionInfo("sales", "receipt_long", "ui.reporting.sales_section", "SalesSection",
                (_P.VIEW_REPORTS, _P.REPRINT)),
    SectionInfo("cases", "inbox", "ui.cases.cases_section", "CasesSection",
                (_P.CASES,)),
    SectionInfo("store", "storefront", "ui.storeops.store_section", "StoreSection",
                (_P.SELL, _P.STORE_TASKS, _P.COUNT_STOCK, _P.COMMISSION)),
    SectionInfo("order_to_cash", "speed", "ui.reporting.order_to_cash_section", "OrderToCashSection",
                (_P.VIEW_REPORTS,)),
    SectionInfo("shifts", "balance", "ui.reporting.shifts_section", "ShiftsSection",
                (_P.VIEW_REPORTS, _P.Z_REPORT)),
    SectionInfo("control", "verified_user", "ui.reporting.control_section", "ControlSection",
                (_P.VIEW_REPORTS, _P.CLOSE_DAY, _P.MANAGE_VOUCHERS)),
    SectionInfo("print_queue", "print", "ui.reporting.print_queue_section", "PrintQueueSection",
                (_P.SELL, _P.REPRINT)),
    SectionInfo("mail", "mail", "ui.mailing.mail_section", "MailSection",
                (_P.SEND_MAIL,)),
    SectionInfo("journal", "history", "ui.reporting.journal_section", "JournalSection",
                (_P.VERIFY,)),
    SectionInfo("settings", "settings", "ui.settings.settings_section", "SettingsSection",
                (_P.SETTINGS, _P.MANAGE_USERS, _P.UNLOCK_USER)),
)  # fmt: skip
BY_ID: Final = {info.section_id: info for info in SECTIONS}


def section_texts() -> dict[str, str]:
    """Names of the pages by id."""
    tr = QCoreApplication.translate
    return {
        "dashboard": tr("OfficeSections", "Overview"),
        "store": tr("OfficeSections", "Store"),
        "products": tr("OfficeSections", "Products"),
        "stock": tr("OfficeSections", "Stock"),
        "categories": tr("OfficeSections", "Categories"),
        "promotions": tr("OfficeSections", "Promotions"),
        "prices": tr("OfficeSections", "Prices"),
        "customers": tr("OfficeSections", "Customers"),
        "orders": tr("OfficeSections", "Orders"),
        "warehouse": tr("OfficeSections", "Warehouse"),
        "invoices": tr("OfficeSections", "Invoices"),
        "einvoices": tr("OfficeSections", "E-invoices"),
        "payments": tr("OfficeSections", "Payments"),
        "collections": tr("OfficeSections", "Late money"),
        "bank": tr("OfficeSections", "Bank"),
        "accounting": tr("OfficeSections", "Accounts"),
        "sales": tr("OfficeSections", "Sales"),
        "cases": tr("OfficeSections", "Cases"),
        "order_to_cash": tr("OfficeSections", "Order to cash"),
        "shifts": tr("OfficeSections", "Shifts"),
        "control": tr("OfficeSections", "Control"),
        "print_queue": tr("OfficeSections", "Print queue"),
        "mail": tr("OfficeSections", "Messages"),
        "journal": tr("OfficeSections", "Journal"),
        "settings": tr("OfficeSections", "Settings"),
    }


def visible_sections(desk: OfficeDesk) -> list[SectionInfo]:
    """The pages that who is signed in may see."""
    return [info for info in SECTIONS if desk.may(*info.permissions)]
