"""The fields of pure reading that a text reaches: scans, amounts, quantities, notes, PINs, layouts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from app.access.rules import check_pin
from app.banking.reading.model import written_amount
from app.banking.reading.numbers import written_day
from app.catalog.barcodes import canonical_code, parse_scan
from app.catalog.importing.amounts import NotANumberError, parse_flag, parse_minor, parse_number
from app.catalog.scan_patterns import Measure, Pattern
from app.kernel.money import scaled_exactly
from app.kernel.quantity import QuantityTextError, milli_from_text
from app.kernel.refusal import Refusal
from app.kernel.text import clean, clean_field, fold, words
from app.layouts.kinds import LayoutKind
from app.layouts.text_form import read_layout
from app.till.cart_json import cart_from_json
from app.vouchers.rules import normal_code
from tests.fuzz.grammar import values_of
from ui.formatting import Formats, parse_entry

Judge = Callable[[str, Any], str]
"""What is wrong with what a field made of a text; "" for nothing."""


class NoNumberRefusedError(Refusal):
    """A reader of files says no by an error of its own, which its line in the report is made of."""

    message = "It is no number."


def _told(read: Callable[[str], Any]) -> Callable[[str], Any]:
    def reading(text: str) -> Any:
        try:
            return read(text)
        except (NotANumberError, QuantityTextError) as error:
            raise NoNumberRefusedError from error

    return reading


def _whole(_text: str, given: Any) -> str:
    return "" if given == clean(given) else f"kept {given[:60]!r}"


def _nothing(_text: str, _given: Any) -> str:
    return ""


def value_of(digits: int) -> Judge:
    """A judge of integers with so many decimals: one of the values that the text may have."""

    def judge(text: str, given: Any) -> str:
        if given is None or Fraction(given) / 10**digits in values_of(text):
            return ""
        return f"repaired to {given}"

    return judge


def _entry(text: str, given: Any) -> str:
    if given.quantity_milli is None:
        return ""
    head = text.strip()[: len(text.strip()) - len(given.text)].rstrip(" *×xX")
    return value_of(3)(head, given.quantity_milli)


def _amounts() -> dict[str, tuple[Callable[[str], Any], Judge]]:
    found: dict[str, tuple[Callable[[str], Any], Judge]] = {}
    for locale in ("en", "de", "fr", "ar"):
        for currency in ("EUR", "JPY", "KWD"):
            formats = Formats(locale, currency)
            found[f"amount typed {locale} {currency}"] = (formats.parse_amount, value_of(formats.digits))
        found[f"quantity typed {locale}"] = (Formats(locale).parse_quantity, value_of(3))
        found[f"per cent typed {locale}"] = (Formats(locale).parse_percent, value_of(2))
    for mark in ".,":
        found[f"number of a file {mark}"] = (_told(partial(parse_number, decimal=mark)), value_of(0))
        found[f"price of a file {mark}"] = (_told(partial(parse_minor, decimal=mark, digits=2)), value_of(2))
        found[f"amount of a bank {mark}"] = (partial(written_amount, currency="EUR", sign=mark), _bank)
    found["amount of a bank"] = (partial(written_amount, currency="EUR"), _bank)
    return found


def _bank(text: str, given: Any) -> str:
    return "" if Fraction(given, 100) in values_of(text, letters="CDHS") else f"repaired to {given}"


FIELDS: Final[Mapping[str, tuple[Callable[[str], Any], Judge]]] = MappingProxyType(
    {
        "scan": (lambda t: parse_scan(t).lookup, lambda _t, g: "" if g.isprintable() else f"kept {g!r}"),
        "code of a product": (canonical_code, lambda _t, g: "" if g.isprintable() and g else f"kept {g!r}"),
        "search line": (parse_entry, _entry),
        **_amounts(),
        "exact number": (lambda t: scaled_exactly(t, 2), value_of(2)),
        "exact quantity": (_told(milli_from_text), value_of(3)),
        "yes or no": (_told(parse_flag), _nothing),
        "day dmy": (lambda t: written_day(t, "dmy"), _nothing),
        "day ymd": (lambda t: written_day(t, "ymd"), _nothing),
        "text": (lambda t: clean_field(t, field="Note", limit=10**9), _whole),
        "short text": (lambda t: clean_field(t, field="Code", limit=16), _whole),
        "searched text": (lambda t: " ".join(words(t)) + fold(t)[:0], _nothing),
        "PIN": (check_pin, _nothing),
        "number of a gift card": (normal_code, _nothing),
        "layout of a label": (lambda t: Pattern(t, Measure.PRICE, 2), _nothing),
        "layout of a receipt": (lambda t: read_layout(LayoutKind.RECEIPT, t), _nothing),
        "kept cart": (cart_from_json, _nothing),
    }
)
