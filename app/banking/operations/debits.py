"""SEPA direct debits: mandates, runs with their pain.008 file, and the money of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import Row, insert, select, update

from app.audit.operations import note
from app.banking.debit_queries import RunItem, list_collectable
from app.banking.match_store import MatchPart, SavedMatch, find_saved, write_match
from app.banking.operations.booking import booking_day
from app.banking.pain import Collection, make_pain008
from app.banking.reading.model import account_number, is_iban
from app.banking.refusals import (
    CreditorMissingError,
    MandateTextError,
    MixedSchemesError,
    NoMandateError,
    NoSuchRunError,
    NothingDueError,
    PartsDifferError,
)
from app.banking.states import MandateKind, MatchedBy, MatchKind, PartKind, RunStatus
from app.banking.store import get_account_row, lock_open_line
from app.banking.tables import debit_run, debit_run_line, sepa_mandate
from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.settle import record_payment
from app.kernel.ids import next_id
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.numbering.operations import take_number
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.receivables.rules import Part

_REFERENCE = 35
_NAME = 70


@dataclass(frozen=True, slots=True)
class MandateDraft:
    """A mandate as it was signed."""

    party_id: int
    reference: str
    iban: str
    holder: str
    signed_on: date
    kind: MandateKind = MandateKind.CORE
    bic: str = ""


@permitted(Permission.RECEIVE_PAYMENT)
def save_mandate(uow: UnitOfWork, *, draft: MandateDraft) -> int:
    """Enter a mandate; returns its id. A new one of the customer replaces the last.

    Raises:
        MandateTextError: no reference, a wrong IBAN, signed in the future.
    """
    reference = clean_field(draft.reference, field="Reference", limit=_REFERENCE)
    iban = account_number(draft.iban)
    holder = clean_field(draft.holder, field="Holder", limit=_NAME)
    if draft.signed_on > uow.now.date():
        raise MandateTextError(detail="The mandate cannot be signed in the future.")
    _check_mandate(uow, reference, iban, holder)
    _revoke(uow, draft.party_id)
    mandate_id = next_id()
    uow.connection.execute(
        insert(sepa_mandate),
        {
            "id": mandate_id, "reference": reference, "party_id": draft.party_id, "kind": draft.kind.value,
            "holder": holder, "iban": iban, "bic": account_number(draft.bic), "signed_on": draft.signed_on,
            "last_used_on": None, "revoked_at": None, "at": uow.now, "actor_id": uow.actor.user_id,
        },
    )  # fmt: skip
    note(
        uow, kind="bank.mandate", document_type="sepa_mandate", document_id=mandate_id,
        payload={"party": draft.party_id, "reference": reference, "kind": draft.kind.value},
    )  # fmt: skip
    return mandate_id


def _check_mandate(uow: UnitOfWork, reference: str, iban: str, holder: str) -> None:
    if not reference:
        raise MandateTextError(detail="The mandate needs a reference.")
    there = uow.connection.execute(
        select(sepa_mandate.c.id).where(sepa_mandate.c.reference == reference)
    ).first()
    if there is not None:
        raise MandateTextError(detail="There is a mandate of that reference already.")
    if not is_iban(iban):
        raise MandateTextError(detail="The IBAN is not valid: its check digits are wrong.")
    if not holder:
        raise MandateTextError(detail="Say whose account it is.")


def _revoke(uow: UnitOfWork, party_id: int) -> int:
    return uow.connection.execute(
        update(sepa_mandate).where(sepa_mandate.c.party_id == party_id, sepa_mandate.c.revoked_at.is_(None)),
        {"revoked_at": uow.now},
    ).rowcount


@permitted(Permission.RECEIVE_PAYMENT)
def revoke_mandate(uow: UnitOfWork, *, party_id: int) -> None:
    """The customer took his mandate back.

    Raises:
        NoMandateError.
    """
    if not _revoke(uow, party_id):
        raise NoMandateError(name=str(party_id))
    note(uow, kind="bank.mandate_revoked", payload={"party": party_id})


@dataclass(frozen=True, slots=True)
class SavedRun:
    """A run as it was made."""

    run_id: int
    number: str
    amount_minor: int
    count: int
    xml: bytes
    was_there: bool = False


@permitted(Permission.RECEIVE_PAYMENT)
def create_debit_run(
    uow: UnitOfWork, *, uuid: str, account_id: int, item_ids: Sequence[int], collect_on: date
) -> SavedRun:
    """Collect these items by direct debit on a day: a run, and the file for the bank.

    Nothing is booked before the money comes: the items stay open, but no second run takes them.

    Raises:
        NothingDueError: none of them may be collected.
        CreditorMissingError: the bank account has no creditor identifier.
        MixedSchemesError: mandates of both schemes.
    """
    there = uow.connection.execute(select(debit_run).where(debit_run.c.uuid == uuid)).one_or_none()
    if there is not None:
        return SavedRun(there.id, there.number, there.amount_minor, 0, there.xml.encode(), True)  # noqa: FBT003
    account = get_account_row(uow.connection, account_id)
    if not account.creditor_id or not is_iban(account.number):
        raise CreditorMissingError
    able = {i.item_id: i for i in list_collectable(uow.connection, until=collect_on)}
    chosen = [able[i] for i in dict.fromkeys(item_ids) if i in able]
    if not chosen or len(chosen) != len(set(item_ids)):
        raise NothingDueError
    if len({i.kind for i in chosen}) > 1:
        raise MixedSchemesError
    number = take_number(uow, document_type="debit_run", scope="DD", fiscal_year=collect_on.year).text
    collections = [_collection(number, place, i) for place, i in enumerate(chosen, start=1)]
    xml = make_pain008(
        name=account.holder or account.name, iban=account.number, bic=account.bic,
        creditor_id=account.creditor_id, collect_on=collect_on, collections=collections,
    )  # fmt: skip
    run_id = _write_run(uow, uuid, account_id, number, collect_on, xml, chosen, collections)
    total = sum(i.open_minor for i in chosen)
    note(
        uow, kind="bank.debit_run", document_type="debit_run", document_id=run_id,
        payload={"number": number, "amount_minor": total, "items": [i.item_id for i in chosen]},
    )  # fmt: skip
    return SavedRun(run_id, number, total, len(chosen), xml)


def _collection(number: str, place: int, i: RunItem) -> Collection:
    return Collection(
        i.open_minor, i.holder, i.iban, i.bic, i.mandate_reference, i.signed_on, i.is_first, i.kind,
        f"{number}-{place}", i.document_number,
    )  # fmt: skip


def _write_run(
    uow: UnitOfWork, uuid: str, account_id: int, number: str, collect_on: date, xml: bytes,
    chosen: Sequence[RunItem], collections: Sequence[Collection],
) -> int:  # fmt: skip
    run_id = next_id()
    uow.connection.execute(
        insert(debit_run),
        {
            "id": run_id, "uuid": uuid, "number": number, "account_id": account_id,
            "status": RunStatus.MADE.value, "collect_on": collect_on,
            "amount_minor": sum(i.open_minor for i in chosen), "xml": xml.decode(), "at": uow.now,
            "actor_id": uow.actor.user_id, "closed_at": None, "closing_match_id": None,
        },
    )  # fmt: skip
    uow.connection.execute(
        insert(debit_run_line),
        [
            {
                "run_id": run_id, "position": place, "mandate_id": i.mandate_id, "party_id": i.party_id,
                "open_item_id": i.item_id, "end_to_end_id": c.end_to_end_id, "amount_minor": i.open_minor,
            }
            for place, (i, c) in enumerate(zip(chosen, collections, strict=True), start=1)
        ],
    )  # fmt: skip
    uow.connection.execute(
        update(sepa_mandate).where(sepa_mandate.c.id.in_({i.mandate_id for i in chosen})),
        {"last_used_on": collect_on},
    )
    return run_id


def _open_run(uow: UnitOfWork, run_id: int) -> Row[Any]:
    row = uow.connection.execute(
        select(debit_run).where(debit_run.c.id == run_id).with_for_update()
    ).one_or_none()
    if row is None or row.status != RunStatus.MADE.value:
        raise NoSuchRunError
    return row


@permitted(Permission.RECEIVE_PAYMENT)
def cancel_debit_run(uow: UnitOfWork, *, run_id: int) -> None:
    """The file was not given to the bank: its items may be collected by another run.

    Raises:
        NoSuchRunError.
    """
    row = _open_run(uow, run_id)
    uow.connection.execute(
        update(debit_run).where(debit_run.c.id == run_id),
        {"status": RunStatus.CANCELLED.value, "closed_at": uow.now},
    )
    note(
        uow, kind="bank.debit_run_cancelled", document_type="debit_run", document_id=run_id,
        payload={"number": row.number},
    )  # fmt: skip


@permitted(Permission.RECEIVE_PAYMENT)
def book_collection(uow: UnitOfWork, *, uuid: str, line_id: int, run_id: int) -> SavedMatch:
    """A line is the money of a whole run: a payment for each customer, applied to what was collected.

    Raises:
        NoSuchRunError, PartsDifferError and those of lines and payments.
    """
    there = find_saved(uow.connection, uuid)
    if there is not None:
        return there
    line = lock_open_line(uow, line_id)
    run = _open_run(uow, run_id)
    if run.amount_minor != line.amount_minor:
        raise PartsDifferError(
            sum=Money(run.amount_minor, line.currency), amount=Money(line.amount_minor, line.currency),
            left=Money(line.amount_minor - run.amount_minor, line.currency),
        )  # fmt: skip
    day = booking_day(uow, line.booked_on)
    match = write_match(
        uow, uuid=uuid, line=line, kind=MatchKind.COLLECTION, matched_by=MatchedBy.PERSON, on=day,
        parts=_pay_run(uow, uuid, run, line, day), evidence=[("end_to_end", run.number)],
    )  # fmt: skip
    uow.connection.execute(
        update(debit_run).where(debit_run.c.id == run_id),
        {"status": RunStatus.PAID.value, "closed_at": uow.now, "closing_match_id": match.match_id},
    )
    return match


def _pay_run(uow: UnitOfWork, uuid: str, run: Row[Any], line: Row[Any], day: date) -> list[MatchPart]:
    role = get_account_row(uow.connection, line.account_id).role
    rows = uow.connection.execute(
        select(debit_run_line).where(debit_run_line.c.run_id == run.id).order_by(debit_run_line.c.position)
    ).all()
    parts: list[MatchPart] = []
    for r in rows:
        draft = PaymentDraft(
            r.party_id, r.amount_minor, PaymentMethod.DIRECT_DEBIT, day, line.currency, r.end_to_end_id,
            account_role=role,
        )  # fmt: skip
        saved = record_payment(
            uow, uuid=str(uuid5(NAMESPACE_OID, f"{uuid}:{r.position}")), draft=draft,
            parts=[Part(r.open_item_id, r.amount_minor)],
        )  # fmt: skip
        parts.append(MatchPart(PartKind.ITEM, r.amount_minor, r.open_item_id, saved.payment_id))
    return parts
