"""What else a line may be: a run of direct debits, cheques paid in, an acquirer's payout, a return."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, Row, or_, select

from app.banking.card_days import open_card_days, payout_days
from app.banking.debit_queries import list_debit_runs
from app.banking.matching.amounts import only_subset
from app.banking.matching.index import UNLIKE, bare_name
from app.banking.matching.model import Claim
from app.banking.queries import LineRow
from app.banking.recorded import RecordedPayment, list_recorded, taken_back
from app.banking.states import RunStatus
from app.banking.tables import debit_run, debit_run_line, payer_alias
from app.organisation.queries import get_company
from app.parties.tables import party
from app.payments.states import CustomerPaymentKind, CustomerPaymentStatus, PaymentMethod
from app.payments.tables import customer_payment

_MOST_RETURN_FEE: Final = 2500
_RETURN_DAYS: Final = 120
_SHOWN: Final = 3
_MOST_CHEQUES: Final = 20


class OfferKind(StrEnum):
    """Which of them."""

    RECORDED = "recorded"  # a payment, or several, in the books that no statement shows
    RUN = "run"
    PAYOUT = "payout"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Offer:
    """One of them.

    Attributes:
        key: ids, or days as ISO dates, parted by commas.
        name: of the customer, the run, or the first and last day.
        numbers: of the payments.
        amount_minor: before the fee.
        fee_minor: what the bank or the acquirer kept or took.
        strange: the line tells another payer, and nothing of this payment.
    """

    kind: OfferKind
    key: str
    name: str
    numbers: tuple[str, ...]
    amount_minor: int
    fee_minor: int = 0
    strange: bool = False


def list_offers(connection: Connection, *, line: LineRow) -> list[Offer]:
    """What fits the amount of a line, the surest first."""
    if line.amount_minor < 0:
        return [*_recorded(connection, line), *_returns(connection, line)]
    return [
        *_runs(connection, line), *_recorded(connection, line), *_deposits(connection, line),
        *_payouts(connection, line),
    ]  # fmt: skip


def _recorded(connection: Connection, line: LineRow) -> list[Offer]:
    found = list_recorded(connection, amount_minor=line.amount_minor, currency=line.currency, limit=_SHOWN)
    return [
        Offer(
            OfferKind.RECORDED, str(r.id), r.party_name, (r.number,), r.amount_minor,
            strange=_is_strange(connection, line, r),
        )
        for r in found
    ]  # fmt: skip


def _is_strange(connection: Connection, line: LineRow, r: RecordedPayment) -> bool:
    """Whether somebody else seems to pay: the amount alone says little."""
    payer = bare_name(line.name)
    if not payer or _names(line, r.number, r.reference) or _is_like(line, r.party_name):
        return False
    return not any(_knows(connection, told, r.party_id) for told in (line.iban, payer) if told)


def _runs(connection: Connection, line: LineRow) -> list[Offer]:
    found = list_debit_runs(connection, status=RunStatus.MADE, amount_minor=line.amount_minor)
    return [
        Offer(OfferKind.RUN, str(r.id), r.number, (), r.amount_minor)
        for r in found
        if r.account_id == line.account_id
    ]


def _deposits(connection: Connection, line: LineRow) -> list[Offer]:
    """Cheques that were paid in together."""
    cheques = [
        r
        for r in list_recorded(connection, currency=line.currency)
        if r.method == PaymentMethod.CHEQUE.value and 0 < r.amount_minor < line.amount_minor
    ][:_MOST_CHEQUES]
    claims = [
        Claim(r.id, r.party_id, r.number, r.business_date, r.business_date, r.amount_minor) for r in cheques
    ]
    chosen = only_subset(claims, line.amount_minor)
    if chosen is None:
        return []
    keys = ",".join(str(c.item_id) for c in chosen)
    return [Offer(OfferKind.RECORDED, keys, "", tuple(c.number for c in chosen), line.amount_minor)]


def _payouts(connection: Connection, line: LineRow) -> list[Offer]:
    if line.currency != get_company(connection).currency:
        return []
    runs = payout_days(open_card_days(connection, until=line.booked_on), line.amount_minor)
    made: list[Offer] = []
    for run in runs[:2]:
        gross = sum(d.open_minor for d in run)
        days = tuple(dict.fromkeys(d.on.isoformat() for d in (run[0], run[-1])))
        key = ",".join(d.on.isoformat() for d in run)
        made.append(Offer(OfferKind.PAYOUT, key, "", days, gross, gross - line.amount_minor))
    return made


def _returns(connection: Connection, line: LineRow) -> list[Offer]:
    """Payments that may have come back with this line; those it names first."""
    taken = -line.amount_minor
    rows = connection.execute(
        select(customer_payment, party.c.name.label("party_name"))
        .join_from(customer_payment, party, party.c.id == customer_payment.c.party_id)
        .where(
            or_(
                customer_payment.c.status == CustomerPaymentStatus.POSTED.value,
                customer_payment.c.id.in_(taken_back()),
            ),
            customer_payment.c.kind == CustomerPaymentKind.RECEIPT.value,
            customer_payment.c.method.in_(
                [PaymentMethod.BANK.value, PaymentMethod.CHEQUE.value, PaymentMethod.DIRECT_DEBIT.value]
            ),
            customer_payment.c.currency == line.currency,
            customer_payment.c.amount_minor.between(taken - _MOST_RETURN_FEE, taken),
            customer_payment.c.business_date.between(
                line.booked_on - timedelta(days=_RETURN_DAYS), line.booked_on
            ),
        )
        .order_by(customer_payment.c.id.desc())
        .limit(200)
    ).all()  # fmt: skip
    ranked = sorted(rows, key=lambda r: -_speaks_for(connection, line, r))
    return [
        Offer(
            OfferKind.RETURN, str(r.id), r.party_name, (r.number,), -r.amount_minor, taken - r.amount_minor
        )
        for r in ranked[:_SHOWN]
    ]  # fmt: skip


def _speaks_for(connection: Connection, line: LineRow, r: Row[Any]) -> int:
    """How much a line says that it is the return of a payment."""
    points = 8 * _names(line, r.number, r.reference)
    if line.end_to_end_id and _in_run(connection, line.end_to_end_id, r.party_id):
        points += 8
    if line.iban and _knows(connection, line.iban, r.party_id):
        points += 4
    if line.name and _is_like(line, r.party_name):
        points += 2
    if r.status != CustomerPaymentStatus.POSTED.value:
        points += 1  # somebody expects it
    return points + int(r.amount_minor == -line.amount_minor)


def _names(line: LineRow, number: str, reference: str) -> bool:
    """Whether a line names a payment, by its number or its reference."""
    named = f"{line.end_to_end_id} {line.text} {line.mandate_id}".upper()
    return number in named or bool(reference and reference.upper() in named)


def _is_like(line: LineRow, name: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(bare_name(line.name), bare_name(name)) > UNLIKE


def _in_run(connection: Connection, end_to_end_id: str, party_id: int) -> bool:
    found = connection.execute(
        select(debit_run.c.id)
        .join_from(debit_run, debit_run_line, debit_run_line.c.run_id == debit_run.c.id)
        .where(debit_run_line.c.end_to_end_id == end_to_end_id, debit_run_line.c.party_id == party_id)
    ).first()
    return found is not None


def _knows(connection: Connection, iban: str, party_id: int) -> bool:
    found = connection.execute(
        select(payer_alias.c.id).where(
            payer_alias.c.value == iban, payer_alias.c.party_id == party_id, payer_alias.c.undone_at.is_(None)
        )
    ).first()
    return found is not None
