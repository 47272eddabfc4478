"""Booking a line of a statement, and taking it back: one match, one transaction, nothing half."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import Row, select, update

from app.banking.learning import learn_payer
from app.banking.match_store import MatchPart, SavedMatch, find_saved, write_match
from app.banking.matching.model import Candidate, Share
from app.banking.refusals import LineSignError, NothingChosenError, OtherCustomerError, PartsDifferError
from app.banking.states import MatchedBy, MatchKind, PartKind
from app.banking.store import get_account_row, lock_open_line
from app.banking.tables import remittance_advice, remittance_advice_line
from app.collections.operations.reductions import reduce_item
from app.collections.states import ReductionKind
from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.settle import apply_to_items, record_payment
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.ledger.operations import post
from app.ledger.periods import closed_until
from app.ledger.rules import Posting
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.payments.tables import customer_payment
from app.receivables.rules import Part
from app.receivables.tables import allocation, open_item
from app.terms.rules import to_home

_REFERENCE: Final = 200
Evidence = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Booking:
    """What a line of money in is to be booked as; as a Candidate, or as a person put it together.

    pays less discounts and credits, less fee and difference, plus the rest is the line.
    """

    party_id: int
    shares: tuple[Share, ...] = ()
    credits: tuple[Share, ...] = ()
    fee_minor: int = 0
    difference_minor: int = 0
    rest_minor: int = 0
    currency: str = ""  # that the line was instructed in; "": its own

    def sum_minor(self) -> int:
        """What the line must be."""
        paid = sum(s.pays_minor - s.discount_minor for s in self.shares)
        credit = sum(s.pays_minor for s in self.credits)
        return paid - credit - self.fee_minor - self.difference_minor + self.rest_minor


def booking_of(candidate: Candidate) -> Booking:
    """What a candidate comes to."""
    return Booking(
        candidate.party_id, candidate.shares, candidate.credits, candidate.fee_minor,
        candidate.difference_minor, candidate.rest_minor, candidate.currency,
    )  # fmt: skip


@permitted(Permission.RECEIVE_PAYMENT)
def book_payment_line(
    uow: UnitOfWork, *, uuid: str, line_id: int, booking: Booking, matched_by: MatchedBy = MatchedBy.PERSON,
    evidence: Evidence = (), method: PaymentMethod = PaymentMethod.BANK,
) -> SavedMatch:  # fmt: skip
    """Book a line as a customer's payment: applied, less discount, fee and cents, the rest his credit.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one match.
        line_id: the line, money in.
        booking: what it pays.
        matched_by: who decided.
        evidence: (ground, detail) as it was shown.
        method: a cheque or a direct debit where the line is one.

    Raises:
        NoSuchLineError, LineDoneError, LineSignError, PartsDifferError, NothingChosenError,
        OtherCustomerError and what the payment or a deduction refuses.
    """
    there = find_saved(uow.connection, uuid)
    if there is not None:
        return there
    line = lock_open_line(uow, line_id)
    amount, currency = _money_of(line, booking)
    _check(uow, line, booking, Money(amount, currency))
    day = booking_day(uow, line.booked_on)
    left = {s.item_id: s.pays_minor for s in booking.shares}
    parts = _deduct(uow, uuid, line, booking, left, day)
    parts += _set_credits(uow, booking, left)
    role = get_account_row(uow.connection, line.account_id).role
    draft = PaymentDraft(booking.party_id, amount, method, day, currency, _words(line), account_role=role)
    saved = record_payment(
        uow, uuid=_part_uuid(uuid, "payment"), draft=draft,
        parts=[Part(item, minor) for item, minor in left.items() if minor > 0],
    )  # fmt: skip
    if booking.difference_minor < 0:
        parts.append(_keep_cents(uow, uuid, saved.payment_id, -booking.difference_minor, day))
    parts += _told_parts(booking, left, saved.payment_id)
    match = write_match(
        uow, uuid=uuid, line=line, kind=MatchKind.PAYMENT, matched_by=matched_by, on=day, parts=parts,
        evidence=evidence, party_id=booking.party_id,
    )  # fmt: skip
    if booking.currency:
        _book_rate(uow, line, saved.payment_id, match.match_id, role, day)
    learn_payer(uow, line, booking.party_id, match.match_id)
    _close_advice(uow, line, booking, match.match_id)
    return match


def booking_day(uow: UnitOfWork, booked_on: date) -> date:
    """The day of the bank, or the first one that is still open."""
    until = closed_until(uow.connection)
    return booked_on if until is None or booked_on > until else until + timedelta(days=1)


def _part_uuid(uuid: str, what: str) -> str:
    return str(uuid5(NAMESPACE_OID, f"{uuid}:{what}"))


def _words(line: Row[Any]) -> str:
    return f"{line.name} {line.text}".strip()[:_REFERENCE]


def _money_of(line: Row[Any], booking: Booking) -> tuple[int, str]:
    """What came, in the currency it is reckoned in."""
    if not booking.currency:
        return int(line.amount_minor), str(line.currency)
    if booking.currency != line.foreign_currency:
        raise LineSignError(amount=Money(line.amount_minor, line.currency))
    return int(line.foreign_minor), booking.currency


def _book_rate(uow: UnitOfWork, line: Row[Any], payment_id: int, match_id: int, role: str, day: date) -> None:
    """The bank changed at its own rate: what differs from the rate of the day is an exchange difference."""
    row = uow.connection.execute(select(customer_payment).where(customer_payment.c.id == payment_id)).one()
    gained = line.amount_minor - to_home(row.amount_minor, row.rate_micro)
    post(
        uow, kind="bank_rate", business_date=day, document_type="bank_match", document_id=match_id,
        postings=[Posting(role, gained), Posting("exchange_difference", -gained)],
    )  # fmt: skip


def _check(uow: UnitOfWork, line: Row[Any], booking: Booking, amount: Money) -> None:
    if line.amount_minor <= 0:
        raise LineSignError(amount=Money(line.amount_minor, line.currency))
    if not booking.shares and not booking.rest_minor:
        raise NothingChosenError
    total = booking.sum_minor()
    if total != amount.minor or booking.rest_minor < 0 or booking.fee_minor < 0:
        raise PartsDifferError(
            sum=Money(total, amount.currency), amount=amount,
            left=Money(amount.minor - total, amount.currency),
        )  # fmt: skip
    wanted = [s.item_id for s in (*booking.shares, *booking.credits)]
    owners = uow.connection.execute(
        select(open_item.c.party_id).where(open_item.c.id.in_(wanted)).distinct()
    ).scalars()
    if any(owner != booking.party_id for owner in owners):
        raise OtherCustomerError


def _deduct(
    uow: UnitOfWork, uuid: str, line: Row[Any], booking: Booking, left: dict[int, int], day: date
) -> list[MatchPart]:
    """Discounts, the fee and the cents let go of: documents with an entry and their tax."""
    early = max(min(line.value_on, day), booking_day(uow, min(line.value_on, day)))
    wanted = [(s.item_id, ReductionKind.EARLY_DISCOUNT, PartKind.DISCOUNT, s.discount_minor, early)
              for s in booking.shares if s.discount_minor]  # fmt: skip
    if booking.fee_minor:
        wanted.append((_largest(left), ReductionKind.BANK_FEE, PartKind.FEE, booking.fee_minor, day))
    if booking.difference_minor > 0:
        cents = (ReductionKind.SMALL_DIFFERENCE, PartKind.DIFFERENCE, booking.difference_minor)
        wanted.append((_largest(left), *cents, day))
    made: list[MatchPart] = []
    for place, (item_id, kind, part, minor, on) in enumerate(wanted):
        saved = reduce_item(
            uow, uuid=_part_uuid(uuid, f"{kind.value}{place}"), item_id=item_id, kind=kind,
            amount_minor=minor, on=on,
        )  # fmt: skip
        left[item_id] -= minor
        made.append(MatchPart(part, minor, open_item_id=item_id, reduction_id=saved.reduction_id))
    return made


def _largest(left: dict[int, int]) -> int:
    if not left:
        raise NothingChosenError
    return max(left, key=lambda item: (left[item], item))


def _set_credits(uow: UnitOfWork, booking: Booking, left: dict[int, int]) -> list[MatchPart]:
    """Credit notes against the chosen items, in the order they were chosen."""
    made: list[MatchPart] = []
    for credit in booking.credits:
        rest = credit.pays_minor
        for item_id in list(left):
            minor = min(rest, left[item_id])
            if minor <= 0:
                continue
            apply_to_items(uow, credit_item_id=credit.item_id, parts=[Part(item_id, minor)])
            made.append(
                MatchPart(
                    PartKind.CREDIT, minor, open_item_id=credit.item_id,
                    allocation_id=_last_allocation(uow, credit.item_id, item_id),
                )
            )  # fmt: skip
            left[item_id] -= minor
            rest -= minor
    return made


def _last_allocation(uow: UnitOfWork, credit_item_id: int, item_id: int) -> int:
    return int(
        uow.connection.execute(
            select(allocation.c.id)
            .where(
                allocation.c.credit_item_id == credit_item_id, allocation.c.open_item_id == item_id,
                allocation.c.undone_at.is_(None),
            )
            .order_by(allocation.c.id.desc())
            .limit(1)
        ).scalar_one()
    )  # fmt: skip


def _keep_cents(uow: UnitOfWork, uuid: str, payment_id: int, minor: int, day: date) -> MatchPart:
    """What was paid a few cents too much: let go of as well."""
    item_id = int(
        uow.connection.execute(
            select(customer_payment.c.open_item_id).where(customer_payment.c.id == payment_id)
        ).scalar_one()
    )
    saved = reduce_item(
        uow, uuid=_part_uuid(uuid, "cents"), item_id=item_id, kind=ReductionKind.SMALL_DIFFERENCE,
        amount_minor=minor, on=day,
    )  # fmt: skip
    return MatchPart(PartKind.DIFFERENCE, -minor, open_item_id=item_id, reduction_id=saved.reduction_id)


def _told_parts(booking: Booking, left: dict[int, int], payment_id: int) -> list[MatchPart]:
    made = [
        MatchPart(PartKind.ITEM, left[s.item_id], open_item_id=s.item_id, payment_id=payment_id)
        for s in booking.shares
    ]
    if booking.rest_minor:
        made.append(MatchPart(PartKind.PAYMENT, booking.rest_minor, payment_id=payment_id))
    return made


def _close_advice(uow: UnitOfWork, line: Row[Any], booking: Booking, match_id: int) -> None:
    """The advice that announced this money is done with."""
    wanted = {s.item_id for s in booking.shares}
    rows = uow.connection.execute(
        select(remittance_advice).where(
            remittance_advice.c.party_id == booking.party_id, remittance_advice.c.match_id.is_(None),
            remittance_advice.c.amount_minor == line.amount_minor,
        )
    ).all()  # fmt: skip
    for row in rows:
        items = uow.connection.execute(
            select(remittance_advice_line.c.open_item_id).where(remittance_advice_line.c.advice_id == row.id)
        ).scalars()
        if set(items) == wanted:
            uow.connection.execute(
                update(remittance_advice).where(remittance_advice.c.id == row.id), {"match_id": match_id}
            )
            return
