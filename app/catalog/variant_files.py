"""Variants in files: one line each, its template by number, a column for each attribute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.catalog.importing.amounts import NotANumberError, guess_decimal, parse_minor
from app.catalog.importing.reading import open_source
from app.catalog.templates import Template
from app.kernel.money import minor_digits
from app.kernel.quantity import milli_to_decimal
from app.kernel.refusal import Refusal
from app.kernel.text import clean, fold

HEADS: Final = ("template", "template name", "sku", "barcode", "price", "stock")
_SYNONYMS: Final[Mapping[str, str]] = {
    "parent": "template", "parent sku": "template", "vorlage": "template", "vorlagenname": "template name",
    "number": "sku", "nummer": "sku", "artikelnummer": "sku", "ean": "barcode", "gtin": "barcode",
    "strichcode": "barcode", "preis": "price", "bestand": "stock",
}  # fmt: skip


class VariantFileError(Refusal):
    """A file without what a variant needs."""

    message = "The file needs a column “template” and a column for each attribute. Found: {found}."


class VariantLineError(Refusal):
    """A line that cannot be read."""

    message = "Line {line}: {reason}. Nothing was imported."


@dataclass(frozen=True, slots=True)
class VariantRow:
    """A variant as a line of the file says it; amounts in minor units.

    Attributes:
        values: of the attributes, in the order of the columns; those that are empty are left out.
    """

    line: int
    template: str
    template_name: str
    values: tuple[tuple[str, str], ...]
    sku: str = ""
    barcode: str = ""
    price_minor: int | None = None


def template_table(template: Template) -> tuple[list[str], list[list[str | int | None]]]:
    """Heads and rows of a file that read_variants reads again; prices in minor units, stock in words."""
    heads = [
        "template",
        "template name",
        "sku",
        *(a.name for a in template.axes),
        "barcode",
        "price",
        "stock",
    ]
    names = {v.id: v.name for a in template.axes for v in a.values}
    rows: list[list[str | int | None]] = [
        [
            template.sku, template.name, v.sku, *(names.get(i, "") for i in v.cell[: len(template.axes)]),
            v.barcode, v.price_minor, f"{milli_to_decimal(v.on_hand_milli):f}",
        ]
        for v in template.variants
    ]  # fmt: skip
    return heads, rows


def read_variants(path: Path, *, currency: str) -> list[VariantRow]:
    """The variants of a CSV or XLSX file.

    Raises:
        VariantFileError, VariantLineError, and what open_source raises: see their sentences.
    """
    lines = list(open_source(path).lines())
    heads = [clean(cell)[:60] for cell in lines[0].cells] if lines else []
    known = {at: _SYNONYMS.get(fold(head), fold(head)) for at, head in enumerate(heads)}
    where = {name: at for at, name in reversed(list(known.items())) if name in HEADS}
    axes = [(at, head) for at, head in enumerate(heads) if head and known[at] not in HEADS]
    if "template" not in where or not axes:
        raise VariantFileError(found=", ".join(heads[:12]) or "-")
    price_at = where.get("price")
    decimal = guess_decimal(_cell(x.cells, price_at) for x in lines[1:] if price_at is not None)
    found: list[VariantRow] = []
    for x in lines[1:]:
        cells = {name: _cell(x.cells, at) for name, at in where.items()}
        values = tuple((head, text) for at, head in axes if (text := _cell(x.cells, at)))
        if not cells["template"] or not values:
            raise VariantLineError(line=x.number, reason="there is no template or no value")
        found.append(
            VariantRow(
                x.number, cells["template"], cells.get("template name", ""), values, cells.get("sku", ""),
                cells.get("barcode", ""), _price(cells.get("price", ""), decimal, currency, x.number),
            )
        )  # fmt: skip
    return found


def _cell(cells: Sequence[str], at: int | None) -> str:
    return clean(cells[at])[:200] if at is not None and at < len(cells) else ""


def _price(text: str, decimal: str, currency: str, line: int) -> int | None:
    if not text:
        return None
    try:
        return parse_minor(text, decimal, minor_digits(currency))
    except NotANumberError as error:
        raise VariantLineError(line=line, reason=str(error)) from error
