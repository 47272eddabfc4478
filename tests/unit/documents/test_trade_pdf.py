"""Business letters: drawn the same each time, over any number of pages, with a QR that apps can take."""

from __future__ import annotations

import base64
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from app.documents.letterhead import address_lines, read_logo
from app.documents.payment_qr import Transfer, payment_code, qr_matrix, spaced_iban
from app.documents.trade_paper import Head, Receipt, Row, Sender, Total, TradePaper
from app.documents.trade_parts import Money, TaxPart, discount_detail, rate_words, some, tax_rows, totals_of
from app.documents.trade_pdf import trade_pdf
from app.documents.trade_sheet import fitted, wrap
from app.documents.trade_texts import _TEXTS, words

IBAN = "DE89370400440532013000"
TRANSFER = Transfer("Corner Shop Ltd", IBAN, "COBADEFFXXX", "EUR", 1892, "INV-2026-000001")
SENDER = Sender(
    "Corner Shop", "Corner Shop · High Street 1", ("High Street 1", "030 1234"), (("Corner Shop Ltd",),)
)
HEADS = (
    Head("Pos.", 12, right=False), Head("Item", 0, right=False), Head("Quantity", 25),
    Head("Amount", 26),
)  # fmt: skip


def _paper(count: int, **more: Any) -> TradePaper:
    rows = tuple(
        Row((str(i), f"Thing {i}", "1 pc", f"{i}.00"), (f"SKU-{i}",), i * 100) for i in range(1, count + 1)
    )
    paper = TradePaper(
        title="Invoice INV-1", language="en", sender=SENDER, recipient=("Café Müller", "Long Lane 5"),
        facts=(("Date", "2026-03-02"),), intro="We charge:", heads=HEADS, rows=rows, currency="EUR",
        carries=True, totals=(Total("Net total", "1.00"), Total("Total", "€ 1.19", strong=True)),
        tax_heads=("VAT rate", "Net", "VAT"), taxes=(("19 %", "1.00", "0.19"),),
    )  # fmt: skip
    return replace(paper, **more)


def _pages(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range() for page in document]


def _codes(content: bytes, page: int = 0) -> list[str]:
    picture = pypdfium2.PdfDocument(content)[page].render(scale=3).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (30, 2), (1000, 49)])
def test_every_line_is_there_once_and_every_page_has_head_and_number(count: int, pages: int):
    found = _pages(trade_pdf(_paper(count)))
    assert len(found) == pages
    for number, text in enumerate(found, start=1):
        assert f"Page {number} of {pages}" in text
        assert "Pos." in text
        assert "Corner Shop" in text
    names = [line for text in found for line in text.splitlines() if "SKU-" in line]
    assert [n.strip() for n in names] == [f"SKU-{i}" for i in range(1, count + 1)]
    assert "€ 1.19" in found[-1]


def test_the_sum_of_the_lines_goes_from_page_to_page():
    found = _pages(trade_pdf(_paper(100)))
    for before, after in pairwise(found):
        last = max(int(x.removeprefix("SKU-")) for x in before.split() if x.startswith("SKU-"))
        carried = f"{last * (last + 1) // 2:,}.00"
        assert carried in before.split("Carried forward")[1]
        assert carried in after.split("Brought forward")[1]


@pytest.mark.parametrize("count", range(1, 60))
def test_no_page_holds_the_totals_alone(count: int):
    last = _pages(trade_pdf(_paper(count)))[-1]
    assert f"SKU-{count}" in last
    assert "Net total" in last


def test_the_same_letter_is_the_same_file():
    assert trade_pdf(_paper(30)) == trade_pdf(_paper(30))


def test_what_looks_like_markup_is_text():
    name = '<img src="file:///etc/passwd"/><b>bold</b> & "more"\x07'
    paper = _paper(1, rows=(Row(("1", name, "1 pc", "1.00")),))
    text = " ".join(_pages(trade_pdf(paper))[0].split())
    assert '<b>bold</b> & "more"' in text


def test_a_word_longer_than_its_column_is_cut_and_not_lost():
    word = "x" * 300
    lines = wrap(f"before {word} after", width=50, size=9)
    assert "".join(lines).replace(" ", "") == f"before{word}after"
    assert len(lines) > 3
    paper = _paper(1, rows=(Row(("1", word, "1 pc", "1.00")),))
    assert "".join(_pages(trade_pdf(paper))[0].split()).count("x") >= 300


