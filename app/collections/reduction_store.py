"""Rows, entries and items of deductions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, func, insert, select

from app.audit.seals import SealedKind, SealedTable, seal_stored
from app.audit.steps import take_step
from app.collections.refusals import NoSuchReductionError
from app.collections.rules import TaxGroup
from app.collections.states import ReductionKind, VatRelief
from app.collections.tables import reduction, reduction_tax
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.numbering.operations import take_number
from app.organisation.queries import get_company
from app.receivables.items import ItemDraft, NoSuchItemError, apply_credit, open_items
from app.receivables.rules import Part
from app.receivables.tables import open_item
from app.terms.rules import Instalment, to_home

SERIES: Final = "RD"
TYPE: Final = "reduction"
SEALED: Final = SealedKind(
    TYPE, (SealedTable(reduction, "id"), SealedTable(reduction_tax, "reduction_id", ("code", "rate")))
)
# kind -> where its net is booked; with the tax code behind it where the tax follows
ROLES: Final = {
    ReductionKind.EARLY_DISCOUNT: "discounts_allowed",
    ReductionKind.ALLOWANCE: "sales",
    ReductionKind.SMALL_DIFFERENCE: "small_differences",
    ReductionKind.BANK_FEE: "bank_fees",
    ReductionKind.WRITE_OFF: "bad_debt",
    ReductionKind.RECOVERY: "bad_debt_recovered",
}
TAX_FOLLOWS: Final = (ReductionKind.EARLY_DISCOUNT, ReductionKind.ALLOWANCE)


@dataclass(frozen=True, slots=True)
class Deduction:
    """A deduction as it is to be written; gross, in the item's currency."""

    uuid: str
    kind: ReductionKind
    gross_minor: int
    on: date
    reason: str
    relief: VatRelief | None = None
    write_off_id: int | None = None


@dataclass(frozen=True, slots=True)
class SavedReduction:
    """What was let go of, in the item's currency."""

    reduction_id: int
    number: str
    kind: ReductionKind
    net_minor: int
    tax_minor: int
    gross_minor: int
    was_there: bool = False


def saved_reduction(r: Row[Any], *, was_there: bool = False) -> SavedReduction:
    """As an operation gives it back."""
    return SavedReduction(
        r.id, r.number, ReductionKind(r.kind), r.net_minor, r.tax_minor, r.gross_minor, was_there
    )


