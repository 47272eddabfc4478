"""What is asked about taxes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, select

from app.db.prepared import Prepared
from app.tax.rules import Tax
from app.tax.tables import tax, tax_class


@dataclass(frozen=True, slots=True)
class TaxRate:
    """One tax of a class in one stretch of time, as the settings show it."""

    id: int
    code: str
    name: str
    kind: str  # "percent" or "fixed"
    rate: int  # thousandths of a per cent
    fixed_minor: int
    position: int
    adds_to_next_base: bool
    base_includes_earlier: bool
    valid_from: date | None
    valid_to: date | None  # the last day


@dataclass(frozen=True, slots=True)
class TaxClass:
    """A tax class of goods with all its taxes: past, present and to come."""

    id: int
    code: str
    name: str
    taxes: tuple[TaxRate, ...]

    def on(self, day: date) -> tuple[TaxRate, ...]:
        """The taxes valid on that day, in order."""
        return tuple(
            t
            for t in self.taxes
            if (t.valid_from is None or t.valid_from <= day) and (t.valid_to is None or day <= t.valid_to)
        )


_RATES: Final = Prepared(
    select(tax.c.tax_class_id, *(tax.c[name] for name in TaxRate.__dataclass_fields__)).order_by(
        tax.c.position, tax.c.code, tax.c.id
    )
)
_CLASSES: Final = Prepared(
    select(tax_class.c.id, tax_class.c.code, tax_class.c.name).order_by(tax_class.c.code)
)


def list_tax_classes(connection: Connection) -> list[TaxClass]:
    """All tax classes by code; their taxes in order of working out, then of time."""
    rates: dict[int, list[TaxRate]] = {}
    for row in _RATES.all(connection, {}):
        rates.setdefault(row[0], []).append(TaxRate(*row[1:]))
    classes = _CLASSES.all(connection, {})
    return [
        TaxClass(row.id, row.code, row.name, tuple(sorted(rates.get(row.id, ()), key=_in_order)))
        for row in classes
    ]


def _in_order(rate: TaxRate) -> tuple[int, str, date]:
    return rate.position, rate.code, rate.valid_from or date.min


def taxes_on(connection: Connection, day: date) -> dict[int, tuple[Tax, ...]]:
    """The taxes of each tax class valid on that day, in order.

    A class without any tax is exempt: an empty tuple. A class that has taxes, but none valid on that
    day, is left out, so that pricing refuses its goods instead of selling them untaxed.
    """
    found: dict[int, tuple[Tax, ...]] = {}
    for each in list_tax_classes(connection):
        valid = each.on(day)
        if valid or not each.taxes:
            found[each.id] = tuple(
                Tax(t.code, t.rate, t.fixed_minor, t.adds_to_next_base, t.base_includes_earlier)
                for t in valid
            )
    return found
