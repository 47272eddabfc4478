"""What is set aside for debts that may be lost: a share of each age, net of tax (design/money-in.md 7.3)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection, func, select

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.invoicing.tables import invoice
from app.kernel.ids import next_id
from app.kernel.money import round_half_up
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.ledger.operations import post
from app.ledger.queries import accounts_of
from app.ledger.rules import Posting
from app.ledger.tables import ledger_entry, ledger_line
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting
from app.payments.customers import payment_day
from app.receivables.ageing import AgedItem, Bucket, list_aged_items

SETTING: Final = "collections.allowance"
WHOLE: Final = 10_000  # hundredths of a per cent
LATE: Final = (Bucket.TO_30, Bucket.TO_60, Bucket.TO_90, Bucket.OVER_90)
DEFAULT: Final[Mapping[Bucket, int]] = MappingProxyType(
    {Bucket.TO_30: 0, Bucket.TO_60: 1000, Bucket.TO_90: 2500, Bucket.OVER_90: 5000}
)
_BILLED: Final = ("invoice", "prepayment")


class AllowanceShareError(Refusal):
    """A share that is none."""

    message = "A share lies between 0 and 100 per cent."


@dataclass(frozen=True, slots=True)
class AllowanceLine:
    """One age: what is open, what of it is no tax, and what is set aside; company's minor units."""

    bucket: Bucket
    gross_minor: int
    net_minor: int
    hundredths: int
    allowance_minor: int


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is to be set aside on a day, and what is."""

    on: date
    lines: tuple[AllowanceLine, ...]
    booked_minor: int  # before

    @property
    def wanted_minor(self) -> int:
        """What is to be set aside in all."""
        return sum(x.allowance_minor for x in self.lines)

    @property
    def difference_minor(self) -> int:
        """What is to be booked: an expense when positive, freed again when negative."""
        return self.wanted_minor - self.booked_minor


def allowance_shares(connection: Connection) -> dict[Bucket, int]:
    """The shares that were used last, hundredths of a per cent."""
    kept = find_setting(connection, name=SETTING)
    found = kept if isinstance(kept, dict) else {}
    return {b: int(found.get(b.value, DEFAULT[b])) for b in LATE}


def read_allowance(connection: Connection, *, on: date, shares: Mapping[Bucket, int]) -> Allowance:
    """What would be set aside on a day by these shares of what is late; nothing is booked.

    Of an invoice the tax is left out, since it comes back when the debt is lost; other items count whole.

    Raises:
        AllowanceShareError: a share is below 0 or above 100 per cent.
    """
    if not all(0 <= share <= WHOLE for share in shares.values()):
        raise AllowanceShareError
    late = [x for x in list_aged_items(connection, on=on) if x.bucket in LATE]
    taxed = _taxed(connection, late)
    lines = []
    for bucket in LATE:
        mine = [x for x in late if x.bucket is bucket]
        net = sum(_net(x, taxed) for x in mine)
        share = shares.get(bucket, 0)
        lines.append(
            AllowanceLine(
                bucket, sum(x.home_minor for x in mine), net, share, round_half_up(net * share, WHOLE)
            )
        )
    return Allowance(on, tuple(lines), _booked(connection, on))


def _taxed(connection: Connection, items: Sequence[AgedItem]) -> dict[int, tuple[int, int]]:
    """Net and gross of the invoices behind items, by id."""
    ids = sorted({x.item.document_id for x in items if x.item.document_type in _BILLED})
    rows = connection.execute(
        select(invoice.c.id, invoice.c.net_minor, invoice.c.gross_minor).where(invoice.c.id.in_(ids))
    )
    return {int(r.id): (int(r.net_minor), int(r.gross_minor)) for r in rows}


def _net(x: AgedItem, taxed: Mapping[int, tuple[int, int]]) -> int:
    net, gross = taxed.get(x.item.document_id, (1, 1))
    return round_half_up(x.home_minor * net, gross) if gross else x.home_minor


def _booked(connection: Connection, on: date) -> int:
    minor = connection.execute(
        select(func.coalesce(func.sum(ledger_line.c.amount_minor), 0))
        .join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
        .where(
            ledger_line.c.account_code.in_(accounts_of(connection, role="debt_allowance")),
            ledger_entry.c.business_date <= on,
        )
    ).scalar_one()
    return -int(minor)


@permitted(Permission.WRITE_OFF)
def book_allowance(uow: UnitOfWork, *, shares: Mapping[Bucket, int], on: date | None = None) -> Allowance:
    """Book what is to be set aside more, or less, than is; who may change settings keeps the shares.

    Args:
        uow: the transaction.
        shares: hundredths of a per cent by age.
        on: of which day; today when left out.

    Raises:
        AllowanceShareError, PaymentFutureError, PeriodClosedError: see their sentences.
    """
    day = payment_day(uow, on)
    found = read_allowance(uow.connection, on=day, shares=shares)
    kept = {b.value: shares.get(b, 0) for b in LATE}
    if uow.actor.may(Permission.SETTINGS):
        save_setting(uow, name=SETTING, value=kept)
    post(
        uow, kind="debt_allowance", business_date=day, document_type="allowance", document_id=next_id(),
        postings=[
            Posting("bad_debt", found.difference_minor), Posting("debt_allowance", -found.difference_minor)
        ],
    )  # fmt: skip
    note(
        uow, kind="collections.allowance",
        payload={"on": day, "shares": json.dumps(kept), "booked_minor": found.difference_minor},
    )  # fmt: skip
    return read_allowance(uow.connection, on=day, shares=shares)
