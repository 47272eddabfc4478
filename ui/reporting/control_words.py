"""The words of the control pages."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.reporting.loss import Figure
from app.reporting.loss.rules import Verdict, is_large
from app.vouchers.states import VoucherKind, VoucherStatus
from ui.formatting.formats import Formats

_MILLION: Final = 1_000_000


def figure_words() -> dict[Figure, str]:
    """What is counted of a cashier, short enough for the head of a column."""
    tr = QCoreApplication.translate
    return {
        Figure.SALES: tr("Control", "Sales"),
        Figure.REFUNDS: tr("Control", "Refunds"),
        Figure.NO_RECEIPT: tr("Control", "No receipt"),
        Figure.VOIDED_LINES: tr("Control", "Void lines"),
        Figure.VOIDED_SALES: tr("Control", "Void sales"),
        Figure.NO_SALES: tr("Control", "No sale"),
        Figure.OVERRIDES: tr("Control", "Prices"),
        Figure.DISCOUNTS: tr("Control", "Discounts"),
        Figure.DIFFERENCES: tr("Control", "Cash diff."),
        Figure.RERUNG: tr("Control", "Rung again"),
        Figure.UNSOLD: tr("Control", "Not sold"),
        Figure.JUST_UNDER: tr("Control", "Under limit"),
        Figure.ONE_PAIR: tr("Control", "One pair"),
        Figure.SHORT: tr("Control", "A little short"),
        Figure.ZEROED: tr("Control", "Evened out"),
        Figure.LATE: tr("Control", "Last hour"),
    }


def _meanings() -> dict[Figure, str]:
    """What is counted, where the head of a column does not say it."""
    tr = QCoreApplication.translate
    return {
        Figure.DIFFERENCES: tr("Control", "Cash differences larger than in three of four shifts"),
        Figure.RERUNG: tr("Control", "Sales given up and rung again for less within ten minutes"),
        Figure.UNSOLD: tr("Control", "Goods taken back without a receipt that nobody bought that day"),
        Figure.JUST_UNDER: tr("Control", "Discounts and differences just under the limit"),
        Figure.ONE_PAIR: tr("Control", "Allowed by one and the same person"),
        Figure.SHORT: tr("Control", "Shifts that end short by little"),
        Figure.ZEROED: tr("Control", "Shifts without a difference after a last pay-in or pay-out"),
        Figure.LATE: tr("Control", "Refunds, voids and openings in the last hour of a shift"),
    }


def why_words(figure: Figure, verdict: Verdict, formats: Formats) -> str:
    """One sentence: how often, how often with the others, and whether that is chance."""
    tr = QCoreApplication.translate
    c = verdict.compared
    if c.is_share:
        text = tr("Control", "{what}: {mine} of {base}; all the others {others} of {others_base}. {end}")
    else:
        text = tr(
            "Control",
            "{what}: {mine} beside {base} sales; all the others {others} beside {others_base}. {end}",
        )
    return text.format(
        what=_meanings().get(figure) or figure_words()[figure], mine=c.mine, base=c.base, others=c.others,
        others_base=c.others_base, end=_end(verdict, formats),
    )  # fmt: skip


def _end(verdict: Verdict, formats: Formats) -> str:
    tr = QCoreApplication.translate
    if not verdict.stands_out:
        text = tr("Control", "This may be chance.") if is_large(verdict.compared) else ""
        return text or tr("Control", "Nothing unusual.")
    if verdict.chance < 1 / _MILLION:
        return tr("Control", "Unusual: by chance less than once in a million.")
    text = tr("Control", "Unusual: by chance once in {times}.")
    return text.format(times=formats.number(round(1 / verdict.chance)))


def voucher_kind(kind: str) -> str:
    """What a voucher is."""
    tr = QCoreApplication.translate
    names = {
        VoucherKind.GIFT_CARD.value: tr("Control", "Gift card"),
        VoucherKind.STORE_CREDIT.value: tr("Control", "Store credit"),
    }
    return names.get(kind, kind)


def voucher_status(status: str) -> str:
    """Whether a voucher is taken."""
    tr = QCoreApplication.translate
    names = {
        VoucherStatus.ACTIVE.value: tr("Control", "active"),
        VoucherStatus.BLOCKED.value: tr("Control", "blocked"),
    }
    return names.get(status, status)
