"""Words for what the books keep as codes: states, steps, documents, holds, prices."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.agreements.rules import is_agreed
from app.orders.pricing import PriceReason
from app.orders.states import OrderStatus, Progress, Stage
from ui.formatting import Formats


def stage_word(stage: Stage) -> str:
    """Of a chip over the list."""
    tr = QCoreApplication.translate
    return {
        Stage.DRAFT: tr("Orders", "Drafts"),
        Stage.QUOTED: tr("Orders", "Quotes"),
        Stage.TO_CONFIRM: tr("Orders", "To confirm"),
        Stage.ON_HOLD: tr("Orders", "On hold"),
        Stage.TO_ALLOCATE: tr("Orders", "To allocate"),
        Stage.TO_PICK: tr("Orders", "To pick"),
        Stage.TO_PACK: tr("Orders", "To pack"),
        Stage.TO_SHIP: tr("Orders", "To ship"),
        Stage.TO_INVOICE: tr("Orders", "To invoice"),
        Stage.TO_COLLECT: tr("Orders", "To collect"),
        Stage.DONE: tr("Orders", "Done"),
        Stage.DROPPED: tr("Orders", "Lost or cancelled"),
    }[stage]


def order_status(status: OrderStatus) -> str:
    """Of a quote or order."""
    tr = QCoreApplication.translate
    return {
        OrderStatus.DRAFT: tr("Orders", "Draft"),
        OrderStatus.QUOTED: tr("Orders", "Quote sent"),
        OrderStatus.ACCEPTED: tr("Orders", "Accepted"),
        OrderStatus.ON_HOLD: tr("Orders", "On hold"),
        OrderStatus.CONFIRMED: tr("Orders", "Confirmed"),
        OrderStatus.CLOSED: tr("Orders", "Done"),
        OrderStatus.LOST: tr("Orders", "Lost"),
        OrderStatus.CANCELLED: tr("Orders", "Cancelled"),
    }[status]


def progress_word(progress: Progress) -> str:
    """How much of something has happened."""
    tr = QCoreApplication.translate
    return {
        Progress.NONE: "-",
        Progress.PART: tr("Orders", "in part"),
        Progress.FULL: tr("Orders", "all"),
    }[progress]


def document_word(document_type: str) -> str:
    """Of a kind of document."""
    tr = QCoreApplication.translate
    return {
        "order": tr("Orders", "Order"),
        "pick_list": tr("Orders", "Pick list"),
        "shipment": tr("Orders", "Shipment"),
        "goods_receipt": tr("Orders", "Goods receipt"),
        "invoice": tr("Orders", "Invoice"),
        "prepayment": tr("Orders", "Down payment invoice"),
        "credit_note": tr("Orders", "Credit note"),
        "pro_forma": tr("Orders", "Pro-forma"),
        "customer_payment": tr("Orders", "Payment"),
        "bank_line": tr("Orders", "Bank line"),
        "sale": tr("Orders", "Receipt"),
        "refund": tr("Orders", "Refund"),
        "payment_reversal": tr("Orders", "Payment taken back"),
        "reduction": tr("Orders", "Deduction"),
        "reduction_reversal": tr("Orders", "Deduction taken back"),
        "dunning_letter": tr("Orders", "Reminder"),
        "opening_item": tr("Orders", "Invoice"),
    }.get(document_type, document_type)


def document_icon(document_type: str) -> str:
    """The sign of a kind of document."""
    return {
        "order": "edit_note",
        "pick_list": "playlist_play",
        "shipment": "inventory_2",
        "credit_note": "undo",
        "customer_payment": "payments",
    }.get(document_type, "receipt_long")


def document_status(status: str) -> str:
    """Of any document of the chain."""
    tr = QCoreApplication.translate
    words = {
        "draft": tr("Orders", "Draft"), "quoted": tr("Orders", "Quote sent"),
        "accepted": tr("Orders", "Accepted"), "on_hold": tr("Orders", "On hold"),
        "confirmed": tr("Orders", "Confirmed"), "closed": tr("Orders", "Done"),
        "lost": tr("Orders", "Lost"), "cancelled": tr("Orders", "Cancelled"),
        "open": tr("Orders", "Open"), "picking": tr("Orders", "Being picked"),
        "picked": tr("Orders", "Picked"), "packed": tr("Orders", "Packed"),
        "dispatched": tr("Orders", "On the way"), "failed": tr("Orders", "Not delivered"),
        "delivered": tr("Orders", "Delivered"), "returned": tr("Orders", "Returned"),
        "held": tr("Orders", "Held"), "posted": tr("Orders", "Posted"),
        "voided": tr("Orders", "Thrown away"), "reversed": tr("Orders", "Taken back"),
    }  # fmt: skip
    return words.get(status, status)


def step_word(step: str) -> str:
    """Of a step in the timeline."""
    tr = QCoreApplication.translate
    words = {
        "created": tr("Orders", "Created"), "changed": tr("Orders", "Changed"),
        "imported": tr("Orders", "Came from a web shop"),
        "quoted": tr("Orders", "Quote sent"), "accepted": tr("Orders", "Accepted"),
        "lost": tr("Orders", "Lost"), "confirmed": tr("Orders", "Confirmed"),
        "on_hold": tr("Orders", "Put on hold"), "released": tr("Orders", "Released"),
        "allocated": tr("Orders", "Stock committed"), "unreserved": tr("Orders", "Stock given back"),
        "promise_lost": tr("Orders", "Promised goods are gone"),
        "bought": tr("Orders", "Ordered from a supplier"),
        "direct": tr("Orders", "Comes directly from a supplier"),
        "not_direct": tr("Orders", "Ships from our place after all"),
        "routed": tr("Orders", "Ships from"), "surplus": tr("Orders", "More than ordered"),
        "closed_short": tr("Orders", "Less than ordered, closed"),
        "from_recurring": tr("Orders", "Ordered again like"),
        "amended": tr("Orders", "Amended"), "cancelled": tr("Orders", "Cancelled"),
        "cancelled_rest": tr("Orders", "Rest cancelled"), "closed": tr("Orders", "Closed"),
        "picked": tr("Orders", "Picked"), "short": tr("Orders", "Picked short"),
        "packed": tr("Orders", "Packed"), "unpacked": tr("Orders", "Unpacked"),
        "dispatched": tr("Orders", "Shipped"), "dispatched_again": tr("Orders", "Sent again"),
        "delivered": tr("Orders", "Delivered"), "failed": tr("Orders", "Not delivered"),
        "returned": tr("Orders", "Came back"), "posted": tr("Orders", "Posted"),
        "held": tr("Orders", "Held"), "voided": tr("Orders", "Thrown away"),
        "drafted": tr("Orders", "Drafted"), "credited": tr("Orders", "Credited"),
        "received": tr("Orders", "Payment received"),
        "applied": tr("Orders", "Applied"), "payment_undone": tr("Orders", "Payment undone"),
        "reversed": tr("Orders", "Taken back"), "refunded": tr("Orders", "Refunded"),
        "ready": tr("Orders", "Ready to be fetched"), "claimed": tr("Orders", "Missing or damaged"),
        "service_done": tr("Orders", "Service done"), "promised": tr("Orders", "Promised for"),
        "counted": tr("Orders", "Counted"), "printed": tr("Orders", "Printed"),
        "mailed": tr("Orders", "Sent by e-mail"), "einvoice": tr("Orders", "E-invoice made"),
        "repeated": tr("Orders", "Repeated from"), "repeat_stopped": tr("Orders", "No longer repeated"),
        "reminded": tr("Orders", "Reminded"), "disputed": tr("Orders", "Disputed"),
        "dispute_resolved": tr("Orders", "Dispute ended"),
        "plan_made": tr("Orders", "Instalments agreed"),
        "early_discount": tr("Orders", "Discount for paying early"),
        "allowance": tr("Orders", "Allowance"), "write_off": tr("Orders", "Written off"),
        "small_difference": tr("Orders", "Small difference"),
        "bank_fee": tr("Orders", "Fee of a bank"),
        "reduction_undone": tr("Orders", "Deduction taken back"),
    }  # fmt: skip
    return words.get(step, step)


def hold_word(reason: str) -> str:
    """Why an order or an invoice waits."""
    tr = QCoreApplication.translate
    words = {
        "credit_limit": tr("Orders", "Above the credit limit"),
        "no_credit": tr("Orders", "Nothing on account"),
        "overdue": tr("Orders", "Overdue invoices"),
        "amount": tr("Orders", "Above the amount that needs a yes"),
        "discount": tr("Orders", "More discount than allowed"),
        "manual": tr("Orders", "Put on hold by hand"),
        "qty_over": tr("Orders", "More billed than delivered"),
        "not_delivered": tr("Orders", "Not delivered"),
        "price": tr("Orders", "Another price than ordered"),
        "tax": tr("Orders", "Another tax than ordered"),
        "duplicate": tr("Orders", "Billed twice"),
        "credit_hold": tr("Orders", "The order is on hold"),
        "period_closed": tr("Orders", "The period is closed"),
        "unknown": tr("Orders", "Nothing that left answers it"),
    }
    return words.get(reason, reason)


def _said_by(reason: PriceReason, formats: Formats) -> str:
    """Which agreement or list says the price."""
    tr, price = QCoreApplication.translate, formats.amount(reason.list_price_minor)
    if is_agreed(reason.list_code):
        return tr("Orders", "Agreement {number}: {price}").format(number=reason.list_code, price=price)
    return tr("Orders", "List “{code}”: {price}").format(code=reason.list_code, price=price)


def why_this_price(reason: PriceReason | None, formats: Formats) -> str:
    """One sentence on where a price comes from."""
    tr = QCoreApplication.translate
    if reason is None:
        return ""
    parts: list[str] = []
    if reason.list_code:
        parts.append(_said_by(reason, formats))
    if reason.min_quantity_milli:
        parts.append(tr("Orders", "from {quantity} on").format(
            quantity=formats.quantity(reason.min_quantity_milli)
        ))  # fmt: skip
    if reason.valid_from or reason.valid_to:
        parts.append(tr("Orders", "valid {first} to {last}").format(
            first=formats.date(reason.valid_from) if reason.valid_from else "…",
            last=formats.date(reason.valid_to) if reason.valid_to else "…",
        ))  # fmt: skip
    if reason.from_base_unit:
        parts.append(tr("Orders", "base price × content"))
    if reason.is_negotiated:
        parts.append(tr("Orders", "negotiated: {price}").format(
            price=formats.amount(reason.unit_price_minor)
        ))  # fmt: skip
    if reason.discount_hundredths:
        parts.append(tr("Orders", "less {discount}").format(
            discount=formats.percent(reason.discount_hundredths)
        ))  # fmt: skip
    return ", ".join(parts)
