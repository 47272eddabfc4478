"""Card payments against the acquirer's payout: gross leaves the clearing account, his fees are an expense."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.banking.card_days import CardDay, open_card_days
from app.banking.match_store import MatchPart, SavedMatch, find_saved, write_match
from app.banking.operations.booking import booking_day
from app.banking.refusals import LineSignError, NothingToSettleError
from app.banking.states import MatchedBy, MatchKind, PartKind
from app.banking.store import get_account_row, lock_open_line
from app.db.unit_of_work import UnitOfWork
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.organisation.queries import get_company

MOST_FEE = 10  # of 100: an acquirer who keeps more is a mistake
FEE_ROLE = "bank_fees:cards"


@permitted(Permission.RECEIVE_PAYMENT)
def book_payout(uow: UnitOfWork, *, uuid: str, line_id: int, days: Sequence[date]) -> SavedMatch:
    """A line is the acquirer's payout for the cards of these days; what is missing are his fees.

    Raises:
        LineSignError: money out.
        NothingToSettleError: the days come to less than the line, or to far more, or to other money.
    """
    there = find_saved(uow.connection, uuid)
    if there is not None:
        return there
    line = lock_open_line(uow, line_id)
    money = Money(line.amount_minor, line.currency)
    if line.amount_minor <= 0:
        raise LineSignError(amount=money)
    wanted = set(days)
    chosen = [d for d in open_card_days(uow.connection, until=line.booked_on) if d.on in wanted]
    gross = sum(d.open_minor for d in chosen)
    fee = gross - line.amount_minor
    abroad = line.currency != get_company(uow.connection).currency
    if abroad or {d.on for d in chosen} != wanted or fee < 0 or fee * 100 > gross * MOST_FEE:
        raise NothingToSettleError(amount=money)
    day = booking_day(uow, line.booked_on)
    match = write_match(
        uow, uuid=uuid, line=line, kind=MatchKind.PAYOUT, matched_by=MatchedBy.PERSON, on=day,
        parts=[*(_part(d) for d in chosen), *([MatchPart(PartKind.FEE, -fee)] if fee else [])],
    )  # fmt: skip
    role = get_account_row(uow.connection, line.account_id).role
    post(
        uow, kind="card_payout", business_date=day, document_type="bank_match", document_id=match.match_id,
        postings=[
            Posting(role, line.amount_minor), Posting(FEE_ROLE, fee), Posting("card_clearing", -gross),
        ],
    )  # fmt: skip
    return match


def _part(day: CardDay) -> MatchPart:
    return MatchPart(PartKind.ACCOUNT, day.open_minor, on=day.on)
