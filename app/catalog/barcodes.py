"""What a scan means: pure reading, no database (design/devices.md 3.3).

A scan is a product's GTIN, a GS1 element string with batch and date, a label with its price or
weight inside, a receipt, or else the shop's own code, taken as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from app.catalog.gtin import (
    LENGTHS,
    CheckDigitError,
    from_book_number,
    is_digits,
    is_valid,
    to_14,
)
from app.catalog.scan_patterns import DEFAULT, Measure, Pattern, ScanPatterns
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.kernel.text import clean

MAX_SCAN: Final = 512  # a QR code with a GS1 address is far shorter
MAX_CODE: Final = 80
GS: Final = "\x1d"
_EAN_LENGTH: Final = 13
_GTIN_LENGTH: Final = 14
_SYMBOLOGY: Final = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_GS1_SYMBOLS: Final = frozenset({"C1", "e0", "d2", "Q3", "J1"})
_OWN_SYMBOLS: Final = frozenset({"C0", "A0", "Q1", "d1"})  # free contents: thirteen digits may be anything
_GS1_START: Final = re.compile(r"(?:01|02)[0-9]{14}|00[0-9]{18}")
# A batch or serial number whose end reads like a date, a count or a weight that followed it.
_SWALLOWED: Final = re.compile(
    r"(?:1[1357][0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]|31[0-6][0-9]{7})(?:10|21|30|37)?.*$"
)


class EmptyScanError(Refusal):
    """Nothing but blanks."""

    message = "The scan was empty. Scan it again."


class ScanTooLongError(Refusal):
    """More than any barcode holds."""

    message = "The scan has {length} characters; a barcode has at most {limit}. Scan one code at a time."


class ScanControlError(Refusal):
    """Bytes that no barcode for goods holds."""

    message = "The scan holds characters that belong to no product. Check the settings of the scanner."


class ScanUnreadableError(Refusal):
    """It says that it is GS1 data, and is not."""

    message = "The barcode could not be read as GS1 data. Scan it again or type the number under it."


class NoProductInScanError(Refusal):
    """GS1 data without a product: the label of a pallet or a place."""

    message = "This barcode names no product (it may be on a pallet). Scan the one on the goods."


class EmbeddedValueError(Refusal):
    """The price or weight on a label was misread."""

    message = "The price or weight in the barcode {code} was not read right. Scan it again."


class EmbeddedZeroError(Refusal):
    """A label that says zero."""

    message = "The label {code} says a price or weight of 0. Weigh the goods again."


class CodeTooLongError(Refusal):
    """A code that no scanner line holds."""

    message = "A barcode may have at most {limit} characters; this has {length}."


class ScanKind(StrEnum):
    """What a scan is."""

    GTIN = "gtin"
    GS1 = "gs1"
    EMBEDDED = "embedded"
    RECEIPT = "receipt"
    LITERAL = "literal"


@dataclass(frozen=True, slots=True)
class ParsedScan:
    """A scan as it was understood.

    Attributes:
        kind: what it is.
        lookup: the code to look the product up by (14 digits for a GTIN), or the receipt's number.
        others: codes that are looked up after it, the better first; the first match wins.
        quantity_milli: weight in thousandths of a kilogram, or count in thousandths of a piece.
        price: what the label says the goods cost in all, in the shop's currency.
        currency: ISO number of the price's currency where the code says it ("978").
        batch: lot number.
        serial: serial number.
        best_before: last day.
        doubtful: the batch may have swallowed what followed it: the scanner sent no separator.
        exact: of an embedded code: the whole code with its value, which may be a product's own.
        trouble: why the value of an embedded code cannot be believed; it does not matter when the
            whole code turns out to be a product's own.
    """

    kind: ScanKind
    lookup: str
    others: tuple[str, ...] = ()
    quantity_milli: int | None = None
    price: Decimal | None = None
    currency: str | None = None
    batch: str = ""
    serial: str = ""
    best_before: date | None = None
    doubtful: bool = False
    exact: str = ""
    trouble: Refusal | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes it may stand under, the best first."""
        whole = (self.exact,) if self.exact else ()
        return (*whole, self.lookup, *self.others)


def parse_scan(raw: str, *, patterns: ScanPatterns | None = None) -> ParsedScan:
    """Read a scan.

    Args:
        raw: as it came from the scanner, or was typed.
        patterns: layouts of the shop's own codes; None: the usual ones.

    Raises:
        EmptyScanError, ScanTooLongError, ScanControlError, CheckDigitError, ScanUnreadableError,
        NoProductInScanError: see their sentences.
    """
    patterns = patterns or DEFAULT
    text = raw.strip(" \t\r\n")
    if not text:
        raise EmptyScanError
    if len(text) > MAX_SCAN:
        raise ScanTooLongError(length=len(text), limit=MAX_SCAN)
    symbol, text = _split_symbology(text)
    if not text:
        raise EmptyScanError
    if symbol == "E3":  # an EAN-13 with an add-on of two or five digits (magazines)
        text = text[:_EAN_LENGTH]
    if is_digits(text) and len(text) in LENGTHS and symbol not in _GS1_SYMBOLS:
        return _read_digits(text, symbol, patterns)
    if symbol in _GS1_SYMBOLS or _looks_gs1(text):
        return _read_gs1(text, patterns)
    return _read_text(text, patterns)


def canonical_code(text: str) -> str:
    """A code as it is kept: a GTIN with 14 digits, anything else as it stands.

    Raises:
        CheckDigitError: for 8, 12, 13 or 14 digits that do not add up.
        EmptyScanError, ScanControlError, CodeTooLongError: see their sentences.
    """
    code = text.strip(" \t\r\n")
    if not code:
        raise EmptyScanError
    if len(code) > MAX_CODE:
        raise CodeTooLongError(length=len(code), limit=MAX_CODE)
    if is_digits(code) and len(code) in LENGTHS:
        return to_14(code)
    book = from_book_number(code)
    return to_14(book) if book else _literal(code)


