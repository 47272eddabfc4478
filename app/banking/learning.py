"""Who pays from which account, under which name: learnt from matches, unlearnt when one is undone."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, insert, select, update

from app.banking.matching.index import bare_name
from app.banking.states import AliasKind
from app.banking.tables import payer_alias
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.parties.tables import party


def learn_payer(uow: UnitOfWork, line: Row[Any], party_id: int, match_id: int) -> None:
    """The account of the line is the customer's from now on; its name too, where there is no account."""
    if line.iban:
        _learn(uow, AliasKind.IBAN, line.iban, party_id, match_id)
    name = bare_name(line.name)
    own = uow.connection.execute(select(party.c.name).where(party.c.id == party_id)).scalar_one()
    if name and name != bare_name(str(own)):
        _learn(uow, AliasKind.NAME, name[:200], party_id, match_id)


def _learn(uow: UnitOfWork, kind: AliasKind, value: str, party_id: int, match_id: int) -> None:
    there = uow.connection.execute(
        select(payer_alias.c.id).where(
            payer_alias.c.kind == kind.value, payer_alias.c.value == value,
            payer_alias.c.party_id == party_id, payer_alias.c.undone_at.is_(None),
        )
    ).first()  # fmt: skip
    if there is None:
        uow.connection.execute(
            insert(payer_alias),
            {
                "id": next_id(), "kind": kind.value, "value": value, "party_id": party_id,
                "match_id": match_id, "at": uow.now, "actor_id": uow.actor.user_id, "undone_at": None,
            },
        )  # fmt: skip


def unlearn(uow: UnitOfWork, match_id: int) -> None:
    """What was learnt from a match is forgotten with it."""
    uow.connection.execute(
        update(payer_alias).where(payer_alias.c.match_id == match_id, payer_alias.c.undone_at.is_(None)),
        {"undone_at": uow.now},
    )
