"""What the payment page shows of a Tendering."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.kernel.refusal import Refusal
from app.loyalty.rules import program_of
from app.till.context import TenderType, TillContext
from app.till.credit import OWN_CREDIT
from app.till.refunds import policy_of, proposed, without_receipt
from app.till.tender import Tender, Tendering, quick_notes
from ui.formatting import Formats
from ui.till.pay_view import PayView, TenderMethod, TenderTaken

if TYPE_CHECKING:
    from app.till.operations.sales import CompletedSale
    from ui.till.desk import Desk
    from ui.till.state import TillState

_ICONS: Final = {
    "cash": "payments", "card": "credit_card", "account": "account_balance", "voucher": "redeem",
    "gift_card": "redeem", "store_credit": "redeem", "points": "star",
}  # fmt: skip
HIDDEN: Final = "exchange"  # settles the documents of one checkout; nobody pays by it
POINTS: Final = "points"
FOREIGN: Final = "foreign_cash"


VOUCHERS: Final = frozenset({"gift_card", "store_credit"})


def code_of_kind(context: TillContext, kind: str) -> str | None:
    """The code of the first tender of a kind; None when the shop has none."""
    return next((t.code for t in context.tenders if t.kind == kind), None)


def offered(context: TillContext, state: TillState) -> list[TenderType]:
    """The ways to pay that are shown: points only of a customer, where they are worth anything."""
    redeem = program_of(context.settings).value_minor > 0 and state.cart.customer is not None
    left_out = {HIDDEN} if redeem else {HIDDEN, POINTS}
    if state.total_minor < 0:
        left_out.add(FOREIGN)  # paid back in home currency
    return [t for t in context.tenders if t.kind not in left_out]


def proposed_method(state: TillState, context: TillContext) -> str:
    """By what to pay: cash, and for a refund as the policy says."""
    if state.total_minor >= 0:
        return "cash"
    kind = without_receipt(context.settings)[0]
    if state.origin is not None:
        policy = policy_of(context.settings)
        kind = proposed(state.origin.paid, state.origin.refunded, policy, -state.total_minor)
    return code_of_kind(context, kind) or "cash"


class SaleNotBookedError(Refusal):
    """It was looked up after an error at COMMIT, and is not there."""

    message = "The sale was not booked. Nothing is lost: press Enter to try again."


def _tr(text: str) -> str:
    return QCoreApplication.translate("Till", text)


def tender_name(tender: TenderType) -> str:
    """The name of a way to pay; the usual three in the user's language."""
    names = {
        "cash": _tr("Cash"), "card": _tr("Card"), "account": _tr("On account"),
        "gift_card": _tr("Gift card"), "store_credit": _tr("Store credit"), "points": _tr("Points"),
    }  # fmt: skip
    return names.get(tender.code, tender.name)


def tender_method(tender: TenderType) -> TenderMethod:
    """Its button."""
    return TenderMethod(tender.code, tender_name(tender), _ICONS.get(tender.kind, "payments"))


def show_change(desk: Desk, sale: CompletedSale, tenders: Sequence[Tender]) -> None:
    """What is given back, and the sum of the sale, on the page after it."""
    formats, view = desk.formats, desk.view.change
    change = formats.money(sale.change_minor) if sale.change_minor else ""
    received = sum(t.tendered_minor for t in tenders)
    summary = _tr("{number}: {total}, received {received}")
    if sale.gross_minor < 0:
        cash = -sum(t.amount_minor for t in tenders if t.kind == "cash")
        change = formats.money(cash) if cash else ""
        summary = _tr("{number}: {total} paid out")
    view.show_change(
        change,
        summary.format(
            number=sale.number, total=formats.money(sale.gross_minor), received=formats.money(received)
        ),
        refund=sale.gross_minor < 0,
    )  # fmt: skip
    view.set_receipt_state(_tr("The receipt is printing…"))
    credit = _new_credit(desk, tenders)
    if credit:  # what stands there already is of this sale: its drawer may have failed before the answer
        view.add_note(credit)


def _new_credit(desk: Desk, tenders: Sequence[Tender]) -> str:
    """The number of store credit that was made, to be written down or scanned from the receipt."""
    made = [t for t in tenders if t.kind == "store_credit" and t.amount_minor < 0]
    if not made:
        return ""
    text = _tr("Store credit {code}: {amount}")
    return text.format(code=made[0].reference, amount=desk.formats.money(-made[0].amount_minor))


def show_tenders(view: PayView, tendering: Tendering, context: TillContext, formats: Formats) -> None:
    """What was taken already."""
    names = {t.code: tender_name(t) for t in context.tenders}
    view.set_tenders(
        [
            TenderTaken(
                str(i),
                _tr("Credit") if t.reference == OWN_CREDIT else names.get(t.code, t.code),
                formats.money(t.tendered_minor),
            )
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