def shown_code(code: str) -> str:
    """A kept code as it stands under the bars: an EAN-13 with 13 digits, a UPC-A with 12."""
    if len(code) == _GTIN_LENGTH and is_digits(code):
        for length in (8, 12, 13):
            if code.startswith("0" * (_GTIN_LENGTH - length)):
                return code[_GTIN_LENGTH - length :]
    return code


def _split_symbology(text: str) -> tuple[str, str]:
    found = _SYMBOLOGY.match(text)
    return (found[0][1:], text[3:]) if found else ("", text)


def _read_digits(digits: str, symbol: str, patterns: ScanPatterns) -> ParsedScan:
    try:
        code = to_14(digits)
    except CheckDigitError:
        if symbol in _OWN_SYMBOLS:
            return ParsedScan(ScanKind.LITERAL, digits)
        raise
    if len(digits) in (12, 13):
        ean = code[1:]
        pattern = patterns.pattern_for(ean)
        if pattern is not None:
            return _read_embedded(ean, pattern)
    return ParsedScan(ScanKind.GTIN, code)


def _read_embedded(ean: str, pattern: Pattern) -> ParsedScan:
    value = pattern.value(ean)
    trouble: Refusal | None = None
    if not pattern.value_holds(ean):
        trouble = EmbeddedValueError(code=ean)
    elif not value:
        trouble = EmbeddedZeroError(code=ean)
    item = ean[pattern.item_at]
    return ParsedScan(
        ScanKind.EMBEDDED,
        pattern.base(ean).zfill(14),
        others=tuple(dict.fromkeys((pattern.prefix + item, item, item.lstrip("0") or item))),
        quantity_milli=None if pattern.measure is Measure.PRICE else int(value * ONE),
        price=value if pattern.measure is Measure.PRICE else None,
        exact=ean.zfill(14),
        trouble=trouble,
    )


def _looks_gs1(text: str) -> bool:
    """GS1 data without a symbology identifier: a valid GTIN or SSCC at its start."""
    if _is_link(text):
        return True
    start = _GS1_START.match(text)
    return start is not None and is_valid(start[0][2:])


def _is_link(text: str) -> bool:
    return text.lower().startswith(("http://", "https://")) and "/01/" in text


def _read_gs1(text: str, patterns: ScanPatterns) -> ParsedScan:
    import biip
    from biip import ParseConfig

    config = ParseConfig(separator_chars=(GS, *patterns.separators), gs1_element_strings_verify_date=False)
    link = _is_link(text)
    try:
        result = biip.parse(text if link else f"]C1{text}", config=config)
    except (ValueError, biip.ParseError) as error:
        if link:
            return _read_text(text, patterns)
        raise ScanUnreadableError from error
    message = result.gs1_message
    if message is None and result.gs1_digital_link_uri is not None:
        message = result.gs1_digital_link_uri.as_gs1_message()
    if message is not None and message.element_strings:
        separated = link or any(s in text for s in (GS, *patterns.separators))
        return _from_elements({e.ai.ai: e for e in message.element_strings}, separated=separated)
    if link:
        return _read_text(text, patterns)
    raise ScanUnreadableError


def _from_elements(by_ai: dict[str, Any], *, separated: bool) -> ParsedScan:
    goods = by_ai.get("01") or by_ai.get("02")
    if goods is None:
        raise NoProductInScanError
    code = to_14(goods.value)
    quantity = _quantity(by_ai)
    price = next((e for ai, e in by_ai.items() if ai[:3] in {"392", "393"}), None)
    if price is not None and price.decimal is None:
        raise ScanUnreadableError
    batch, serial = _value(by_ai, "10"), _value(by_ai, "21")
    day = by_ai.get("17") or by_ai.get("15")
    return ParsedScan(
        ScanKind.GS1,
        code,
        quantity_milli=quantity,
        price=price.decimal if price else None,
        currency=price.value[:3] if price and price.ai.ai.startswith("393") else None,
        batch=batch,
        serial=serial,
        best_before=day.date if day else None,
        doubtful=not separated and any(_SWALLOWED.search(x[1:]) for x in (batch, serial)),
        trouble=EmbeddedZeroError(code=code) if quantity == 0 else None,
    )


def _quantity(by_ai: dict[str, Any]) -> int | None:
    """Net weight in kilograms, else a count, in thousandths; ScanUnreadableError: cut off."""
    weight = next((element for ai, element in by_ai.items() if ai.startswith("310")), None)
    count = by_ai.get("30") or by_ai.get("37")
    if weight is not None and weight.decimal is not None:
        return int(weight.decimal * ONE)
    if weight is not None or (count is not None and not is_digits(count.value)):
        raise ScanUnreadableError
    return int(count.value) * ONE if count else None


def _value(by_ai: dict[str, Any], ai: str) -> str:
    found = by_ai.get(ai)
    return clean(found.value) if found is not None else ""


def _read_text(text: str, patterns: ScanPatterns) -> ParsedScan:
    if patterns.receipt.fullmatch(text):
        return ParsedScan(ScanKind.RECEIPT, text.upper())
    book = from_book_number(text)
    if book:
        return ParsedScan(ScanKind.GTIN, to_14(book), others=(text,))
    return ParsedScan(ScanKind.LITERAL, _literal(text))


def _literal(text: str) -> str:
    if any(not c.isprintable() for c in text):
        raise ScanControlError
    return text
