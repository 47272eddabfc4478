"""Formulas of lists, and for whom, where and when a list is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Final

from sqlalchemy import delete, insert, select

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.pricing.choosing import Formula
from app.pricing.events import PriceRulesChanged
from app.pricing.operations import NoSuchPriceListError
from app.pricing.tables import price_formula, price_list, price_rule

MOST_FACTOR: Final = 100_000  # ten times the base price
MOST_PRIORITY: Final = 99


class FormulaError(Refusal):
    """No base list, or an absurd factor."""

    message = "A formula is 0 to 1000 % of the price of a base list. Choose a list that has one."


class RuleDatesError(Refusal):
    """The last day lies before the first."""

    message = "The list would be used until {end}, before it begins on {start}. Choose a later day."


class RuleForNobodyError(Refusal):
    """A rule that says the same as the till's settings."""

    message = (
        "Say for which group, which store or which days the list is. For everybody always, choose it at the "
        "settings of the tills."
    )


@permitted(Permission.SETTINGS)
def set_formulas(uow: UnitOfWork, *, price_list_id: int, formulas: Sequence[Formula]) -> None:
    """Make these the formulas of a list, the one to be tried first first; raises FormulaError."""
    row = uow.connection.execute(
        select(price_list.c.base_id).where(price_list.c.id == price_list_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchPriceListError
    sane = all(0 <= f.factor_hundredths <= MOST_FACTOR and f.min_quantity_milli >= 0 for f in formulas)
    if (row.base_id is None and formulas) or not sane:
        raise FormulaError
    uow.connection.execute(delete(price_formula).where(price_formula.c.price_list_id == price_list_id))
    if formulas:
        uow.connection.execute(
            insert(price_formula),
            [
                {"price_list_id": price_list_id, "position": n, **asdict(f)}
                for n, f in enumerate(formulas, start=1)
            ],
        )
    note(
        uow, kind="price_list.formulas", document_type="price_list", document_id=price_list_id,
        payload={"formulas": [asdict(f) for f in formulas]},
    )  # fmt: skip
    uow.record(PriceRulesChanged())


@permitted(Permission.SETTINGS)
def add_rule(
    uow: UnitOfWork, *, price_list_id: int, party_group_id: int | None = None, store_id: int | None = None,
    priority: int = 0, valid_from: date | None = None, valid_to: date | None = None,
) -> int:  # fmt: skip
    """Ask a list for some customers, in a store, on some days; returns the id of the rule.

    Raises:
        RuleForNobodyError, RuleDatesError, NoSuchPriceListError: see their sentences.
    """
    if valid_from and valid_to and valid_to < valid_from:
        raise RuleDatesError(start=valid_from, end=valid_to)
    if all(x is None for x in (party_group_id, store_id, valid_from, valid_to)):
        raise RuleForNobodyError
    found = uow.connection.execute(select(price_list.c.id).where(price_list.c.id == price_list_id)).first()
    if found is None:
        raise NoSuchPriceListError
    values = {
        "id": next_id(), "price_list_id": price_list_id, "party_group_id": party_group_id,
        "store_id": store_id, "priority": max(0, min(priority, MOST_PRIORITY)), "valid_from": valid_from,
        "valid_to": valid_to,
    }  # fmt: skip
    uow.connection.execute(insert(price_rule), values)
    note(uow, kind="price_rule.added", document_type="price_list", document_id=price_list_id, payload=values)
    uow.record(PriceRulesChanged())
    return int(str(values["id"]))


@permitted(Permission.SETTINGS)
def remove_rule(uow: UnitOfWork, *, rule_id: int) -> None:
    """Do not ask the list any more; nothing happens when the rule is gone."""
    row = uow.connection.execute(select(price_rule).where(price_rule.c.id == rule_id)).one_or_none()
    if row is None:
        return
    uow.connection.execute(delete(price_rule).where(price_rule.c.id == rule_id))
    note(
        uow, kind="price_rule.removed", document_type="price_list", document_id=row.price_list_id,
        payload={
            "party_group_id": row.party_group_id, "store_id": row.store_id, "valid_from": row.valid_from,
            "valid_to": row.valid_to,
        },
    )  # fmt: skip
    uow.record(PriceRulesChanged())
