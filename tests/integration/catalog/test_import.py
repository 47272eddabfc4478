"""Goods out of files: every way a file can be written, and what is wrong said line by line."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.catalog.barcodes import parse_scan
from app.catalog.importing import reading
from app.catalog.importing import run as running
from app.catalog.importing.profiles import Profile, list_profiles, load_profile
from app.catalog.importing.refusals import (
    ColumnsUnknownError,
    FileBrokenError,
    FileEmptyError,
    FileKindError,
    FileMissingError,
    ImportStoppedError,
    NoPriceListError,
    NoSuchProfileError,
    NoTaxClassError,
    PriceTaxError,
    ProfileBrokenError,
)
from app.catalog.importing.run import ImportResult, import_products, preview_import
from app.catalog.queries import ProductFilter, ProductRow, get_product, list_all_categories, list_products
from app.db.errors import DiskFullError
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.kernel.refusal import Refusal
from app.pricing.operations import create_price_list
from app.till.lookup import find_sellable, search
from tests.factories.shop import TODAY, Shop

HEADER = "SKU,Name,EAN,Category,VAT,Price,Stock\n"
TEA = "T1,Green tea,4006381333931,Drinks,B,2.50,12\n"
POT = 'T2,Tea pot,96385074,Kitchen,19 %,"1,019.00",\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "goods.csv"


def take(shop: Shop, path: Path, content: str | bytes | None = None, **options: Any) -> ImportResult:
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return import_products(shop.runtime, actor=SYSTEM_ACTOR, path=path, **options)


def goods(shop: Shop) -> dict[str, ProductRow]:
    rows = shop.runtime.ask(
        list_products, wanted=ProductFilter(active=None), price_list_id=shop.price_list_id,
        location_id=shop.locations["SHOP"], on=TODAY,
    )  # fmt: skip
    return {row.sku: row for row in rows if row.sku not in shop.products}


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.new, result.changed, result.unchanged, result.error_count


def test_goods_are_sold_by_code_and_word_as_the_file_says(shop: Shop, file: Path) -> None:
    result = take(shop, file, HEADER + TEA + POT)
    assert counts(result) == (2, 0, 0, 0)
    tea = goods(shop)["T1"]
    assert (tea.name, tea.category, tea.tax_class, tea.price_minor, tea.on_hand_milli) == (
        "Green tea", "Drinks", "Reduced", 250, 12_000,
    )  # fmt: skip
    place: dict[str, Any] = {
        "price_list_id": shop.price_list_id, "location_id": shop.locations["SHOP"], "on": TODAY,
    }  # fmt: skip
    pot = shop.runtime.ask(find_sellable, scan=parse_scan("96385074"), **place)
    assert pot is not None
    assert (pot.sku, pot.unit_price_minor, pot.tax_class_id) == ("T2", 101_900, shop.classes["A"])
    assert [x.sku for x in shop.runtime.ask(search, text="tea", limit=9, **place)] == ["T2", "T1"]
    assert result.columns == {
        "SKU": "sku", "Name": "name", "EAN": "barcode", "Category": "category", "VAT": "tax_class",
        "Price": "price", "Stock": "stock",
    }  # fmt: skip


def test_the_same_file_again_changes_nothing(shop: Shop, file: Path) -> None:
    take(shop, file, HEADER + TEA + POT)
    before = goods(shop)
    assert counts(take(shop, file)) == (0, 0, 2, 0)
    assert goods(shop) == before


def test_a_changed_line_changes_its_product_only(shop: Shop, file: Path) -> None:
    take(shop, file, HEADER + TEA + POT)
    changed = "T1,Black tea,4006381333931 5901234123457,Hot drinks,B,2.75,99\n"
    assert counts(take(shop, file, HEADER + changed + POT)) == (0, 1, 1, 0)
    tea = goods(shop)["T1"]
    assert (tea.name, tea.category, tea.price_minor, tea.version) == ("Black tea", "Hot drinks", 275, 2)
    assert tea.on_hand_milli == 12_000  # stock is booked once, with the product
    view = shop.runtime.ask(
        get_product, product_id=tea.id, price_list_id=shop.price_list_id,
        location_id=shop.locations["SHOP"],
    )  # fmt: skip
    assert [b.code for b in view.barcodes] == ["4006381333931", "5901234123457"]
    place: dict[str, Any] = {
        "price_list_id": shop.price_list_id, "location_id": shop.locations["SHOP"], "on": TODAY,
    }  # fmt: skip
    assert [x.sku for x in shop.runtime.ask(search, text="black 590", limit=9, **place)] == ["T1"]
    assert counts(take(shop, file)) == (0, 0, 2, 0)


def test_without_numbers_goods_are_known_by_their_barcode(shop: Shop, file: Path) -> None:
    take(shop, file, "gtin;bezeichnung;preis\n04006381333931;Tee;2,50\n")
    assert counts(take(shop, file, "gtin;bezeichnung;preis\n4006381333931;Tee;2,60\n")) == (0, 1, 0, 0)
    assert [(x.sku, x.price_minor) for x in goods(shop).values()] == [("4006381333931", 260)]


def test_what_the_file_does_not_say_stays(shop: Shop, file: Path) -> None:
    take(shop, file, HEADER + TEA)
    assert counts(take(shop, file, "sku,name,category,price\nT1,Green tea,,\n")) == (0, 0, 1, 0)
    assert goods(shop)["T1"].price_minor == 250


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [
        ("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("utf-16-le", ";"), ("utf-16-be", "|"),
        ("cp1252", ";"), ("cp1252", "\t"), ("utf-8", "|"),
    ],
)  # fmt: skip
def test_every_encoding_and_delimiter_is_found(shop: Shop, file: Path, encoding: str, delimiter: str) -> None:
    lines = [
        ["Nummer", "Artikelname", "Preis"],
        ["Ä1", "Käse, alt; “würzig”", "9.90"],
        ["B2", "Brot", "3.10"],
    ]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    result = take(shop, file, text.encode(encoding))
    assert counts(result) == (2, 0, 0, 0)
    assert goods(shop)["Ä1"].name == "Käse, alt; “würzig”"
    assert result.source.delimiter == delimiter


def test_a_packed_file_is_read(shop: Shop, tmp_path: Path) -> None:
    assert counts(take(shop, tmp_path / "goods.csv.gz", gzip.compress((HEADER + TEA).encode()))) == (
        1,
        0,
        0,
        0,
    )


def test_a_workbook_is_read_with_its_numbers(shop: Shop, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["SKU", "Name", "Barcode", "Price"],
        [10002, "Globe", 4006381333931, 0.85],
        [],
        ["A", "B", None, 2],
    ):
        sheet.append(row)
    path = tmp_path / "goods.xlsx"
    book.save(path)
    assert counts(take(shop, path)) == (2, 0, 0, 0)
    assert goods(shop)["10002"].price_minor == 85
    assert counts(take(shop, path)) == (0, 0, 2, 0)


def test_blank_lines_doubled_headers_and_line_breaks_in_cells(shop: Shop, file: Path) -> None:
    content = 'SKU,Name,Price,Name\n\n,,,\nT1,"Green\ntea",2.50,Other\n   \nT2,Pot,x,\n'
    result = take(shop, file, content)
    assert counts(result) == (1, 0, 0, 1)
    assert goods(shop)["T1"].name == "Green tea"
    assert result.doubled_headers == ("Name",)
    assert result.errors[0].line == 7  # as an editor counts


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("T1,,4006381333931,D,B,1,", "There is no name."),
        ("T1,Tea,4006381333932,D,B,1,", "its last digit should be 1"),
        ("T1,Tea,4.00638E+12,D,B,1,", "spoilt by a spreadsheet"),
        ("T1,Tea,0400000000022,D,B,1,", "belongs to “Milk 1 l” already"),
        ("T1,Tea,,D,B,1.999,", "The price “1.999” has more than 2 decimals."),
        ("T1,Tea,,D,B,two euros,", "The price “two euros” is not an amount."),
        ("T1,Tea,,D,B,-1,", "The price “-1” is below 0."),
        ("T1,Tea,,D,B,99999999999,", "is too high"),
        ("T1,Tea,,D,Luxury,1,", "There is no tax class “Luxury”. Tax classes: A, B, C."),
        ("T1,Tea,,D,B,1,many", "“many” is not an amount"),
        (",Tea,,D,B,1,", "neither a number (SKU) nor a barcode"),
        (f"T1,{'x' * 201},,D,B,1,", "The name has 201 characters; at most 200 are kept."),
        (f"T1,{'x' * 10_000_000},,D,B,1,", "The name has 10,000,000 characters"),
        (f"T1,Tea,{'9' * 10_000},D,B,1,", "A barcode may have at most 80 characters"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_in_words_and_the_others_are_taken(
    shop: Shop, file: Path, line: str, why: str
) -> None:
    result = take(shop, file, HEADER + line + "\n" + POT)
    assert counts(result) == (1, 0, 0, 1)
    assert result.errors[0].line == 2
    assert why in result.errors[0].text
    assert len(result.errors[0].text) < 200
    assert list(goods(shop)) == ["T2"]


def test_control_characters_in_a_name_are_not_kept(shop: Shop, file: Path) -> None:
    take(shop, file, "sku,name\nT1,Tea\x1bp\x00\x01\n")
    assert goods(shop)["T1"].name == "Tea p"


def test_the_same_number_or_barcode_twice_in_a_file_is_taken_once(shop: Shop, file: Path) -> None:
    again = "T1,Other,,,,,\nT9,Third,4006381333931,,,,\n"
    result = take(shop, file, HEADER + TEA + again)
    assert counts(result) == (1, 0, 0, 2)
    assert result.errors[0].text == "T1 is on line 2 already; this line was left out."


def test_a_preview_shows_lines_errors_and_counts_and_writes_nothing(shop: Shop, file: Path) -> None:
    take(shop, file, HEADER + TEA + POT)
    file.write_text(HEADER + TEA + POT.replace("pot", "jug") + "T3,New,,,,1,\nT4,,,,,1,\n")
    seen = preview_import(shop.runtime, path=file, limit=3)
    assert counts(seen) == (1, 1, 1, 1)
    assert [(row.line, row.state) for row in seen.rows] == [(2, "unchanged"), (3, "changed"), (4, "new")]
    assert counts(take(shop, file, dry_run=True)) == (1, 1, 1, 1)
    assert sorted(goods(shop)) == ["T1", "T2"]
    assert [c.name for c in shop.runtime.ask(list_all_categories)] == ["All", "Drinks", "Kitchen"]
    wrong = preview_import(shop.runtime, path=file, limit=10).rows[-1]
    assert (wrong.line, wrong.state, wrong.error) == (5, "error", "There is no name.")


def test_progress_is_told_and_a_cancelled_import_keeps_whole_batches(
    shop: Shop, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "BATCH", 2)
    content = "sku,name\n" + "".join(f"T{n},Tea {n}\n" for n in range(5))
    told: list[tuple[int, int]] = []
    result = take(
        shop, file, content, progress=lambda done, total: told.append((done, total)),
        cancelled=lambda: len(told) == 2,
    )  # fmt: skip
    assert told == [(2, 5), (4, 5)]
    assert (result.cancelled, result.done, result.new) == (True, 4, 4)
    assert len(goods(shop)) == 4
    assert counts(take(shop, file)) == (1, 0, 4, 0)


def test_an_import_that_breaks_off_says_where_and_goes_on_without_doubling(
    shop: Shop, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "BATCH", 2)
    good = running.write_new
    calls: list[int] = []

    def full(uow: UnitOfWork, *rest: Any) -> Any:
        made = good(uow, *rest)
        calls.append(1)
        if len(calls) == 2:
            raise DiskFullError
        return made

    monkeypatch.setattr(running, "write_new", full)
    content = "sku,name\n" + "".join(f"T{n},Tea {n}\n" for n in range(5))
    with pytest.raises(ImportStoppedError, match="stopped after line 3: The disk is full"):
        take(shop, file, content)
    assert sorted(goods(shop)) == ["T0", "T1"]
    assert counts(take(shop, file)) == (3, 0, 2, 0)
    assert len(goods(shop)) == 5


def test_a_file_of_one_batch_happens_wholly_or_not_at_all(
    shop: Shop, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> Any:
        raise DiskFullError

    monkeypatch.setattr(running, "write_changed", full)
    with pytest.raises(DiskFullError):
        take(shop, file, HEADER + TEA + POT)
    assert goods(shop) == {}
    assert [c.name for c in shop.runtime.ask(list_all_categories)] == ["All"]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", FileEmptyError),
        (b"\n\n", FileEmptyError),
        (b"sku,name\n", FileEmptyError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old excel", FileKindError),
        (b"\x00\x01\x02\x03\x00" * 9 + b"binary", FileKindError),
        (b"PK\x03\x04 not a zip", FileBrokenError),
        (b"\x1f\x8b\x08\x00 not packed", FileBrokenError),
        (b"colour,size\nred,7\n", ColumnsUnknownError),
        (b"name,price\nTea,7\n", ColumnsUnknownError),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_one_sentence(
    shop: Shop, file: Path, content: bytes, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as caught:
        take(shop, file, content)
    assert len(str(caught.value)) < 300
    assert goods(shop) == {}


def test_a_quotation_mark_that_is_never_closed_is_refused(
    shop: Shop, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_CELL", 1000)
    with pytest.raises(FileBrokenError, match="cannot be read at line 3: a cell has more than"):
        take(shop, file, 'sku,name\nT1,Tea\nT2,"Pot\n' + "T3,Cup\n" * 400)
    assert goods(shop) == {}


def test_a_zip_that_is_no_workbook_and_a_missing_file_are_refused(shop: Shop, tmp_path: Path) -> None:
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(FileKindError):
        take(shop, tmp_path / "x.xlsx", buffer.getvalue())
    with pytest.raises(FileMissingError):
        take(shop, tmp_path / "nothing.csv")


def test_an_import_needs_the_right(shop: Shop, file: Path) -> None:
    file.write_text(HEADER + TEA)
    with pytest.raises(PermissionNeededError):
        import_products(shop.runtime, actor=shop.actor("cashier"), path=file)
    result = import_products(shop.runtime, actor=shop.actor("clerk"), path=file)
    assert result.new == 1


def test_prices_go_into_the_list_that_fits_the_profile(shop: Shop, file: Path) -> None:
    file.write_text("sku,name,price\nT1,Tea,2.50\n")
    without = Profile(price_includes_tax=False)
    with pytest.raises(NoPriceListError, match="no price list in EUR without tax"):
        take(shop, file, profile=without)
    with pytest.raises(PriceTaxError, match="without tax, but the price list Retail is with tax included"):
        take(shop, file, profile=without, price_list_id=shop.price_list_id)
    trade = shop.runtime.run(
        create_price_list, actor=SYSTEM_ACTOR, code="trade", name="Trade", currency="EUR", includes_tax=False
    )
    take(shop, file, profile=without)
    assert goods(shop)["T1"].price_minor is None
    assert take(shop, file, profile=without, price_list_id=trade).unchanged == 1
    with pytest.raises(NoPriceListError, match="GBP"):
        take(shop, file, profile=Profile(currency="GBP"))


def test_a_profile_of_ones_own_is_read_from_its_file(shop: Shop, file: Path, tmp_path: Path) -> None:
    profile = tmp_path / "own.json"
    profile.write_text(json.dumps({
        "columns": {"sku": "No", "name": ["Brand", "What"], "price": "Each"}, "decimal": ",",
        "tax_class": "B", "category": "Mine", "html": True, "attributes": {"Shade": "Tint"},
        "fill_down": ["Brand"], "needed": ["No"], "empty": ["n/a"],
    }))  # fmt: skip
    content = (
        'No,Brand,What,Each,Tint\n1,Acme,Pen &quot;X&quot;,"1,50",red\n2,,Acme ink,n/a,\n,,more text,,\n'
    )
    result = take(shop, file, content, profile=str(profile))
    assert (counts(result), result.passed_over) == ((2, 0, 0, 0), 1)
    found = goods(shop)
    assert [(x.name, x.price_minor, x.tax_class, x.category) for x in found.values()] == [
        ("Acme ink", None, "Reduced", "Mine"), ('Acme Pen "X"', 150, "Reduced", "Mine"),
    ]  # fmt: skip
    assert counts(take(shop, file, profile=str(profile))) == (0, 0, 2, 0)


def test_a_profile_that_cannot_be_used_is_refused(shop: Shop, file: Path, tmp_path: Path) -> None:
    file.write_text(HEADER + TEA)
    for name, text in (("a", "{"), ("b", '{"columns": {"nme": "x"}}'), ("c", '{"colour": 1}')):
        (tmp_path / f"{name}.json").write_text(text)
        with pytest.raises(ProfileBrokenError):
            take(shop, file, profile=str(tmp_path / f"{name}.json"))
    with pytest.raises(NoSuchProfileError, match="gift-shop"):
        take(shop, file, profile="nothing")
    with pytest.raises(NoTaxClassError, match="Tax classes here: A, B, C"):
        take(shop, file, profile=Profile(tax_class="Z"))


def test_every_profile_that_comes_along_can_be_read() -> None:
    names = [profile.name for profile in list_profiles()]
    assert {"gift-shop", "open-food-facts", "datakick", "open-prices", "shopify", "square"} <= set(names)
    assert all(load_profile(name).title for name in names)
