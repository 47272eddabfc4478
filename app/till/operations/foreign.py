"""Foreign notes at the till: which currencies are taken, and that the rate was the day's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select, update

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.payments.operations import create_tender_type
from app.payments.tables import tender_type
from app.terms.queries import rate_on
from app.till.foreign import KIND, ForeignNotes, currency_of, tender_code
from app.till.refusals import ForeignRateError
from app.till.tender import Tender


@permitted(Permission.SETTINGS)
def take_foreign_cash(uow: UnitOfWork, *, currencies: Sequence[str], home: str, on: date) -> None:
    """Take notes of these currencies at the tills from now on, and of no others.

    Raises:
        NoRateError: a currency without a rate.
    """
    wanted = dict.fromkeys(c.strip().upper() for c in currencies if c.strip())
    for currency in wanted:
        rate_on(uow.connection, currency=currency, company_currency=home, on=on)
    there = {
        currency_of(r.code): r.code
        for r in uow.connection.execute(select(tender_type.c.code).where(tender_type.c.kind == KIND))
    }
    last = int(
        uow.connection.execute(select(func.coalesce(func.max(tender_type.c.position), 0))).scalar_one()
    )
    for place, currency in enumerate((c for c in wanted if c not in there), start=last + 1):
        create_tender_type(
            uow, code=tender_code(currency), name=currency, kind=KIND, position=place, opens_drawer=True,
            gives_change=True, counted=False,
        )  # fmt: skip
    for currency, code in there.items():
        uow.connection.execute(
            update(tender_type).where(tender_type.c.code == code), {"active": currency in wanted}
        )
    note(uow, kind="settings.foreign_cash", payload={"currencies": list(wanted)})


def check_foreign(uow: UnitOfWork, tenders: Sequence[Tender], *, home: str, on: date) -> None:
    """What foreign notes pay is what the day's rate makes of them.

    Raises:
        ForeignRateError: another rate, or no rate told.
        NoRateError: none is kept.
    """
    for t in tenders:
        if t.kind != KIND:
            continue
        currency = currency_of(t.code)
        rate = rate_on(uow.connection, currency=currency, company_currency=home, on=on)
        if notes_of(t, rate) != t.tendered_minor:
            raise ForeignRateError(currency=currency)


def notes_of(tender: Tender, rate_micro: int) -> int:
    """What the notes named in a payment's reference are worth at a rate; 0 where none are named."""
    text, _, _rate = tender.reference.partition(" @ ")
    amount, _, currency = text.partition(" ")
    try:
        money = Money.exact(amount, currency)
    except ValueError:
        return 0
    found = ForeignNotes(currency, money.minor, rate_micro)
    return found.home_minor if found.reference == tender.reference else 0
