"""What an entry of the journal says, in the words of whoever reads it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.orders.words import document_word, step_word
from ui.reporting.journal_more_words import more_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)


def entry_text(kind: str) -> str:
    """The words for a kind of entry; the kind itself where there are none."""
    document, _dot, step = kind.partition(".")
    if document_word(document) != document:
        return f"{document_word(document)}: {step_word(step)}"
    own = {
        **_people(),
        **_till(),
        **_goods(),
        **_settings(),
        **_bank(),
        **_agreed_and_signed(),
        **more_words(),
    }
    return own.get(kind, kind)


def _people() -> dict[str, str]:
    return {
        "access.approval_refused": _tr("Approval refused"),
        "access.approved": _tr("Approved"),
        "access.office_entered": _tr("Back office entered"),
        "access.office_refused": _tr("Back office refused"),
        "access.password_changed": _tr("Password changed"),
        "access.password_reset": _tr("Password reset"),
        "access.pin_changed": _tr("PIN changed"),
        "access.refused": _tr("Sign-in refused"),
        "access.role_changed": _tr("Role changed"),
        "access.roles_created": _tr("Roles created"),
        "access.signed_in": _tr("Signed in"),
        "access.two_factor_off": _tr("Second factor switched off"),
        "access.two_factor_on": _tr("Second factor switched on"),
        "access.two_factor_reset": _tr("Second factor reset"),
        "access.unlocked": _tr("User unlocked"),
        "access.user_changed": _tr("User changed"),
        "access.user_created": _tr("User created"),
        "customer.active": _tr("Customer unblocked"),
        "customer.blocked": _tr("Customer blocked"),
        "customer.changed": _tr("Customer changed"),
        "customer.created": _tr("Customer created"),
        "address.added": _tr("Address added"),
        "address.removed": _tr("Address removed"),
        "contact.added": _tr("Contact added"),
        "terms.created": _tr("Terms created"),
        "terms.credit_limit": _tr("Credit limit changed"),
        "terms.saved": _tr("Credit terms changed"),
    }


def _agreed_and_signed() -> dict[str, str]:
    return {
        "agreement.ended": _tr("Agreement ended"),
        "agreement.made": _tr("Agreement made"),
        "agreement.price_agreed": _tr("Price agreed"),
        "agreement.product_dropped": _tr("Agreed price taken back"),
        "journal.checkpoint": _tr("Journal signed"),
        "journal.key_made": _tr("Key made"),
        "journal.key_rolled": _tr("Key replaced"),
        "journal.sealed": _tr("Rows sealed"),
    }


def _till() -> dict[str, str]:
    return {
        "sale.completed": _tr("Sale"),
        "return.completed": _tr("Return"),
        "cart.line_voided": _tr("Line voided"),
        "cart.parked": _tr("Sale parked"),
        "cart.recalled": _tr("Sale recalled"),
        "cart.recovered": _tr("Sale recovered"),
        "cart.unreadable": _tr("Sale not readable"),
        "cart.voided": _tr("Sale voided"),
        "shift.opened": _tr("Shift opened"),
        "shift.counted": _tr("Drawer counted"),
        "shift.closed": _tr("Shift closed"),
        "shift.resumed": _tr("Count dropped"),
        "shift.suspended": _tr("Shift suspended"),
        "shift.taken_up": _tr("Suspended shift taken up"),
        "drawer.no_sale": _tr("Drawer opened without a sale"),
        "drawer.pay_in": _tr("Pay-in"),
        "drawer.pay_out": _tr("Pay-out"),
        "drawer.safe_drop": _tr("Safe drop"),
        "drawer.bank_drop": _tr("Bank drop"),
        "day.closed": _tr("Day closed"),
        "card.requested": _tr("Card payment begun"),
        "card.approved": _tr("Card payment approved"),
        "card.declined": _tr("Card payment declined"),
        "card.unknown": _tr("Card payment unclear"),
        "card.unknown_at_start": _tr("Card payment unclear"),
        "report.x": _tr("X report"),
        "reprint.receipt": _tr("Receipt printed again"),
        "reprint.z_report": _tr("Z report printed again"),
        "reprint.cash_movement": _tr("Cash slip printed again"),
        "print.retried": _tr("Printed again"),
        "print.gift_receipt": _tr("Gift receipt"),
        "training.begun": _tr("Training begun"),
        "demo.created": _tr("Demo shop created"),
    }


def _goods() -> dict[str, str]:
    return {
        "product.active": _tr("Product put into use"),
        "product.inactive": _tr("Product taken out of use"),
        "product.changed": _tr("Product changed"),
        "product.created": _tr("Product created"),
        "products.bulk": _tr("Many products changed"),
        "products.imported": _tr("Products imported"),
        "category.created": _tr("Category created"),
        "category.changed": _tr("Category changed"),
        "category.removed": _tr("Category removed"),
        "price.set": _tr("Price set"),
        "price.removed": _tr("Price removed"),
        "price_list.created": _tr("Price list created"),
        "price_list.formulas": _tr("Formulas of a price list changed"),
        "price_rule.added": _tr("Price list given to customers"),
        "price_rule.removed": _tr("Price list taken from customers"),
        "price_change.planned": _tr("Price change planned"),
        "price_change.cancelled": _tr("Price change cancelled"),
        "layaway.forfeited": _tr("Layaway forfeited"),
        "labels.printed": _tr("Labels printed"),
        "prices.imported": _tr("Prices imported"),
        "party_group.saved": _tr("Group of customers changed"),
        "party_group.members": _tr("Members of a group changed"),
        "price_list.renamed": _tr("Price list renamed"),
        "stock.adjusted": _tr("Stock corrected"),
        "stock.classified": _tr("Classes of counting worked out"),
        "commission.rate": _tr("Rate of commission set"),
        "commission.rate_dropped": _tr("Rate of commission taken away"),
        "commission.settled": _tr("Commissions settled"),
        "commission.paid": _tr("Commissions paid"),
        "store.task": _tr("Task of the store written"),
        "store.task_retired": _tr("Task of the store out of use"),
        "store.ticked": _tr("Task of the store done"),
        "store.unticked": _tr("Task of the store open again"),
    }


def _settings() -> dict[str, str]:
    return {
        "settings.account": _tr("Account changed"),
        "settings.changed": _tr("Settings changed"),
        "settings.chart": _tr("Accounts created"),
        "settings.layout": _tr("Layout changed"),
        "settings.company": _tr("Company changed"),
        "settings.location": _tr("Location changed"),
        "settings.store": _tr("Store changed"),
        "settings.tender": _tr("Tender changed"),
        "settings.till": _tr("Till changed"),
        "settings.till_used": _tr("Till put into or out of use"),
        "tax.added": _tr("Tax added"),
        "tax.ended": _tr("Tax ended"),
        "tax.rate_changed": _tr("Tax rate changed"),
        "tax_class.created": _tr("Tax class created"),
        "tax_class.renamed": _tr("Tax class renamed"),
        "rate.saved": _tr("Exchange rate saved"),
        "ledger.period_closed": _tr("Period closed"),
    }


def _bank() -> dict[str, str]:
    return {
        "bank.account": _tr("Bank account saved"),
        "bank.advice": _tr("Remittance advice kept"),
        "bank.advice_dropped": _tr("Remittance advice dropped"),
        "bank.debit_run": _tr("Direct debit run made"),
        "bank.debit_run_cancelled": _tr("Direct debit run called off"),
        "bank.imported": _tr("Bank statement imported"),
        "bank.left_out": _tr("Bank line left out"),
        "bank.mandate": _tr("Direct debit mandate entered"),
        "bank.mandate_revoked": _tr("Direct debit mandate taken back"),
        "bank.matched": _tr("Bank line booked"),
        "bank.opening": _tr("Opening balance of the bank taken over"),
        "bank.table_profile": _tr("Profile of a bank's table kept"),
        "bank.taken_in": _tr("Bank line taken in again"),
        "bank.unmatched": _tr("Bank line undone"),
    }
