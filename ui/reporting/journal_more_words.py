"""More words for entries of the journal: what the office, the shop floor and the stations do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)


def more_words() -> dict[str, str]:
    """Words by the kind of entry."""
    return {
        "case.opened": _tr("Case opened"),
        "case.step": _tr("Written into a case"),
        "case.file": _tr("Document attached to a case"),
        "case.told": _tr("Buyer told of a recall"),
        "case.closed": _tr("Case closed"),
        "promotions.imported": _tr("Promotions imported"),
        "shop.founded": _tr("Shop set up"),
        "consent.given": _tr("Messages agreed to"),
        "consent.withdrawn": _tr("Messages no longer wanted"),
        "hold.kept": _tr("Kept for a till's checkout"),
        "orders.ship_place": _tr("Place orders ship from"),
        "orders.tolerance_set": _tr("Tolerance of deliveries set"),
        "orders.tolerance_dropped": _tr("Tolerance of deliveries taken away"),
        "party.self_billing": _tr("Self-billing agreed"),
        **_office(),
        **_money(),
        **_shop_floor(),
        **_stations(),
    }


def _office() -> dict[str, str]:
    return {
        "accounting.account": _tr("Account of the ledger changed"),
        "accounting.chart": _tr("Chart of accounts replaced"),
        "accounting.year_closed": _tr("Year closed"),
        "address.changed": _tr("Address changed"),
        "contact.changed": _tr("Contact changed"),
        "contact.removed": _tr("Contact removed"),
        "party.erased": _tr("Customer erased"),
        "party.merged": _tr("Customers joined"),
        "credit.stopped": _tr("Credit stopped"),
        "credit.stop_lifted": _tr("Credit given again"),
        "terms.changed": _tr("Terms changed"),
        "terms.tax_rule": _tr("Tax rule of customers changed"),
        "view.saved": _tr("View saved"),
        "view.changed": _tr("View changed"),
        "view.deleted": _tr("View deleted"),
    }


def _money() -> dict[str, str]:
    return {
        "collections.allowance": _tr("Allowance for bad debts booked"),
        "collections.contact": _tr("Talk noted"),
        "collections.imported": _tr("Open items imported"),
        "collections.letter_chosen": _tr("Reminder taken in or left out"),
        "collections.levels": _tr("Levels of reminders changed"),
        "collections.paused": _tr("Reminders paused"),
        "collections.pause_ended": _tr("Reminders go on"),
        "collections.promise": _tr("Promise noted"),
        "collections.promise_withdrawn": _tr("Promise withdrawn"),
        "collections.rates": _tr("Rates of interest changed"),
        "collections.run_proposed": _tr("Run of reminders proposed"),
        "collections.run_approved": _tr("Run of reminders approved"),
        "collections.run_done": _tr("Reminders sent"),
        "collections.run_dropped": _tr("Run of reminders thrown away"),
        "coupon.made": _tr("Coupons made"),
        "coupon.blocked": _tr("Coupon blocked"),
        "einvoice.buyer_changed": _tr("E-invoice data of a customer changed"),
        "einvoice.received": _tr("E-invoice received"),
        "einvoice.taxes_changed": _tr("Tax categories of e-invoices changed"),
        "mail.cancelled": _tr("E-mail taken back"),
        "mail.retried": _tr("E-mail sent again"),
        "mail.template": _tr("Words of e-mails changed"),
        "mail.schedule": _tr("Reports by e-mail changed"),
        "mail.schedule_deleted": _tr("Reports by e-mail deleted"),
    }


def _shop_floor() -> dict[str, str]:
    return {
        "card.day_closed": _tr("Day of the card terminal closed"),
        "card.reversed": _tr("Card payment reversed"),
        "drawer.after_sale": _tr("Drawer opened after the sale"),
        "till.order_made": _tr("Order taken at the till"),
        "till.order_billed": _tr("Order billed at the till"),
        "till.taking": _tr("Payment taken at the till"),
        "product.limit": _tr("Limit of a product changed"),
        "product.parts": _tr("Parts of a product changed"),
        "template.axes": _tr("Choices of a template changed"),
        "template.imported": _tr("Variants imported"),
        "template.prices": _tr("Prices of variants changed"),
        "template.variants": _tr("Variants made"),
        "settings.foreign_cash": _tr("Foreign cash set"),
        "settings.loyalty": _tr("Points set"),
    }


def _stations() -> dict[str, str]:
    return {
        "station.began": _tr("Station began anew"),
        "station.clock_accepted": _tr("Clock of a station accepted"),
        "station.close_allowed": _tr("Close without a station allowed"),
        "station.conflict": _tr("Records of a station differ"),
        "station.joined": _tr("Station joined"),
        "station.quarantined": _tr("Record of a station set aside"),
        "station.registered": _tr("Station registered"),
        "station.released": _tr("Record of a station taken in"),
        "station.replaced": _tr("Station replaced"),
        "station.retired": _tr("Station out of use"),
        "station.sent_again": _tr("Records of a station sent again"),
        "station.twin": _tr("Station found twice"),
    }
