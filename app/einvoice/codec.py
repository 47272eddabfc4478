"""Between our model and the plain dictionaries that the library `eu-einvoice` reads and writes.

The names are the same on both sides (EN 16931's terms in words), so one walk over the fields does it;
what differs is named here: days, the exemptions of the VAT breakdown, and the totals of before.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, Final, TypeVar, cast, get_args, get_origin, get_type_hints

from app.einvoice.model import Cents, EInvoice, Note, Totals, VatPart
from app.kernel.refusal import Refusal
from app.kernel.text import clean

_KEYS: Final = {"on": "date"}
# BT-8 has a code list of its own in each syntax: we keep UBL's, the library takes words
_TAX_POINTS: Final = {"3": "invoice", "35": "delivery", "432": "payment"}
_TAX_POINTS_OF_CII: Final = {"5": "3", "29": "35", "72": "432"}
_MOST_DIGITS: Final = 15
_MOST_TEXT: Final = 40
_NONE: Final = types.NoneType
T = TypeVar("T")


class FigureError(Refusal):
    """A figure or a day that is none."""

    message = "“{value}” is not what {place} must be. The file cannot be read; ask the sender for another."


def decimal_of(value: object, place: str) -> Decimal:
    """The number a text says; raises FigureError."""
    text = str(value).strip()
    try:
        if len(text) > _MOST_TEXT or not text.isascii() or "_" in text:
            raise FigureError(value=text[:_MOST_TEXT], place=place)
        number = Decimal(text)
    except InvalidOperation as error:
        raise FigureError(value=text, place=place) from error
    if not number.is_finite() or number.adjusted() >= _MOST_DIGITS:
        raise FigureError(value=text, place=place)
    return number


def cents_of(number: Decimal) -> Cents:
    """Hundredths of the currency; the norm has no more decimals, more are rounded half away from zero."""
    return Cents(int(number.scaleb(2).quantize(Decimal(1), rounding=ROUND_HALF_UP)))


def amount_of(cents: int) -> Decimal:
    """The amount with its two decimals."""
    return Decimal(cents).scaleb(-2)


def to_plain(value: object) -> dict[str, Any]:
    """A part of the model as the dictionary of the same names; what is empty and may be is left out."""
    found: dict[str, Any] = {}
    for each in fields(cast("Any", value)):
        plain = _plain(getattr(value, each.name), _hints(_class(value))[each.name])
        if each.default is MISSING or plain not in (None, "", []):
            found[_KEYS.get(each.name, each.name)] = plain
    return found


def _plain(value: object, kind: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, tuple):
        return [_plain(x, get_args(kind)[0]) for x in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return to_plain(value)
    return amount_of(cast("int", value)) if _bare(kind) is Cents else value


def from_plain(cls: type[T], plain: Mapping[str, Any], place: str = "") -> T:
    """The part of the model that a dictionary says; what it does not know is left aside.

    Raises:
        FigureError: a number or a day that is none.
    """
    values: dict[str, Any] = {}
    for each in fields(cast("Any", cls)):
        key = _KEYS.get(each.name, each.name)
        kind = _hints(cast("Any", cls))[each.name]
        where = f"{place}.{key}" if place else key
        values[each.name] = _read(plain.get(key), kind, where) if key in plain else _default(each, kind)
    return cls(**values)


def _default(each: Field[Any], kind: Any) -> Any:
    """Of a field that is missing: what stands for nothing, so that what is wrong can still be shown."""
    if each.default is not MISSING:
        return each.default
    if get_origin(kind) is tuple:
        return ()
    bare = _bare(kind)
    if bare is not kind:
        return None
    if is_dataclass(bare):
        return from_plain(cast("Any", bare), {})
    return {Cents: Cents(0), Decimal: Decimal(0)}.get(bare, "")


def _read(value: Any, kind: Any, place: str) -> Any:
    bare = _bare(kind)
    if value is None:
        return None if bare is not kind else ""
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        return tuple(_read(_entry(x, inner), inner, f"{place}[{i + 1}]") for i, x in enumerate(value))
    if is_dataclass(bare):
        return from_plain(cast("Any", bare), _entry(value, bare), place)
    return _SIMPLE[bare](value, place)


def _text(value: object, _place: str) -> str:
    """Without control characters, its lines kept."""
    return "\n".join(clean(part) for part in str(value).splitlines()).strip()


def _entry(value: Any, kind: Any) -> Any:
    """A text where a record stands in short: an identifier, a note."""
    if not isinstance(value, str) or not is_dataclass(kind):
        return value
    return {"text" if kind is Note else "id": value}


def _day(value: object, place: str) -> date:
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError as error:
        raise FigureError(value=value, place=place) from error


_SIMPLE: Final[dict[Any, Callable[[Any, str], Any]]] = {
    str: _text,
    date: _day,
    Decimal: decimal_of,
    Cents: lambda value, place: cents_of(decimal_of(value, place)),
}


def _bare(kind: Any) -> Any:
    """The kind without "or None"."""
    if get_origin(kind) is types.UnionType or str(get_origin(kind)) == "typing.Union":
        return next(x for x in get_args(kind) if x is not _NONE)
    return kind


def _class(value: object) -> Any:
    return type(value)


@lru_cache(maxsize=64)
def _hints(cls: Hashable) -> dict[str, Any]:
    return get_type_hints(cast("Any", cls))


def einvoice_of(plain: Mapping[str, Any]) -> EInvoice:
    """The invoice that the library read, or a vector describes.

    Raises:
        FigureError: see its sentence.
    """
    exemptions = plain.get("vat_exemptions") or {}
    parts = [
        {
            **row,
            "exemption_code": (exemptions.get(row.get("category")) or {}).get("code") or "",
            "exemption_reason": (exemptions.get(row.get("category")) or {}).get("reason") or "",
        }
        for row in plain.get("vat_breakdown") or ()
    ]
    point = str(plain.get("tax_point_code") or "")
    return from_plain(
        EInvoice,
        {
            **plain, "vat_breakdown": parts, "totals": plain.get("totals") or {},
            "tax_point_code": _TAX_POINTS_OF_CII.get(point, point),
            "attachments": [a for a in plain.get("attachments") or () if a],
        },
    )  # fmt: skip


def plain_of(invoice: EInvoice, *, credit_note: bool) -> dict[str, Any]:
    """The dictionary that the library's generators take, every figure as it stands in the model."""
    plain = to_plain(invoice)
    totals = _whole(invoice.totals)
    if invoice.tax_total_in_tax_currency is not None:
        totals["tax_total_tax_currency"] = amount_of(invoice.tax_total_in_tax_currency)
    return {
        **plain,
        "tax_point_code": _TAX_POINTS.get(invoice.tax_point_code), "type_code": invoice.type,
        "is_credit_note": credit_note, "totals": totals,
        "notes": [to_plain(n) for n in invoice.notes],
        "vat_breakdown": [_whole(part) for part in invoice.vat_breakdown],
        "lines": [{"vat_rate": None, **line} for line in plain.get("lines", [])],
        "allowances": [_taxed(x) for x in plain.get("allowances", [])],
        "charges": [_taxed(x) for x in plain.get("charges", [])],
    }  # fmt: skip


def _taxed(entry: dict[str, Any]) -> dict[str, Any]:
    return {"vat_rate": None, **entry}


def _whole(part: Totals | VatPart) -> dict[str, Any]:
    """With the fields that are empty, too: a zero is a figure."""
    kinds = _hints(_class(part))
    return {name: _plain(getattr(part, name), kind) for name, kind in kinds.items()}
