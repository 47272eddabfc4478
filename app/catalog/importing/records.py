"""One line of a file as a product: pure reading, errors in words."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.catalog.barcodes import canonical_code, shown_code
from app.catalog.gtin import is_digits, is_valid
from app.catalog.importing.amounts import NotANumberError, parse_flag, parse_minor, parse_number
from app.catalog.importing.profiles import ColumnMap, Profile
from app.catalog.importing.reading import Line
from app.db.columns import NAME, SHORT
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.kernel.text import clean
from app.pricing.operations import MAX_PRICE_MINOR

_MAX_NOTE: Final = 2000
_UPC: Final = 12
_MAX_AGE: Final = 99
_LIMITS: Final = {
    "sku": NAME,
    "name": NAME,
    "category": NAME,
    "tax_class": NAME,
    "unit": SHORT,
    "note": _MAX_NOTE,
}
_PARTS: Final = re.compile(r"[|;,\s]+")
_SPOILT: Final = re.compile(r"[0-9](?:[.,][0-9]+)?E\+?[0-9]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LineError:
    """What is wrong with one line, in words."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """A product as one line of the file says it; None: the file does not say.

    Attributes:
        line: number of its line.
        sku: the shop's number; "" when it is known by its barcode.
        codes: barcodes in their one form.
        name: as it is shown.
        category: name of its category.
        tax_class: code, name or rate of its tax class.
        price_minor: in the price list's currency.
        cost_minor: what the supplier asks.
        unit: base unit.
        weighed: by weight.
        min_age: of the buyer.
        discountable: whether discounts may touch it.
        active: in use.
        stock_milli: opening stock.
        note: for the staff.
        attributes: names and values.
    """

    line: int
    sku: str
    codes: tuple[str, ...]
    name: str
    category: str | None = None
    tax_class: str | None = None
    price_minor: int | None = None
    cost_minor: int | None = None
    unit: str | None = None
    weighed: bool | None = None
    min_age: int | None = None
    discountable: bool | None = None
    active: bool | None = None
    stock_milli: int | None = None
    note: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def number(self) -> str:
        """Its own number, else its first barcode as it is printed."""
        return self.sku or shown_code(self.codes[0])


class LineReader:
    """Reads the lines of one file; keeps the cells that further lines are filled from."""

    def __init__(
        self, columns: ColumnMap, profile: Profile, *, decimal: str, currency: str, digits: int
    ) -> None:
        self._columns = columns
        self._profile = profile
        self._decimal = decimal
        self._currency = currency
        self._digits = digits
        self._above: dict[int, str] = {}
        self._empty = {word.casefold() for word in profile.empty}

    def read(self, line: Line) -> Record | LineError | None:
        """The product of a line, what is wrong with it, or None for a line that is none."""
        cells = self._filled(line.cells)
        if any(not self._cell(cells, at) for at in self._columns.needed):
            return None
        try:
            return self._record(line.number, self._texts(cells), cells)
        except NotANumberError as error:
            return LineError(line.number, f"{error}.")
        except Refusal as refusal:
            return LineError(line.number, str(refusal))

    def _filled(self, cells: Sequence[str]) -> Sequence[str]:
        if not self._columns.fill_down:
            return cells
        filled = list(cells)
        for at in self._columns.fill_down:
            if at < len(filled) and filled[at].strip():
                self._above[at] = filled[at]
            elif at < len(filled):
                filled[at] = self._above.get(at, "")
        return filled

    def _cell(self, cells: Sequence[str], at: int) -> str:
        text = cells[at].strip() if at < len(cells) else ""
        return "" if text.casefold() in self._empty else text

    def _texts(self, cells: Sequence[str]) -> dict[str, str]:
        """The text of each field, put together from its columns."""
        found: dict[str, str] = {}
        for field in {**self._columns.fields, **self._columns.otherwise}:
            text = self._joined(field, cells, self._columns.fields.get(field, ()))
            text = text or self._joined(field, cells, self._columns.otherwise.get(field, ()))
            limit = _LIMITS.get(field)
            if limit is not None:
                text = self._clean(text) if len(text) < limit * 20 else text
                length = len(text)
                if length > limit:
                    raise NotANumberError(
                        f"The {field.replace('_', ' ')} has {length:,} characters; at most {limit} are kept"
                    )
            if text:
                found[field] = text
        return found

    def _joined(self, field: str, cells: Sequence[str], columns: Sequence[int]) -> str:
        sign = "-" if field == "sku" else " "
        parts: list[str] = []
        for at in columns:
            text = self._cell(cells, at)
            if not text:
                continue
            if field == "name":  # the brand is often in the name already
                if any(text.casefold() in part.casefold() for part in parts):
                    continue
                parts = [part for part in parts if part.casefold() not in text.casefold()]
            parts.append(text)
        return sign.join(parts)

    def _clean(self, text: str) -> str:
        return clean(html.unescape(html.unescape(text)) if self._profile.html else text)

    def _record(self, line: int, texts: Mapping[str, str], cells: Sequence[str]) -> Record:
        name = texts.get("name", "")
        if not name:
            raise NotANumberError("There is no name")
        codes = self._codes(texts.get("barcode", ""))
        sku = texts.get("sku", "")
        if not sku and not codes:
            raise NotANumberError(
                "There is neither a number (SKU) nor a barcode; without one it would be doubled next time"
            )
        self._check_currency(texts.get("currency", ""))
        age = self._whole(texts, "min_age")
        if age is not None and not 0 <= age <= _MAX_AGE:
            raise NotANumberError(f"The age limit {age} is not from 0 to {_MAX_AGE}")
        stock = texts.get("stock")
        return Record(
            line=line, sku=sku, codes=codes, name=name, category=self._category(texts),
            tax_class=texts.get("tax_class"), price_minor=self._minor(texts, "price"),
            cost_minor=self._minor(texts, "cost"), unit=texts.get("unit"),
            weighed=self._flag(texts, "weighed"), min_age=age,
            discountable=self._flag(texts, "discountable"), active=self._flag(texts, "active"),
            stock_milli=int(parse_number(stock, self._decimal) * ONE) if stock else None,
            note=texts.get("note"), attributes=self._attributes(cells),
        )  # fmt: skip

    def _codes(self, text: str) -> tuple[str, ...]:
        found: list[str] = []
        for part in _PARTS.split(text[:NAME].strip()):
            if not part:
                continue
            if _SPOILT.fullmatch(part):
                raise NotANumberError(
                    f"The barcode {part} was spoilt by a spreadsheet; save its column as text again"
                )
            code = canonical_code(self._padded(part))
            if code not in found:
                found.append(code)
        return tuple(found)

    def _padded(self, code: str) -> str:
        """A code that has lost its leading zeros, or has too many of them, made right where that fits."""
        if not self._profile.pad_codes or not is_digits(code):
            return code
        bare = code.lstrip("0")
        padded = bare.zfill(_UPC) if len(bare) > 8 else bare.zfill(8)  # noqa: PLR2004 - EAN-8
        return padded if len(padded) <= 14 and is_valid(padded) else code  # noqa: PLR2004 - GTIN-14

    def _category(self, texts: Mapping[str, str]) -> str | None:
        found = texts.get("category")
        if found and self._profile.category_path:
            return found.split(",")[0].split(">")[-1].strip() or None
        return found

    def _check_currency(self, text: str) -> None:
        if text and text.upper() != self._currency:
            raise NotANumberError(f"The price is in {text[:10]}, the price list in {self._currency}")

    def _minor(self, texts: Mapping[str, str], field: str) -> int | None:
        text = texts.get(field)
        if not text:
            return None
        try:
            minor = parse_minor(text, self._decimal, self._digits)
        except NotANumberError as error:
            raise NotANumberError(f"The {field} {error}") from error
        if minor > MAX_PRICE_MINOR:
            raise NotANumberError(f"The {field} {text[:40]} is too high")
        return minor

    def _whole(self, texts: Mapping[str, str], field: str) -> int | None:
        text = texts.get(field)
        return int(parse_number(text.rstrip("+"), self._decimal)) if text else None

    def _flag(self, texts: Mapping[str, str], field: str) -> bool | None:
        text = texts.get(field)
        return parse_flag(text) if text else None

    def _attributes(self, cells: Sequence[str]) -> tuple[tuple[str, str], ...]:
        found: list[tuple[str, str]] = []
        for name, at in self._columns.attributes.items():
            value = self._clean(self._cell(cells, at)[: NAME * 4])[:NAME]
            if value:
                found.append((name, value))
        return tuple(found)
