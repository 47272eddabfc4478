"""What the payment page shows of a Tendering."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.kernel.refusal import Refusal
from app.till.context import TenderType, TillContext
from app.till.tender import Tendering, quick_notes
from ui.formatting import Formats
from ui.till.pay_view import PayView, TenderMethod, TenderTaken

_ICONS: Final = {
    "cash": "payments", "card": "credit_card", "account": "account_balance", "voucher": "redeem",
}  # fmt: skip


class SaleNotBookedError(Refusal):
    """It was looked up after an error at COMMIT, and is not there."""

    message = "The sale was not booked. Nothing is lost: press Enter to try again."


def _tr(text: str) -> str:
    return QCoreApplication.translate("Till", text)


def tender_name(tender: TenderType) -> str:
    """The name of a way to pay; the usual three in the user's language."""
    names = {"cash": _tr("Cash"), "card": _tr("Card"), "account": _tr("On account")}
    return names.get(tender.code, tender.name)


def tender_method(tender: TenderType) -> TenderMethod:
    """Its button."""
    return TenderMethod(tender.code, tender_name(tender), _ICONS.get(tender.kind, "payments"))


def show_tenders(view: PayView, tendering: Tendering, context: TillContext, formats: Formats) -> None:
    """What was taken already."""
    names = {t.code: tender_name(t) for t in context.tenders}
    view.set_tenders(
        [
            TenderTaken(str(i), names.get(t.code, t.code), formats.money(t.tendered_minor))
            for i, t in enumerate(tendering.tenders)
        ]
    )


def show_amounts(
    view: PayView, tendering: Tendering, formats: Formats, *, typed: int | None, entry: str
) -> None:
    """To pay, received, and what is still to pay or to give back.

    Args:
        view: where.
        tendering: what was paid so far.
        formats: the user's.
        typed: the amount typed and not taken yet, in minor units.
        entry: the digits as they were typed.
    """
    sign = -1 if tendering.due_minor < 0 else 1
    received = sum(t.tendered_minor for t in tendering.tenders) + sign * (typed or 0)
    rest = abs(tendering.cash_due_minor) - (typed or 0)
    change = tendering.change_minor if tendering.is_complete else max(-rest, 0)
    is_change = tendering.is_complete or (rest <= 0 and typed is not None)
    view.set_amounts(
        formats.money(tendering.due_minor), entry or formats.money(received),
        formats.money(change if is_change else sign * rest), is_change=is_change,
    )  # fmt: skip


def show_quick(view: PayView, tendering: Tendering, formats: Formats) -> None:
    """Exact and the notes that are likely; none when it is paid."""
    if tendering.is_complete:
        view.set_quick([])
        return
    notes = quick_notes(
        abs(tendering.still_to_pay_minor), tendering.currency,
        cash_rounding_minor=tendering.cash_rounding_minor,
    )  # fmt: skip
    view.set_quick([(n, _tr("Exact") if i == 0 else formats.money(n)) for i, n in enumerate(notes)])