def test_a_draft_says_so_across_the_page():
    def centre(content: bytes) -> list[tuple[int, ...]]:
        picture = pypdfium2.PdfDocument(content)[0].render(scale=0.5).to_pil().convert("RGB")
        return [c for _n, c in picture.getcolors(1 << 20) if c[0] > c[1] + 20]

    assert centre(trade_pdf(_paper(1))) == []
    assert centre(trade_pdf(_paper(1, mark="DRAFT")))


def test_a_delivery_shows_who_took_it():
    signature = BytesIO()
    Image.new("RGB", (200, 60), "#0000ff").save(signature, "PNG")
    taken = Receipt("2026-03-02 10:00", "Ann Smith", signature.getvalue())
    content = trade_pdf(_paper(1, totals=(), taxes=(), carries=False, receipt=taken))
    assert "Ann Smith" in _pages(content)[0]
    colours = pypdfium2.PdfDocument(content)[0].render(scale=0.5).to_pil().convert("RGB").getcolors(1 << 20)
    assert (0, 0, 255) in [c for _n, c in colours]


# --- the payment QR ---


def test_the_qr_on_the_page_reads_as_the_scheme_wants_it():
    code = payment_code(TRANSFER)
    content = trade_pdf(_paper(1, terms=("Please pay.",), payment_code=code))
    assert _codes(content) == [
        f"BCD\n002\n1\nSCT\nCOBADEFFXXX\nCorner Shop Ltd\n{IBAN}\nEUR18.92\n\n\nINV-2026-000001"
    ]
    assert _codes(trade_pdf(_paper(1, terms=("Please pay.",)))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"currency": "CHF"}, {"amount_minor": 0}, {"amount_minor": -1}, {"amount_minor": 100_000_000_000},
        {"iban": "DE89370400440532013001"}, {"iban": ""}, {"bic": "NOBANK"}, {"name": ""},
        {"name": "x" * 71}, {"text": "x" * 141}, {"text": ""}, {"text": "two\nlines"},
        {"name": "ü" * 70, "text": "€" * 140},
    ],
)  # fmt: skip
def test_no_qr_is_drawn_that_a_bank_would_refuse(wrong: dict[str, Any]):
    assert payment_code(replace(TRANSFER, **wrong)) is None


@pytest.mark.parametrize(
    ("right", "line"),
    [
        ({"amount_minor": 1}, "EUR0.01"), ({"amount_minor": 99_999_999_999}, "EUR999999999.99"),
        ({"bic": ""}, f"\n\nCorner Shop Ltd\n{IBAN}"), ({"iban": spaced_iban(IBAN)}, f"\n{IBAN}\n"),
    ],
)  # fmt: skip
def test_what_the_scheme_allows_is_drawn(right: dict[str, Any], line: str):
    code = payment_code(replace(TRANSFER, **right))
    assert code is not None
    assert line in code


def test_the_longest_transfer_still_fits_into_version_13():
    code = payment_code(replace(TRANSFER, name="M" * 70, text="W" * 140, amount_minor=99_999_999_999))
    assert code is not None
    matrix = qr_matrix(code)
    assert matrix is not None
    assert len(matrix) <= 13 * 4 + 17
    assert qr_matrix("x" * 400) is None


# --- parts ---


def test_every_word_is_there_in_both_languages():
    for key, (english, german) in _TEXTS.items():
        assert english.strip(), key
        assert german.strip(), key
        assert {p.split("}")[0] for p in english.split("{")[1:]} == {
            p.split("}")[0] for p in german.split("{")[1:]
        }, key
    assert words("invoice", "de") == "Rechnung"
    assert words("invoice", "fr") == "Invoice"


def test_the_discount_is_what_stands_between_price_and_amount():
    pay = Money("EUR", "en")
    given = {"unit_price_minor": 1000, "quantity_milli": 2500, "pay": pay}
    assert discount_detail(**given, amount_minor=2500) == ""
    assert discount_detail(**given, amount_minor=2250, hundredths=1000) == "Discount 10 %: -2.50"
    assert discount_detail(**given, amount_minor=2300) == "Discount -2.00"


