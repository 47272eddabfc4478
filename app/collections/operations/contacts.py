"""Talking with the customer: notes with the next action, promises, pauses."""

from __future__ import annotations

from datetime import date

from sqlalchemy import insert, select, update

from app.audit.operations import note
from app.collections.refusals import NoSuchPromiseError, PauseError, PromiseAmountError, SayWhyError
from app.collections.states import ContactKind
from app.collections.tables import collection_contact, dunning_pause, promise
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.organisation.queries import get_company
from app.receivables.items import NoSuchItemError
from app.receivables.tables import open_item
from app.terms.queries import get_terms


@permitted(Permission.COLLECT)
def note_contact(
    uow: UnitOfWork, *, party_id: int, kind: ContactKind, remark: str, next_action: str = "",
    next_on: date | None = None,
) -> int:  # fmt: skip
    """Write down what was said, and what comes next; what was to be done before is done by that.

    Returns the note's id.

    Raises:
        SayWhyError: nothing was written.
        NoSuchCustomerError: see its sentence.
    """
    get_terms(uow.connection, party_id=party_id)
    text = clean_field(remark, field="Note", limit=200)
    action = clean_field(next_action, field="Next action", limit=200)
    if not (text or action):
        raise SayWhyError
    uow.connection.execute(
        update(collection_contact)
        .where(collection_contact.c.party_id == party_id, collection_contact.c.done_at.is_(None))
        .values(done_at=uow.now)
    )
    contact_id = next_id()
    uow.connection.execute(
        insert(collection_contact),
        {
            "id": contact_id, "party_id": party_id, "kind": kind.value, "note": text, "next_action": action,
            "next_on": next_on, "at": uow.now, "actor_id": uow.actor.user_id,
            "actor_name": uow.actor.name, "done_at": None if next_on is not None else uow.now,
        },
    )  # fmt: skip
    note(
        uow, kind="collections.contact", document_type="party", document_id=party_id,
        payload={"contact": contact_id, "kind": kind.value, "next_on": next_on},
    )  # fmt: skip
    return contact_id


@permitted(Permission.COLLECT)
def promise_payment(
    uow: UnitOfWork, *, uuid: str, party_id: int, amount_minor: int, due_on: date, remark: str = ""
) -> int:
    """A customer promises to pay; returns the promise's id. Company's currency.

    Raises:
        PromiseAmountError: nothing, or a day that has passed.
        NoSuchCustomerError: see its sentence.
    """
    there = uow.connection.execute(select(promise.c.id).where(promise.c.uuid == uuid)).scalar_one_or_none()
    if there is not None:
        return int(there)
    get_terms(uow.connection, party_id=party_id)
    today = get_company(uow.connection).day_of(uow.now)
    if amount_minor <= 0 or due_on < today:
        raise PromiseAmountError
    promise_id = next_id()
    uow.connection.execute(
        insert(promise),
        {
            "id": promise_id, "uuid": uuid, "party_id": party_id, "amount_minor": amount_minor,
            "due_on": due_on, "note": clean_field(remark, field="Note", limit=200), "made_on": today,
            "at": uow.now, "actor_id": uow.actor.user_id, "withdrawn_at": None,
        },
    )  # fmt: skip
    note(
        uow, kind="collections.promise", document_type="party", document_id=party_id,
        payload={"promise": promise_id, "amount_minor": amount_minor, "due_on": due_on},
    )  # fmt: skip
    return promise_id


@permitted(Permission.COLLECT)
def withdraw_promise(uow: UnitOfWork, *, promise_id: int) -> None:
    """It was a misunderstanding; raises NoSuchPromiseError."""
    changed = uow.connection.execute(
        update(promise)
        .where(promise.c.id == promise_id, promise.c.withdrawn_at.is_(None))
        .values(withdrawn_at=uow.now)
    ).rowcount
    if not changed:
        raise NoSuchPromiseError
    note(
        uow, kind="collections.promise_withdrawn", document_type="promise", document_id=promise_id, payload={}
    )


@permitted(Permission.COLLECT)
def pause_reminders(
    uow: UnitOfWork, *, party_id: int, reason: str, item_id: int | None = None, until: date | None = None
) -> int:
    """Nobody reminds him, or of that item, until a day or until the pause is ended; returns its id.

    Raises:
        SayWhyError, NoSuchItemError, NoSuchCustomerError: see their sentences.
    """
    get_terms(uow.connection, party_id=party_id)
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise SayWhyError
    if item_id is not None:
        mine = select(open_item.c.id).where(open_item.c.id == item_id, open_item.c.party_id == party_id)
        if uow.connection.execute(mine).first() is None:
            raise NoSuchItemError
    pause_id = next_id()
    uow.connection.execute(
        insert(dunning_pause),
        {
            "id": pause_id, "party_id": party_id, "open_item_id": item_id, "reason": why, "until": until,
            "at": uow.now, "actor_id": uow.actor.user_id, "ended_at": None,
        },
    )  # fmt: skip
    note(
        uow, kind="collections.paused", document_type="party", document_id=party_id,
        payload={"pause": pause_id, "item": item_id, "until": until},
    )  # fmt: skip
    return pause_id


@permitted(Permission.COLLECT)
def end_pause(uow: UnitOfWork, *, pause_id: int) -> None:
    """Reminders go on; raises PauseError."""
    changed = uow.connection.execute(
        update(dunning_pause)
        .where(dunning_pause.c.id == pause_id, dunning_pause.c.ended_at.is_(None))
        .values(ended_at=uow.now)
    ).rowcount
    if not changed:
        raise PauseError
    note(uow, kind="collections.pause_ended", document_type="dunning_pause", document_id=pause_id, payload={})
