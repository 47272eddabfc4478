"""Which column is what in a file of invoices, and how its days are written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from app.catalog.importing.amounts import NotANumberError, guess_decimal, parse_minor
from app.catalog.importing.reading import open_source
from app.catalog.importing.refusals import FileEmptyError
from app.kernel.refusal import Refusal
from app.kernel.text import clean
from resources import resource

FOLDER: Final = resource("receivables_profiles")
_NEEDED: Final = ("customer", "number", "date", "due", "amount")
_YMD: Final = ("ymd", "dmy", "mdy")
_CENTURY: Final = 2000
_SHORT_YEAR: Final = 100


class NoReceivablesProfileError(Refusal):
    """No profile of that name, or none that fits."""

    message = "No profile fits the columns of {name}. Known profiles: {known}."


class ReceivableLineError(Refusal):
    """A line that cannot be read."""

    message = "Line {line} of {name}: {what}. Nothing was imported."


@dataclass(frozen=True, slots=True)
class Profile:
    """How one kind of file is meant; `decimal` "" finds it out."""

    name: str
    title: str
    columns: Mapping[str, tuple[str, ...]]
    date_order: str
    decimal: str


@dataclass(frozen=True, slots=True)
class LegacyInvoice:
    """An invoice as the file says it; `settled_on` None: open."""

    customer: str
    customer_name: str
    country: str
    number: str
    on: date
    due_date: date
    amount_minor: int
    settled_on: date | None


def list_profiles() -> list[Profile]:
    """The profiles that come with the program, by name."""
    found: list[Profile] = []
    for path in sorted(Path(str(FOLDER)).glob("*.json")):
        read = json.loads(path.read_text(encoding="utf-8"))
        columns = {field: tuple(names) for field, names in read["columns"].items()}
        found.append(Profile(path.stem, read["title"], columns, read["date_order"], read["decimal"]))
    return found


def read_invoices(path: Path, *, digits: int, profile: str | None = None) -> list[LegacyInvoice]:
    """The invoices of a CSV or XLSX file.

    Args:
        path: of the file.
        digits: decimals of the company's currency.
        profile: whose columns they are; the first one that fits when left out.

    Raises:
        NoReceivablesProfileError, ReceivableLineError, and those of open_source.
    """
    lines = open_source(path).lines()
    first = next(lines, None)
    if first is None:
        raise FileEmptyError(name=path.name)
    heads = [clean(h).strip().casefold() for h in first.cells]
    chosen, places = _choose(path, heads, profile)
    rows = [(line.number, line.cells) for line in lines]
    decimal = chosen.decimal or guess_decimal(_cell(cells, places["amount"]) for _n, cells in rows)
    found: list[LegacyInvoice] = []
    for number, cells in rows:
        values = {field: _cell(cells, place) for field, place in places.items()}
        try:
            found.append(_invoice(values, chosen.date_order, decimal, digits))
        except (ValueError, NotANumberError) as error:
            raise ReceivableLineError(line=number, name=path.name, what=error) from error
    return found


def _choose(path: Path, heads: Sequence[str], wanted: str | None) -> tuple[Profile, dict[str, int]]:
    known = list_profiles()
    for profile in known:
        if wanted not in (None, profile.name):
            continue
        places: dict[str, int] = {}
        for field, names in profile.columns.items():
            place = next((heads.index(n.casefold()) for n in names if n.casefold() in heads), None)
            if place is not None:
                places[field] = place
        if all(field in places for field in _NEEDED):
            return profile, places
    raise NoReceivablesProfileError(name=path.name, known=", ".join(p.name for p in known))


def _cell(cells: Sequence[str], place: int) -> str:
    return clean(cells[place]).strip() if place < len(cells) else ""


def _invoice(values: Mapping[str, str], order: str, decimal: str, digits: int) -> LegacyInvoice:
    for field in _NEEDED:
        if not values[field]:
            msg = f"{field} is missing"
            raise ValueError(msg)
    on, due = parse_day(values["date"], order), parse_day(values["due"], order)
    settled = parse_day(values["settled"], order) if values.get("settled") else None
    if settled is not None and settled < on:
        msg = "it was settled before it was written"
        raise ValueError(msg)
    return LegacyInvoice(
        values["customer"], values.get("name", "") or values["customer"], values.get("country", ""),
        values["number"], on, due, parse_minor(values["amount"], decimal, digits), settled,
    )  # fmt: skip


def parse_day(text: str, order: str) -> date:
    """A day as people write it: parts in the given order, a year first is always one; raises ValueError."""
    parts = [int(p) for p in re.split(r"[-/. ]", text.split("T", maxsplit=1)[0]) if p.isdigit()][:3]
    if len(parts) != len("ymd") or order not in _YMD:
        msg = f"“{text[:20]}” is no day"
        raise ValueError(msg)
    if parts[0] > 31:  # noqa: PLR2004 - no day or month
        order = "ymd"
    by_sign = dict(zip(order, parts, strict=True))
    year = by_sign["y"] + (_CENTURY if by_sign["y"] < _SHORT_YEAR else 0)
    try:
        return date(year, by_sign["m"], by_sign["d"])
    except ValueError:
        msg = f"“{text[:20]}” is no day"
        raise ValueError(msg) from None
