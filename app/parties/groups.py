"""Groups of customers: what they have in common is a price list, an offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from app.audit.operations import note
from app.db.columns import NAME, SHORT
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.parties.events import CustomerChanged
from app.parties.tables import party, party_group, party_group_member


class GroupNameError(Refusal):
    """No code or no name."""

    message = "A group needs a code and a name."


class GroupTakenError(Refusal):
    """Two groups of one code."""

    message = "There is a group {code} already. Choose another code."


class NoSuchGroupError(Refusal):
    """The group is not there."""

    message = "That group is not there any more. Reload and try again."


@dataclass(frozen=True, slots=True)
class PartyGroup:
    """A group, and how many are in it."""

    id: int
    code: str
    name: str
    active: bool
    members: int = 0


def list_groups(connection: Connection) -> list[PartyGroup]:
    """All groups by code; those that are out of use last."""
    count = select(func.count()).where(party_group_member.c.group_id == party_group.c.id).scalar_subquery()
    rows = connection.execute(
        select(party_group.c.id, party_group.c.code, party_group.c.name, party_group.c.active, count)
        .order_by(party_group.c.active.desc(), party_group.c.code)
    )  # fmt: skip
    return [PartyGroup(*row) for row in rows]


def list_members(connection: Connection, *, group_id: int) -> list[tuple[int, str, str]]:
    """Id, number and name of the customers of a group, by name."""
    rows = connection.execute(
        select(party.c.id, party.c.number, party.c.name)
        .join(party_group_member, party_group_member.c.party_id == party.c.id)
        .where(party_group_member.c.group_id == group_id)
        .order_by(party.c.search_key, party.c.id)
    )
    return [(int(r[0]), str(r[1]), str(r[2])) for r in rows]


def groups_of(connection: Connection, *, party_id: int) -> tuple[int, ...]:
    """The groups in use that a customer is in."""
    rows = connection.execute(
        select(party_group.c.id)
        .join(party_group_member, party_group_member.c.group_id == party_group.c.id)
        .where(party_group_member.c.party_id == party_id, party_group.c.active)
        .order_by(party_group.c.id)
    )
    return tuple(int(i) for i in rows.scalars())


@permitted(Permission.EDIT_PARTIES)
def save_group(
    uow: UnitOfWork, *, code: str, name: str, active: bool = True, group_id: int | None = None
) -> int:
    """Make a group, or change one; returns its id.

    Raises:
        GroupNameError, GroupTakenError, NoSuchGroupError, TextTooLongError: see their sentences.
    """
    values: dict[str, object] = {
        "code": clean_field(code, field="Code", limit=SHORT).upper(),
        "name": clean_field(name, field="Name", limit=NAME), "active": active,
    }  # fmt: skip
    if not values["code"] or not values["name"]:
        raise GroupNameError
    taken = uow.connection.execute(
        select(party_group.c.id).where(party_group.c.code == values["code"])
    ).scalar_one_or_none()
    if taken is not None and taken != group_id:
        raise GroupTakenError(code=values["code"])
    if group_id is None:
        group_id = next_id()
        uow.connection.execute(insert(party_group), {"id": group_id, **values})
    elif uow.connection.execute(
        update(party_group).where(party_group.c.id == group_id), values
    ).rowcount != 1:  # fmt: skip
        raise NoSuchGroupError
    note(uow, kind="party_group.saved", document_type="party_group", document_id=group_id, payload=values)
    return group_id


@permitted(Permission.EDIT_PARTIES)
def set_members(uow: UnitOfWork, *, group_id: int, party_ids: Sequence[int]) -> None:
    """Make these the customers of a group; raises NoSuchGroupError."""
    found = uow.connection.execute(
        select(party_group.c.id).where(party_group.c.id == group_id).with_for_update()
    ).first()
    if found is None:
        raise NoSuchGroupError
    wanted = sorted(set(party_ids))
    before = {row[0] for row in list_members(uow.connection, group_id=group_id)}
    uow.connection.execute(delete(party_group_member).where(party_group_member.c.group_id == group_id))
    if wanted:
        uow.connection.execute(
            insert(party_group_member), [{"group_id": group_id, "party_id": i} for i in wanted]
        )
    changed = sorted(before ^ set(wanted))
    note(
        uow, kind="party_group.members", document_type="party_group", document_id=group_id,
        payload={"members": len(wanted), "changed": changed},
    )  # fmt: skip
    for party_id in changed:
        uow.record(CustomerChanged(party_id=party_id))
