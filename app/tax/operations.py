"""Setting up tax classes, their taxes, and rate changes to come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from app.audit.operations import note
from app.db.columns import NAME, SHORT
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.tax.engine import RATE_ONE
from app.tax.queries import TaxClass, TaxRate, list_tax_classes
from app.tax.states import TaxKind
from app.tax.tables import tax, tax_class


class TaxFieldMissingError(Refusal):
    """A code or name without a character."""

    message = "Enter a code and a name."


class TaxClassTakenError(Refusal):
    """Two tax classes of one code."""

    message = "There is a tax class {code} already. Choose another code."


class NoSuchTaxError(Refusal):
    """The tax or tax class is not there."""

    message = "That tax is not there any more. Reload the settings."


class TaxRateError(Refusal):
    """A rate or amount per piece that cannot be."""

    message = "A tax rate is from 0 to {most} %, an amount per piece is 0 or more. Enter it again."


class TaxOverlapError(Refusal):
    """One tax with two rates on one day."""

    message = "Tax {code} of this class has a rate from {start} on already. Choose another first day."


class TaxThereError(Refusal):
    """One tax twice in a class."""

    message = "This class has the tax {code} already. Change its rate, or choose another code."


class TaxEndedError(Refusal):
    """The rate to be changed is over, and something else may have followed."""

    message = "This rate of tax {code} ended on {end}. Change the rate that is in force, or add the tax anew."


class TaxDatesError(Refusal):
    """The last day lies before the first."""

    message = "The tax would end on {end}, before it begins on {start}. Choose a later day."


@permitted(Permission.SETTINGS)
def create_tax_class(uow: UnitOfWork, *, code: str, name: str) -> int:
    """A tax class of goods, e.g. "FOOD"; without taxes it is exempt. Returns its id.

    Raises:
        TaxClassTakenError, TaxFieldMissingError, TextTooLongError: see their sentences.
    """
    values = {"code": _required(code, "Code", SHORT), "name": _required(name, "Name", NAME)}
    taken = select(tax_class.c.id).where(tax_class.c.code == values["code"])
    if uow.connection.execute(taken).first() is not None:
        raise TaxClassTakenError(code=values["code"])
    class_id = next_id()
    uow.connection.execute(insert(tax_class), {"id": class_id, **values})
    note(uow, kind="tax_class.created", document_type="tax_class", document_id=class_id, payload=values)
    return class_id


@permitted(Permission.SETTINGS)
def rename_tax_class(uow: UnitOfWork, *, tax_class_id: int, name: str) -> None:
    """Give a tax class another name; its code stays.

    Raises:
        NoSuchTaxError, TaxFieldMissingError, TextTooLongError: see their sentences.
    """
    before = _get_class(uow, tax_class_id)
    new_name = _required(name, "Name", NAME)
    uow.connection.execute(update(tax_class).where(tax_class.c.id == tax_class_id), {"name": new_name})
    note(
        uow, kind="tax_class.renamed", document_type="tax_class", document_id=tax_class_id,
        payload={"from": before.name, "to": new_name},
    )  # fmt: skip


@permitted(Permission.SETTINGS)
def add_tax(
    uow: UnitOfWork, *, tax_class_id: int, code: str, name: str, rate: int = 0, fixed_minor: int = 0,
    adds_to_next_base: bool = False, base_includes_earlier: bool = True, valid_from: date | None = None,
) -> int:  # fmt: skip
    """A tax due on the goods of a class, worked out after those the class has. Returns its id.

    Args:
        uow: the transaction.
        tax_class_id: the class.
        code: stands on the receipt; the ledger account is looked up by it.
        name: for people.
        rate: thousandths of a per cent; 0 for a tax per piece.
        fixed_minor: minor units per base unit; 0 for a tax in per cent.
        adds_to_next_base: later taxes are due on this one too.
        base_includes_earlier: this one is due on earlier ones that add to the base.
        valid_from: the first day; None: always.

    Raises:
        NoSuchTaxError, TaxRateError, TaxOverlapError, TaxThereError, TaxFieldMissingError,
            TextTooLongError: see their sentences.
    """
    its_class = _get_class(uow, tax_class_id)
    clean_code = _required(code, "Code", SHORT)
    _check_rate(rate, fixed_minor)
    same = [t for t in its_class.taxes if t.code == clean_code]
    _check_free(same, clean_code, valid_from)
    positions = [t.position for t in its_class.taxes]
    row = {
        "id": next_id(), "tax_class_id": tax_class_id, "code": clean_code,
        "name": _required(name, "Name", NAME),
        "kind": _kind(rate, fixed_minor, otherwise=TaxKind.PERCENT), "rate": rate,
        "fixed_minor": fixed_minor,
        "position": same[0].position if same else max(positions, default=0) + 1,
        "adds_to_next_base": adds_to_next_base, "base_includes_earlier": base_includes_earlier,
        "valid_from": valid_from, "valid_to": None,
    }  # fmt: skip
    return _insert(uow, "tax.added", row)


@permitted(Permission.SETTINGS)
def change_tax_rate(
    uow: UnitOfWork, *, tax_id: int, first_day: date, rate: int = 0, fixed_minor: int = 0
) -> int:
    """Another rate from a day on; the old one ends the day before. Returns the id of the new one.

    Documents that are posted keep their figures: they were written with the rate of their day.

    Args:
        uow: the transaction.
        tax_id: the tax as it stands.
        first_day: the first business day of the new rate.
        rate: thousandths of a per cent.
        fixed_minor: minor units per base unit.

    Raises:
        NoSuchTaxError, TaxRateError, TaxOverlapError, TaxEndedError: see their sentences.
    """
    its_class, old = _get_tax(uow, tax_id)
    _check_rate(rate, fixed_minor)
    later = [t for t in its_class.taxes if t.code == old.code and t.id != old.id]
    # a rate that begins on or after that day is not replaced in silence
    for other in (old, *later):
        if other.valid_from is not None and other.valid_from >= first_day:
            raise TaxOverlapError(code=old.code, start=other.valid_from)
    if old.valid_to is not None and old.valid_to < first_day - timedelta(days=1):
        raise TaxEndedError(code=old.code, end=old.valid_to)
    _end(uow, old, first_day - timedelta(days=1))
    row = {
        "id": next_id(), "tax_class_id": its_class.id, "code": old.code, "name": old.name,
        "kind": _kind(rate, fixed_minor, otherwise=TaxKind(old.kind)), "rate": rate,
        "fixed_minor": fixed_minor, "position": old.position, "adds_to_next_base": old.adds_to_next_base,
        "base_includes_earlier": old.base_includes_earlier, "valid_from": first_day,
        "valid_to": old.valid_to if old.valid_to is not None and old.valid_to >= first_day else None,
    }  # fmt: skip
    return _insert(uow, "tax.rate_changed", row)


@permitted(Permission.SETTINGS)
def end_tax(uow: UnitOfWork, *, tax_id: int, last_day: date) -> None:
    """Let a tax end with a day; goods of a class whose taxes have all ended cannot be sold.

    Raises:
        NoSuchTaxError, TaxDatesError: see their sentences.
    """
    _its_class, old = _get_tax(uow, tax_id)
    if old.valid_from is not None and last_day < old.valid_from:
        raise TaxDatesError(end=last_day, start=old.valid_from)
    _end(uow, old, last_day)
    note(
        uow, kind="tax.ended", document_type="tax", document_id=tax_id,
        payload={"code": old.code, "last_day": last_day},
    )  # fmt: skip


def _required(text: str, field: str, limit: int) -> str:
    cleaned = clean_field(text, field=field, limit=limit)
    if not cleaned:
        raise TaxFieldMissingError
    return cleaned


def _check_rate(rate: int, fixed_minor: int) -> None:
    if not 0 <= rate <= RATE_ONE or fixed_minor < 0 or (rate and fixed_minor):
        raise TaxRateError(most=100)


def _kind(rate: int, fixed_minor: int, *, otherwise: TaxKind) -> str:
    if fixed_minor:
        return TaxKind.FIXED.value
    return TaxKind.PERCENT.value if rate else otherwise.value


def _check_free(same: list[TaxRate], code: str, valid_from: date | None) -> None:
    for other in same:
        ends_before = other.valid_to is not None and valid_from is not None and other.valid_to < valid_from
        if not ends_before:
            if other.valid_from is None:
                raise TaxThereError(code=code)
            raise TaxOverlapError(code=code, start=other.valid_from)


def _get_class(uow: UnitOfWork, tax_class_id: int) -> TaxClass:
    for candidate in list_tax_classes(uow.connection):
        if candidate.id == tax_class_id:
            return candidate
    raise NoSuchTaxError


def _get_tax(uow: UnitOfWork, tax_id: int) -> tuple[TaxClass, TaxRate]:
    for candidate in list_tax_classes(uow.connection):
        for rate in candidate.taxes:
            if rate.id == tax_id:
                return candidate, rate
    raise NoSuchTaxError


def _end(uow: UnitOfWork, old: TaxRate, last_day: date) -> None:
    uow.connection.execute(update(tax).where(tax.c.id == old.id), {"valid_to": last_day})


def _insert(uow: UnitOfWork, kind: str, row: Mapping[str, Any]) -> int:
    uow.connection.execute(insert(tax), dict(row))
    tax_id = int(row["id"])
    note(
        uow, kind=kind, document_type="tax", document_id=tax_id,
        payload={name: value for name, value in row.items() if name != "id"},
    )  # fmt: skip
    return tax_id