def test_an_address_names_the_country_only_abroad():
    address = {"company": "Ltd", "name": "Ltd", "street": "Ring 1", "postcode": "1010", "city": "Wien",
               "country": "AT"}  # fmt: skip
    assert address_lines(address, home="AT", language="de") == ("Ltd", "Ring 1", "1010 Wien")
    assert address_lines(address, home="DE", language="de")[-1] == "ÖSTERREICH"
    assert address_lines({**address, "name": "Ann"}, home="DE", language="en")[:2] == ("Ltd", "Ann")


def test_many_numbers_are_counted_instead_of_listed():
    assert some(["D-1", "D-2"], "en") == "D-1, D-2"
    assert some([f"D-{i}" for i in range(1, 21)], "en") == "D-1, D-2, D-3 and 17 more"


def _encoded(kind: str, size: tuple[int, int] = (60, 20)) -> str:
    out = BytesIO()
    Image.new("RGB", size, "red").save(out, kind)
    return base64.b64encode(out.getvalue()).decode()


def test_only_a_whole_picture_of_a_sane_size_becomes_the_logo():
    assert read_logo(_encoded("PNG")) is not None
    assert read_logo(_encoded("JPEG")) is not None
    assert read_logo(_encoded("GIF")) is None
    assert read_logo(_encoded("PNG", (4001, 1))) is None
    assert read_logo(_encoded("JPEG", (400, 400))[:200]) is None
    assert read_logo("no base64!") is None
    assert read_logo(base64.b64encode(b"%PDF-1.4").decode()) is None
    assert read_logo("") is None
    logo = read_logo(_encoded("PNG"))
    content = trade_pdf(_paper(1, sender=replace(SENDER, logo=logo)))
    assert content != trade_pdf(_paper(1))


def test_what_no_tax_class_taxes_has_a_row_but_no_line_in_the_totals():
    pay = Money("EUR", "en")
    parts = [TaxPart("19 %", 1000, 190), TaxPart("Without VAT", 500, 0, taxed=False)]
    assert tax_rows(parts, pay) == (("19 %", "10.00", "1.90"), ("Without VAT", "5.00", "0.00"))
    totals = totals_of(net_minor=1500, gross_minor=1690, parts=parts, pay=pay)
    assert [(t.words, t.amount) for t in totals] == [
        ("Net total", "15.00"), ("VAT 19 %", "1.90"), ("Total", "€ 16.90"),
    ]  # fmt: skip
    assert rate_words(0, "DEPOSIT", "en") == "DEPOSIT"
    assert rate_words(0, "", "en") == "0 %"
    assert rate_words(5500, "A", "de") == "5,5 %"


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("PNG", "1"),
        ("PNG", "L"),
        ("PNG", "P"),
        ("PNG", "RGBA"),
        ("PNG", "I;16"),
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
    ],
)
def test_a_logo_of_any_colours_is_drawn(kind: str, mode: str):
    out = BytesIO()
    Image.new(mode, (2000, 50)).save(out, kind)
    logo = read_logo(base64.b64encode(out.getvalue()).decode())
    assert logo is not None
    with Image.open(BytesIO(logo)) as picture:
        assert picture.size == (1000, 25)
    assert len(_pages(trade_pdf(_paper(1, sender=replace(SENDER, logo=logo))))) == 1


def test_long_names_and_sums_are_made_smaller_and_never_cut():
    name = "Müller & Söhne Internationale Großhandelsgesellschaft für Lebensmittel mbH & Co. KG"
    mail = "accounting-and-invoices@a-very-long-name-of-a-company.example"
    sender = Sender(name, f"{name} · Ring 1 · 10115 Berlin", (), ((name,), (mail,), ("Bank",)))
    rows = (
        Row(
            ("1", "Thing", "1,234,567.125 kg", "9,999,999,999,999.99"),
        ),
    )
    text = _pages(trade_pdf(_paper(1, sender=sender, rows=rows)))[0]
    assert mail in text
    assert "9,999,999,999,999.99" in text
    assert f"{name} · Ring 1 · 10115 Berlin" in text
    assert fitted("x" * 100, width=50, size=9) < 9 == fitted("x", width=50, size=9)
