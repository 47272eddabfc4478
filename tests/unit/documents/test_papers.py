"""Receipts, X, Z and slips, word for word, in English and in German."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pypdfium2
import pytest

from app.documents.formats import amount, moment, money, quantity, rate
from app.documents.receipt import receipt_paper
from app.documents.shift_paper import movement_paper, shift_paper
from app.documents.shift_pdf import shift_pdf
from app.documents.texts import _TEXTS, text
from app.organisation.queries import Company
from app.till.queries import PaymentView, SaleLineView, SaleTaxView, SaleView
from app.till.shift_report import (
    CategoryFigure,
    DifferenceFigure,
    MovementFigure,
    ShiftReport,
    TaxFigure,
    TenderFigure,
)
from drivers.printer.render_text import render_text
from tests.factories.shop import COMPANY
from ui.formatting import Formats

GOLDEN = Path(__file__).parent / "golden"
AT = datetime(2026, 3, 2, 9, 5, tzinfo=UTC)


def line(
    position: int, name: str, milli: int, unit: str, price: int, net: int, tax: int, **more: object
) -> SaleLineView:
    values = {
        "position": position, "sku": name.upper(), "name": name, "unit": unit, "quantity_milli": milli,
        "unit_price_minor": price, "list_price_minor": price, "includes_tax": True,
        "line_discount_minor": 0, "sale_discount_minor": 0, "net_minor": net, "tax_minor": tax,
        "gross_minor": net + tax, "note": None, "tax_class_id": 1, **more,
    }  # fmt: skip
    return SaleLineView(**values)  # type: ignore[arg-type]


SALE = SaleView(
    id=1, uuid="u", number="T01-000042", kind="sale", till_id=1, shift_id=1, business_date=date(2026, 3, 2),
    completed_at=AT, cashier="Ann", customer_name="Café Müller", customer_number="C0007", currency="EUR",
    net_minor=124_106, tax_minor=22_844, gross_minor=146_950, discount_minor=1550, rounding_minor=-2,
    change_minor=3052, note="for the office", journal_excerpt="A1B2C3D4",
    lines=(
        line(1, "Coffee machine", 1000, "pc", 129_000, 107_479, 20_421,
             line_discount_minor=1000, sale_discount_minor=100),
        line(2, "Äpfel", 1250, "kg", 1280, 1477, 73, sale_discount_minor=50, note="ripe"),
        line(3, "Mineral water with a very long name that does not fit", 12000, "Case", 1490, 15_150, 2350,
             sale_discount_minor=400),
    ),
    taxes=(SaleTaxView("A", 19_000, 122_629, 22_771), SaleTaxView("B", 7000, 1477, 73)),
    payments=(
        PaymentView("card", 100_000, 100_000, 0, "slip 4711"),
        PaymentView("cash", 46_948, 50_000, 3052, None),
    ),
)  # fmt: skip
REPORT = ShiftReport(
    shift_id=1, till_code="T01", till_name="Front", status="closed", business_date=date(2026, 3, 2),
    opened_at=AT, opened_by="Ann", closed_at=AT.replace(hour=17), closed_by="Bob", z_number=12,
    float_minor=20_000, next_float_minor=15_000, note="a coin was lost", journal_excerpt="A1B2C3D4",
    perpetual_minor=1_234_567, expected_cash_minor=65_948,
    taxes=(
        TaxFigure("A", 19_000, "sale", 122_629, 22_771), TaxFigure("B", 7000, "sale", 1477, 73),
        TaxFigure("B", 7000, "return", -111, -8),
    ),
    tenders=(
        TenderFigure("card", "sale", 1, 100_000), TenderFigure("cash", "sale", 1, 46_948),
        TenderFigure("cash", "return", 1, -119),
    ),
    categories=(
        CategoryFigure("Drinks", "sale", 2, 13_250, 16_627, 19_050, 450),
        CategoryFigure("", "sale", 1, 1000, 107_479, 127_900, 1100),
        CategoryFigure("Drinks", "return", 1, -1000, -111, -119, 0),
    ),
    differences=(DifferenceFigure("card", 100_000, 100_000, 0),
                 DifferenceFigure("cash", 65_948, 65_928, -20)),
    counts=(), movements=(
        MovementFigure("pay_in", "T01-C-000001", 1000, "change"), MovementFigure("no_sale", None, 0, "x"),
        MovementFigure("safe_drop", "T01-C-000002", 1881, "full"),
    ),
    figures={
        "sales": (2, 146_950), "returns": (1, -119), "rounding": (1, -2), "voided_lines": (1, 119),
        "discounts": (1, 1550), "no_sale": (1, 0),
    },
)  # fmt: skip


def company(language: str) -> Company:
    return replace(COMPANY, language=language, receipt_header="Open 8-20", receipt_footer="Come again!")


def papers(language: str) -> dict[str, str]:
    ours = company(language)
    found = {
        "receipt": receipt_paper(SALE, ours, till_code="T01"),
        "receipt_copy": receipt_paper(SALE, ours, till_code="T01", is_copy=True),
        "return": receipt_paper(replace(SALE, kind="return"), replace(ours, is_training=True),
                                till_code="T01"),
        "z": shift_paper(REPORT, ours),
        "x": shift_paper(
            replace(
                REPORT, z_number=None, closed_at=None, closed_by=None, differences=(), note=None,
                next_float_minor=None, journal_excerpt=None, perpetual_minor=None,
            ),
            ours,
        ),
        "slip": movement_paper(
            ours, kind="pay_out", number="T01-C-000003", amount_minor=450, reason="stamps",
            at_text="2026-03-02 10:05", by="Ann", till_code="T01",
        ),
    }  # fmt: skip
    return {name: render_text(paper) for name, paper in found.items()}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", ["receipt", "receipt_copy", "return", "z", "x", "slip"])
def test_the_paper_is_word_for_word_as_it_was_agreed(language: str, name: str) -> None:
    """To agree anew: delete tests/unit/documents/golden/NAME, run, and read the file that is written."""
    path = GOLDEN / f"{name}.{language}.txt"
    found = papers(language)[name]
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
        pytest.fail(f"{path.name} was not there; it is written: read it, and commit it")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_line_is_wider_than_the_paper(language: str) -> None:
    for name, text_ in papers(language).items():
        assert max(len(row) for row in text_.splitlines()) <= 42, name


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_pdf_says_every_figure_of_the_paper(language: str) -> None:
    document = pypdfium2.PdfDocument(shift_pdf(REPORT, company(language)))
    text_ = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    for row in papers(language)["z"].replace("[barcode ", "").replace("]", "").splitlines():
        for word in row.split():
            if any(c.isdigit() for c in word):
                assert word.strip("()") in text_, row


def test_every_word_is_there_in_both_languages() -> None:
    for key, (english, german) in _TEXTS.items():
        assert english, key
        assert german, key
        assert text(key, "de-AT") == german
        assert text(key, "fr") == english


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (amount(1_234_550, "EUR", "de"), "12.345,50"), (amount(1_234_550, "EUR", "en"), "12,345.50"),
        (amount(-5, "EUR", "en"), "-0.05"), (amount(1234, "JPY", "en"), "1,234"),
        (amount(1234, "KWD", "en"), "1.234"), (amount(1_234_550, "CHF", "de-CH"), "12'345.50"),
        (money(1250, "EUR", "en"), "€ 12.50"), (money(1250, "EUR", "de"), "12,50 €"),
        (quantity(3000, "en"), "3"), (quantity(1250, "de"), "1,25"), (quantity(-1000, "en"), "-1"),
        (rate(19_000, "en"), "19 %"), (rate(5500, "de"), "5,5 %"), (rate(0, "en"), "0 %"),
        (moment(AT, time_zone="Europe/Berlin", language="de"), "02.03.2026 10:05"),
        (moment(AT, time_zone="Europe/Berlin", language="en"), "2026-03-02 10:05"),
    ],
)  # fmt: skip
def test_figures_stand_on_paper_as_the_language_writes_them(found: str, wanted: str) -> None:
    assert found == wanted


@pytest.mark.parametrize(
    ("unit", "english", "german"),
    [("pc", "pc", "Stk."), ("kg", "kg", "kg"), ("m2", "m²", "m²"), ("Sixpack", "Sixpack", "Sixpack")],
)
def test_a_unit_is_written_in_the_language_of_the_paper_and_of_the_screen(
    unit: str, english: str, german: str
) -> None:
    sale = replace(SALE, lines=(line(1, "Milk", 3000, unit, 119, 334, 23),))
    for language, word in (("en", english), ("de", german)):
        paper = render_text(receipt_paper(sale, company(language), till_code="T01"))
        assert f"  3 {word} x " in paper
        formats = Formats(language, "EUR")
        assert formats.unit(unit) == word
        assert formats.quantity(3000, unit) == f"3\u00a0{word}"
        assert formats.times(3000, 119, unit).startswith(f"3\u00a0{word} × ")
