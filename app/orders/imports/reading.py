"""A file as outside orders: CSV, XLSX or JSON; what is wrong with a line is told, its order left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Final

from app.catalog.importing.amounts import NotANumberError, guess_decimal, parse_minor, parse_number
from app.catalog.importing.reading import open_source
from app.catalog.importing.refusals import FileEmptyError
from app.db.columns import NAME, SHORT
from app.kernel.money import minor_digits
from app.kernel.quantity import MAX_MILLI, ONE
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field, fold
from app.orders.imports.json_file import json_rows, looks_like_json
from app.orders.imports.profiles import (
    CANCELLED_WORDS,
    PAID_WORDS,
    PROFILES,
    check_profile,
    map_order_columns,
)
from app.orders.imports.records import (
    OutsideAddress,
    OutsideCustomer,
    OutsideLine,
    OutsideOrder,
    ReadOrders,
    RowError,
)
from app.orders.imports.refusals import NoSkuError, OutsideDateError, OutsideQuantityError

_SAMPLE: Final = 200
_AMOUNTS: Final = ("price", "shipping", "discount", "total")
_YES: Final = frozenset({"1", "y", "yes", "true", "ja", "j", "wahr"})
_SHOWN: Final = 40  # characters of a cell that a message repeats
_NOTE: Final = 2000
Row = tuple[int, Mapping[str, str]]  # line of the file, fields
OutsideReader = Callable[[str, Path], Sequence[Mapping[str, str]]]  # (profile, path) -> fields of each line


def read_orders(
    path: Path, *, profile: str | None, currency: str, reader: OutsideReader | None = None
) -> ReadOrders:
    """Read a whole file.

    Args:
        path: of the file.
        profile: whose export it is; None: as its columns say.
        currency: of amounts where the file does not say.
        reader: reads the file of a profile that is none of ours, as the fields of the profile "csv".

    Raises:
        The refusals of app.catalog.importing.refusals; OrderColumnsError, NoSuchOrderProfileError,
        OrderFileError: see their sentences.
    """
    source = _source(path, profile, reader)
    read = ReadOrders(source.profile, columns=source.headers)
    groups: dict[str, list[Row]] = {}
    for row in source.rows:
        reference = row[1].get("order", "").strip()
        if reference:
            groups.setdefault(reference[:NAME], []).append(row)
        else:
            read.errors.append(RowError(row[0], "", "It has no order number."))
    for reference, rows in groups.items():
        _add(read, _Builder(reference, rows, source.decimal, currency))
    return read


def _source(path: Path, profile: str | None, reader: OutsideReader | None) -> _Source:
    if reader is not None and profile is not None and profile not in PROFILES:
        lines = list(enumerate(reader(profile, path), 1))
        if not lines:
            raise FileEmptyError(name=path.name)
        return _Source(profile, (), ".", lines)
    check_profile(profile)
    return _json(path, profile) if looks_like_json(path) else _table(path, profile)


def _add(read: ReadOrders, builder: _Builder) -> None:
    if builder.is_cancelled:
        read.cancelled += 1
        return
    order = builder.order()
    if order is not None:
        read.orders.append(order)
    read.errors += builder.errors


@dataclass(frozen=True, slots=True)
class _Source:
    profile: str
    headers: tuple[str, ...]
    decimal: str
    rows: list[Row]


def _json(path: Path, profile: str | None) -> _Source:
    found, rows = json_rows(path, profile)
    return _Source(found, (), ".", rows)


def _table(path: Path, profile: str | None) -> _Source:
    source = open_source(path)
    lines = source.lines()
    header = next(lines, None)
    if header is None:
        raise FileEmptyError(name=path.name)
    columns = map_order_columns(path.name, header.cells, profile)
    rows: list[Row] = [(line.number, columns.values(line.cells)) for line in lines]
    if not rows:
        raise FileEmptyError(name=path.name)
    decimal = "." if source.kind == "xlsx" else guess_decimal(_amounts(rows))
    return _Source(columns.profile, columns.headers, decimal, rows)


def _amounts(rows: list[Row]) -> Iterator[str]:
    return (
        fields[name][:_SHOWN]
        for _line, fields in islice(rows, _SAMPLE)
        for name in _AMOUNTS
        if name in fields
    )


class _Builder:
    """The lines of one order in the file, made into it."""

    def __init__(self, reference: str, rows: list[Row], decimal: str, currency: str) -> None:
        self._reference = reference
        self._rows = rows
        self._decimal = decimal
        self._first, self._head = rows[0]
        self._currency = self._get("currency").strip().upper()
        self._digits = minor_digits(self._currency or currency)
        self.errors: list[RowError] = []

    @property
    def is_cancelled(self) -> bool:
        """It was called off outside."""
        words = {self._get("status").strip().casefold(), self._get("paid").strip().casefold()}
        return bool(self._get("cancelled").strip()) or bool(words & CANCELLED_WORDS)

    def order(self) -> OutsideOrder | None:
        """The order; None where a line is wrong (see errors)."""
        lines: list[OutsideLine] = []
        for number, fields in self._rows:
            try:
                lines.append(self._line(number, fields))
            except (Refusal, NotANumberError) as error:
                self._wrong(number, error)
        try:
            made = self._made(tuple(lines))
        except (Refusal, NotANumberError) as error:
            self._wrong(self._first, error)
            return None
        return None if self.errors else made

    def _wrong(self, line: int, error: Exception) -> None:
        text = str(error)
        told = text if text.endswith(".") else f"{text}."
        refusal = error if isinstance(error, Refusal) else None
        self.errors.append(RowError(line, self._reference, told, refusal))

    def _get(self, name: str) -> str:
        return self._head.get(name, "")

    def _text(self, name: str, field: str, limit: int) -> str:
        return clean_field(self._get(name), field=field, limit=limit)

    def _amount(self, text: str) -> int:
        return parse_minor(text, self._decimal, self._digits) if text.strip() else 0

    def _line(self, number: int, fields: Mapping[str, str]) -> OutsideLine:
        sku = clean_field(fields.get("sku", ""), field="SKU", limit=NAME)
        name = clean_field(fields.get("item", ""), field="Item", limit=NAME)
        if not sku:
            raise NoSkuError
        price = fields.get("price", "")
        return OutsideLine(
            number, sku, name, self._quantity(fields.get("quantity", "")),
            self._amount(price) if price.strip() else None, self._amount(fields.get("line_discount", "")),
        )  # fmt: skip

    def _quantity(self, text: str) -> int:
        milli = parse_number(text, self._decimal) * ONE
        if milli != milli.to_integral_value() or not 0 < milli <= MAX_MILLI:
            raise OutsideQuantityError(text=text.strip()[:_SHOWN])
        return int(milli)

    def _made(self, lines: tuple[OutsideLine, ...]) -> OutsideOrder:
        total = self._get("total")
        return OutsideOrder(
            reference=clean_field(self._reference, field="Order", limit=NAME), first_line=self._first,
            customer=self._customer(), ship_to=self._address("ship_"), lines=lines, at=self._date(),
            currency=clean_field(self._currency, field="Currency", limit=3), is_paid=self._is_paid(),
            shipping_minor=self._amount(self._get("shipping")),
            discount_minor=self._amount(self._get("discount")),
            total_minor=self._amount(total) if total.strip() else None,
            note=self._text("note", "Note", _NOTE),
        )  # fmt: skip

    def _is_paid(self) -> bool:
        word = (self._get("paid") or self._get("status")).strip().casefold().removeprefix("wc-")
        return word in PAID_WORDS or word in _YES

    def _name(self, prefix: str) -> str:
        parts = (self._get(f"{prefix}first_name"), self._get(f"{prefix}last_name"))
        name = self._get(f"{prefix}name") or " ".join(filter(None, parts))
        return clean_field(name, field="Name", limit=NAME)

    def _customer(self) -> OutsideCustomer:
        company = self._text("company", "Company", NAME)
        email = self._text("email", "E-mail", NAME)
        return OutsideCustomer(
            number=self._text("customer_number", "Customer number", SHORT), name=company or self._name(""),
            email=email, phone=self._text("phone", "Telephone", SHORT).lstrip("'"),
            address=self._address(""),
        )  # fmt: skip

    def _address(self, prefix: str) -> OutsideAddress:
        return OutsideAddress(
            self._name(prefix), self._text(f"{prefix}street", "Street", NAME),
            # spreadsheets are kept from eating leading zeros by an apostrophe
            self._text(f"{prefix}postcode", "Postcode", SHORT).lstrip("'"),
            self._text(f"{prefix}city", "City", NAME), country_letters(self._get(f"{prefix}country")),
        )  # fmt: skip

    def _date(self) -> datetime | None:
        text = self._get("date").strip()[: _SHOWN * 2]
        if not text:
            return None
        try:
            found = datetime.fromisoformat(
                text.replace(" UTC", "+00:00").replace(" +", "+").replace(" -", "-")
            )
        except ValueError as error:
            raise OutsideDateError(text=text[:_SHOWN]) from error
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def country_letters(text: str) -> str:
    """The two letters of a country; of its English or German name too; "" when it is not known."""
    word = text.strip()[:_SHOWN]
    if len(word) == 2 and word.isalpha():  # noqa: PLR2004 - ISO 3166-1 alpha-2
        return word.upper()
    if not word:
        return ""
    from babel import Locale

    wanted = fold(word)
    for language in ("en", "de"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and fold(str(name)) == wanted:  # noqa: PLR2004 - no region of the world
                return str(code)
    return ""
