"""Which column is what: by a profile, else by what columns are usually called."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from app.catalog.importing.refusals import ColumnsUnknownError, NoSuchProfileError, ProfileBrokenError
from app.kernel.text import clean, fold
from resources import resource

FOLDER: Final = resource("import_profiles")
FIELDS: Final = (
    "sku", "name", "barcode", "category", "tax_class", "price", "currency", "cost", "unit", "weighed",
    "min_age", "discountable", "active", "stock", "note",
)  # fmt: skip
# what columns are called, folded and without signs; English, German, and the systems shops come from
_SYNONYMS: Final[dict[str, str]] = {
    "sku": "sku articlenumber article itemnumber itemno productcode productnumber productid stockcode "
           "artikelnummer artikelnr artnr nummer variantsku internalreference reference ref",
    "name": "name productname product title item itemname description artikel bezeichnung "
            "artikelbezeichnung artikelname produkt produktname displayname designation nombre",
    "barcode": "barcode barcodes ean ean13 ean8 gtin gtin14 gtin13 upc upca isbn code strichcode "
               "variantbarcode eancode",
    "category": "category categories group productgroup department type kategorie warengruppe gruppe "
                "producttype rubrique categorie",
    "tax_class": "taxclass tax vat vatrate taxrate taxpercent tax1percent taxcode steuer steuersatz "
                 "steuerklasse mwst mwstsatz ust ustsatz tva iva",
    "price": "price unitprice retailprice saleprice sellingprice regularprice variantprice grossprice "
             "preis vk vkpreis verkaufspreis bruttopreis prix precio",
    "currency": "currency waehrung wahrung devise",
    "cost": "cost costprice unitcost costperitem purchaseprice buyingprice defaultunitcost ek ekpreis "
            "einkaufspreis",
    "unit": "unit uom unitofmeasure einheit mengeneinheit",
    "weighed": "weighed soldbyweight weighing waage gewogen",
    "min_age": "minage agelimit age mindestalter altersgrenze",
    "discountable": "discountable rabattfahig",
    "active": "active enabled published aktiv",
    "stock": "stock instock onhand quantity qty stockquantity bestand lagerbestand menge",
    "note": "note notes comment comments notiz bemerkung",
}  # fmt: skip
_KNOWN: Final = {word: field for field, words in _SYNONYMS.items() for word in words.split()}
_BRACKETS: Final = re.compile(r"\[[^\]]*\]|\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Profile:
    """How the columns of one kind of file are meant.

    Attributes:
        name: it is chosen by.
        columns: for each field the columns it is put together from.
        otherwise: columns for a field where the first ones are empty.
        attributes: name of a product's attribute -> column.
        decimal: decimal mark of amounts; "" finds it out.
        price_includes_tax: whether prices include tax; None: as the chosen price list says.
        currency: of the prices; "" that of the price list.
        tax_class: code of the tax class where the file names none; "" the first.
        category: for goods whose category the file does not name.
        html: texts hold entities such as &quot;.
        pad_codes: barcodes may have lost their leading zeros.
        category_path: a category is a path, "Food > Tea"; its last part counts.
        fill_down: columns whose empty cells mean "as in the line above".
        needed: columns without which a line is no product and is passed over.
        empty: words that stand for an empty cell.
    """

    name: str = ""
    title: str = ""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    otherwise: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    decimal: str = ""
    price_includes_tax: bool | None = None
    currency: str = ""
    tax_class: str = ""
    category: str = "Imported"
    html: bool = False
    pad_codes: bool = False
    category_path: bool = False
    fill_down: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


def list_profiles() -> list[Profile]:
    """The profiles that come with the program, by name."""
    return [load_profile(path.stem) for path in sorted(FOLDER.glob("*.json"))]


def load_profile(name: str) -> Profile:
    """A profile by its name, or of a JSON file by its path.

    Raises:
        NoSuchProfileError, ProfileBrokenError: see their sentences.
    """
    own = Path(name)
    path = own if own.suffix == ".json" else FOLDER / f"{own.name}.json"
    if not path.is_file():
        raise NoSuchProfileError(name=name, known=", ".join(p.stem for p in sorted(FOLDER.glob("*.json"))))
    try:
        return _profile(path.stem, json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise ProfileBrokenError(name=name, reason=str(error)) from error


def _profile(name: str, found: dict[str, Any]) -> Profile:
    values: dict[str, Any] = {**found, "name": name}
    for part in ("columns", "otherwise"):
        columns = {key: _texts(value) for key, value in values.get(part, {}).items()}
        wrong = [key for key in columns if key not in FIELDS]
        if wrong:
            msg = f"it has no field {wrong[0]}"
            raise ValueError(msg)
        values[part] = columns
    for part in ("fill_down", "needed", "empty"):
        values[part] = _texts(values.get(part, ()))
    return Profile(**values)


def _texts(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Columns by number.

    Attributes:
        headers: as the file has them, doubles numbered: "Name", "Name (2)".
        fields: field -> columns to put together.
        otherwise: field -> columns where those are empty.
        attributes: attribute -> column.
        fill_down: columns to fill.
        needed: columns that must not be empty.
        doubled: headers that stand there more than once.
    """

    headers: tuple[str, ...]
    fields: Mapping[str, tuple[int, ...]]
    otherwise: Mapping[str, tuple[int, ...]]
    attributes: Mapping[str, int]
    fill_down: tuple[int, ...]
    needed: tuple[int, ...]
    doubled: tuple[str, ...]


def map_columns(name: str, cells: Sequence[str], profile: Profile | None) -> ColumnMap:
    """Find the columns of a header line.

    Without a profile each column is known by its name; of two columns for one field the first counts.

    Raises:
        ColumnsUnknownError: there is no column for the name, or none for a number or barcode.
    """
    headers, doubled = _numbered(cells)
    where = {_plain(header): at for at, header in reversed(list(enumerate(headers)))}

    def find(columns: Sequence[str]) -> tuple[int, ...]:
        return tuple(where[_plain(c)] for c in columns if _plain(c) in where)

    if profile is None or not profile.columns:
        fields = _guess(headers)
        otherwise: dict[str, tuple[int, ...]] = {}
    else:
        fields = {key: found for key, columns in profile.columns.items() if (found := find(columns))}
        otherwise = {key: found for key, columns in profile.otherwise.items() if (found := find(columns))}
    profile = profile or Profile()
    missing = [] if "name" in fields else ["name"]
    if "sku" not in fields and "barcode" not in fields and "sku" not in otherwise:
        missing.append("number (SKU) or barcode")
    if missing:
        shown = ", ".join(header[:40] for header in headers[:20])
        raise ColumnsUnknownError(name=name, missing=" and the ".join(missing), found=shown or "none")
    attributes = {key: find([column])[0] for key, column in profile.attributes.items() if find([column])}
    return ColumnMap(
        headers, fields, otherwise, attributes, find(profile.fill_down), find(profile.needed), doubled
    )


def _numbered(cells: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    seen: dict[str, int] = {}
    headers: list[str] = []
    for cell in cells:
        header = clean(cell[:200])
        seen[header] = seen.get(header, 0) + 1
        headers.append(header if seen[header] == 1 else f"{header} ({seen[header]})")
    return tuple(headers), tuple(header for header, times in seen.items() if times > 1 and header)


def _plain(header: str) -> str:
    return "".join(c for c in fold(_BRACKETS.sub("", header)) if c.isalnum()) or fold(header)


def _guess(headers: Sequence[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for at, header in enumerate(headers):
        known = _KNOWN.get(_plain(header))
        if known is not None and known not in found:
            found[known] = (at,)
    return found
