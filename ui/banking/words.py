"""Words of the bank."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.banking.gaps import Gap
from app.banking.matching.model import Ground
from app.banking.states import LineStatus, MatchKind, PartKind
from ui.office.section import OfficeDesk
from ui.orders.links import money


def status_word(status: str) -> str:
    """Where a line stands."""
    tr = QCoreApplication.translate
    return {
        LineStatus.OPEN.value: tr("Bank", "to match"),
        LineStatus.BOOKED.value: tr("Bank", "booked"),
        LineStatus.LEFT_OUT.value: tr("Bank", "left out"),
    }.get(status, status)


def match_word(kind: str) -> str:
    """What a line was booked as."""
    tr = QCoreApplication.translate
    return {
        MatchKind.PAYMENT.value: tr("Bank", "Payment"),
        MatchKind.KNOWN.value: tr("Bank", "Recorded before"),
        MatchKind.ACCOUNT.value: tr("Bank", "To accounts"),
        MatchKind.PAYOUT.value: tr("Bank", "Card payout"),
        MatchKind.RETURNED.value: tr("Bank", "Bounced"),
        MatchKind.COLLECTION.value: tr("Bank", "Direct debits"),
    }.get(kind, kind)


def part_word(kind: str) -> str:
    """What a part of a match is."""
    tr = QCoreApplication.translate
    return {
        PartKind.ITEM.value: tr("Bank", "paid"),
        PartKind.DISCOUNT.value: tr("Bank", "discount"),
        PartKind.FEE.value: tr("Bank", "bank fee"),
        PartKind.DIFFERENCE.value: tr("Bank", "small difference"),
        PartKind.CREDIT.value: tr("Bank", "credit note"),
        PartKind.ACCOUNT.value: tr("Bank", "account"),
        PartKind.PAYMENT.value: tr("Bank", "payment"),
    }.get(kind, kind)


def ground_word(ground: str) -> str:
    """Why something is believed, or doubted."""
    tr = QCoreApplication.translate
    return {
        Ground.REFERENCE.value: tr("Bank", "reference"),
        Ground.NUMBER.value: tr("Bank", "number"),
        Ground.SHORT_NUMBER.value: tr("Bank", "short number"),
        Ground.OTHER_NUMBER.value: tr("Bank", "order or own number"),
        Ground.CUSTOMER_NUMBER.value: tr("Bank", "customer number"),
        Ground.IBAN.value: tr("Bank", "account known"),
        Ground.END_TO_END.value: tr("Bank", "end-to-end id"),
        Ground.NAME.value: tr("Bank", "name"),
        Ground.ADVICE.value: tr("Bank", "announced"),
        Ground.EXACT.value: tr("Bank", "amount exact"),
        Ground.SUM.value: tr("Bank", "sum exact"),
        Ground.BALANCE.value: tr("Bank", "all that is open"),
        Ground.OLDEST.value: tr("Bank", "the oldest come to it"),
        Ground.SUBSET.value: tr("Bank", "only this choice comes to it"),
        Ground.DISCOUNT.value: tr("Bank", "exact less discount"),
        Ground.CREDIT.value: tr("Bank", "exact less credit note"),
        Ground.FEE.value: tr("Bank", "looks like a bank fee"),
        Ground.CHARGES.value: tr("Bank", "less the fee the bank names"),
        Ground.CENTS.value: tr("Bank", "some cents differ"),
        Ground.PART.value: tr("Bank", "part payment"),
        Ground.OVER.value: tr("Bank", "more than is open"),
        Ground.PAID.value: tr("Bank", "is paid already"),
        Ground.TERMS.value: tr("Bank", "due about now"),
        Ground.OTHER_PAYER.value: tr("Bank", "somebody else pays"),
        Ground.DISPUTED.value: tr("Bank", "in dispute"),
        Ground.AMBIGUOUS.value: tr("Bank", "others have this amount"),
    }.get(ground, ground)


def evidence_text(evidence: tuple[tuple[str, ...], ...]) -> str:
    """Grounds with what they were found in, in one line."""
    told = [
        f"{ground_word(e[0])} {e[1]}".strip() if len(e) > 1 else ground_word(e[0])
        for e in evidence
        if e and e[0] not in ("words", "taken_before")
    ]
    own = [e[1] for e in evidence if len(e) > 1 and e[0] == "words"]
    return ", ".join([*told, *own])


def gap_text(desk: OfficeDesk, gap: Gap, currency: str) -> str:
    """What is missing before a statement."""
    tr = QCoreApplication.translate
    words: list[str] = []
    if gap.first:
        words.append(tr("Bank", "Statement {numbers} is missing.").format(numbers=gap.numbers))
    if gap.closed_minor is not None and gap.opened_minor is not None:
        text = tr("Bank", "The last one closed with {closed}, this one opens with {opened}.")
        closed, opened = (money(desk, m, currency) for m in (gap.closed_minor, gap.opened_minor))
        words.append(text.format(closed=closed, opened=opened))
    return " ".join(words)