def lock_item(uow: UnitOfWork, item_id: int) -> Row[Any]:
    """The open item, locked; raises NoSuchItemError."""
    row = uow.connection.execute(
        select(open_item).where(open_item.c.id == item_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchItemError
    return row


def write_reduction(
    uow: UnitOfWork, item: Row[Any], wanted: Deduction, groups: Sequence[TaxGroup]
) -> SavedReduction:
    """Number, row, tax, entry, and the item that meets the one it reduces."""
    kind, gross, on, relief = wanted.kind, wanted.gross_minor, wanted.on, wanted.relief
    reduction_id = next_id()
    number = take_number(uow, document_type=TYPE, scope=SERIES, fiscal_year=on.year).text
    sign = 1 if item.amount_minor < 0 else -1  # of the item it opens
    (made_id,) = open_items(
        uow,
        draft=ItemDraft(
            item.party_id, TYPE, reduction_id, number, on, [Instalment(1, on, sign * gross)], item.currency,
            item.rate_micro,
        ),
    )  # fmt: skip
    tax = sum(g.tax_minor for g in groups)
    row = {
        "id": reduction_id, "uuid": wanted.uuid, "number": number, "kind": kind.value,
        "party_id": item.party_id,
        "open_item_id": item.id, "made_item_id": made_id, "write_off_id": wanted.write_off_id, "date": on,
        "net_minor": gross - tax, "tax_minor": tax, "gross_minor": gross, "rate_micro": item.rate_micro,
        "reason": wanted.reason, "vat_relief": relief.value if relief else None,
        "vat_claimed_on": on if relief is VatRelief.NOW else None, "at": uow.now,
        "actor_id": uow.actor.user_id, "undone_at": None, "undone_by": None, "undone_reason": None,
    }  # fmt: skip
    uow.connection.execute(insert(reduction), row)
    uow.connection.execute(
        insert(reduction_tax),
        [
            {
                "reduction_id": reduction_id, "code": g.code, "rate": g.rate, "base_minor": g.base_minor,
                "tax_minor": g.tax_minor,
            }
            for g in groups
        ],
    )  # fmt: skip
    seal_stored(uow, SEALED, [reduction_id])
    later = relief is VatRelief.LATER
    book_reduction(uow, row, groups, sign, on, tax_follows=not later)
    credit, owed = (item.id, made_id) if item.amount_minor < 0 else (made_id, item.id)
    apply_credit(
        uow, credit_item_id=credit, parts=[Part(owed, gross)], business_date=on,
        currency=get_company(uow.connection).currency,
    )  # fmt: skip
    take_step(
        uow, document_type=item.document_type, document_id=item.document_id, step=kind.value,
        detail=" ".join(x for x in (number, wanted.reason) if x),
        payload={"number": number, "gross_minor": gross, "tax_minor": tax, "reason": wanted.reason},
    )  # fmt: skip
    return SavedReduction(reduction_id, number, kind, gross - tax, tax, gross)


def role_of(name: str, code: str) -> str:
    """A role with the tax code behind it."""
    return f"{name}:{code}" if code else name


def book_reduction(
    uow: UnitOfWork, row: dict[str, Any], groups: Sequence[TaxGroup], sign: int, on: date, *,
    tax_follows: bool,
) -> None:  # fmt: skip
    """Receivable against where it goes; tax back by rate where it follows."""
    kind, rate = ReductionKind(row["kind"]), row["rate_micro"]
    home = to_home(row["gross_minor"], rate)
    postings = [Posting("receivable", sign * home, row["party_id"])]
    role = ROLES[kind]
    left = home
    for g in groups:
        tax = to_home(g.tax_minor, rate) if tax_follows else 0
        if tax:
            postings.append(Posting(role_of("tax_output", g.code), -sign * tax))
        left -= tax
    split = kind is ReductionKind.ALLOWANCE and len(groups) > 1
    for g in groups[1:] if split else ():
        net = to_home(g.base_minor, rate)
        postings.append(Posting(role_of(role, g.code), -sign * net))
        left -= net
    first = groups[0].code if kind in TAX_FOLLOWS else ""
    postings.append(Posting(role_of(role, first), -sign * left))
    post(
        uow, kind=row["kind"], business_date=on, document_type=TYPE, document_id=row["id"], postings=postings
    )


def lock_reduction(uow: UnitOfWork, reduction_id: int) -> Row[Any]:
    """The deduction, locked; raises NoSuchReductionError."""
    row = uow.connection.execute(
        select(reduction).where(reduction.c.id == reduction_id).with_for_update()
    ).one_or_none()
    if row is None or row.undone_at is not None:
        raise NoSuchReductionError
    return row


def reduction_taxes(uow: UnitOfWork, reduction_id: int) -> list[TaxGroup]:
    """Its tax by rate."""
    rows = uow.connection.execute(
        select(reduction_tax)
        .where(reduction_tax.c.reduction_id == reduction_id)
        .order_by(reduction_tax.c.code, reduction_tax.c.rate)
    )
    return [TaxGroup(r.code, r.rate, r.base_minor, r.tax_minor) for r in rows]


def recovered_minor(uow: UnitOfWork, row: Row[Any]) -> int:
    """What came of a write-off since."""
    return int(
        uow.connection.execute(
            select(func.coalesce(func.sum(reduction.c.gross_minor), 0)).where(
                reduction.c.write_off_id == row.id, reduction.c.undone_at.is_(None)
            )
        ).scalar_one()
    )
