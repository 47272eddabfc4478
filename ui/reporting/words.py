"""Words of the reports for what the books keep as codes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def sale_kind(kind: str) -> str:
    """Of a sale."""
    tr = QCoreApplication.translate
    return {"sale": tr("Reporting", "Sale"), "return": tr("Reporting", "Return")}.get(kind, kind)


def shift_status(status: str) -> str:
    """Of a shift."""
    tr = QCoreApplication.translate
    return {
        "open": tr("Reporting", "Open"),
        "counting": tr("Reporting", "Being counted"),
        "suspended": tr("Reporting", "Suspended"),
        "closed": tr("Reporting", "Closed"),
    }.get(status, status)


def print_status(status: str) -> str:
    """Of a print job."""
    tr = QCoreApplication.translate
    return {
        "queued": tr("Reporting", "Waiting"),
        "sending": tr("Reporting", "Being printed"),
        "printed": tr("Reporting", "Printed"),
        "sent_unconfirmed": tr("Reporting", "Sent, not confirmed"),
        "needs_attention": tr("Reporting", "Needs attention"),
        "cancelled": tr("Reporting", "Cancelled"),
    }.get(status, status)


def paper_kind(kind: str) -> str:
    """Of a paper."""
    tr = QCoreApplication.translate
    return {
        "receipt": tr("Reporting", "Receipt"),
        "gift_receipt": tr("Reporting", "Gift receipt"),
        "counter_slip": tr("Reporting", "Counter slip"),
        "delivery_slip": tr("Reporting", "Delivery slip"),
        "taking": tr("Reporting", "Money taken"),
        "x_report": tr("Reporting", "X report"),
        "z_report": tr("Reporting", "Z report"),
        "cash_movement": tr("Reporting", "Cash slip"),
    }.get(kind, kind)
