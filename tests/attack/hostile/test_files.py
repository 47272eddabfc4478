"""Files and mails: a hostile text is no formula, no markup, no header and no element."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from app.accounting.table_files import TableFile, as_csv, as_xlsx
from app.banking.pain import Collection, make_pain008
from app.banking.refusals import NoLettersError
from app.devices.mail import MailPart, OutgoingMail
from app.documents.label_pdf import labels_pdf
from app.documents.shift_pdf import paper_pdf
from app.documents.table_pdf import table_pdf
from app.documents.trade_paper import Head, Receipt, Row, Sender, Total, TradePaper
from app.documents.trade_pdf import trade_pdf
from app.kernel.text import clean, from_cell
from app.plugins.contract import Table
from app.plugins.table_file import write_table
from drivers.mail.message import as_message
from tests.attack.hostile.payloads import ALL, HARMLESS, PAYLOADS, places, put, some
from tests.attack.hostile.test_devices import LABEL
from tests.drivers.papers import receipt
from tests.factories.shop import COMPANY

FORMULA = re.compile("^[=+@\t\r\n\uff1d\uff0b\uff0d\uff20-]")


def _table(text: str) -> TableFile:
    return TableFile(text, ("No.", text), ((text, 100), ("x", 200), (f"A{text}", None)), "EUR")


def cells_of(content: bytes) -> list[str]:
    """The cells of a file by whatever sign they are divided."""
    told = content.decode("utf-8-sig")
    found = [
        cell
        for sign in ",;\t"
        for row in csv.reader(StringIO(told, newline=""), delimiter=sign)
        for cell in row
    ]
    return [part for cell in found for part in (cell, *re.split("[,;\t]", cell))]


def formulas(text: str, write: Callable[[TableFile], bytes]) -> list[str]:
    """The cells of a table with that text in it that a spreadsheet would reckon."""
    return [x for x in cells_of(write(_table(text))) if FORMULA.match(x)]


def test_no_cell_of_a_csv_file_is_a_formula() -> None:
    for name, text in some(1):
        assert not formulas(clean(text), as_csv), name
        if name != "surrogate":
            assert not formulas(text, as_csv), name
            rows = list(
                csv.reader(StringIO(as_csv(_table(text)).decode("utf-8-sig"), newline=""), delimiter=";")
            )
            assert from_cell(rows[0][1]).splitlines() == text.splitlines(), name


def test_an_export_that_guards_nothing_is_caught() -> None:
    def careless(table: TableFile) -> bytes:
        out = StringIO()
        csv.writer(out, delimiter=";").writerows((table.heads, *table.rows))
        return out.getvalue().encode("utf-8-sig")

    for name in ("DDE", "sum", "minus", "at", "tab formula", "CR formula", "wide formula", "cell in a cell"):
        assert formulas(PAYLOADS[name], careless), name


def test_no_cell_of_a_table_of_a_plug_in_is_a_formula(tmp_path: Any) -> None:
    for name, text in some(4):
        write_table(tmp_path / "x.csv", Table((clean(text), "n"), ((clean(text), "-1.50"),)))
        found = [x for x in cells_of((tmp_path / "x.csv").read_bytes()) if FORMULA.match(x)]
        assert found in ([], ["-1.50"] * len(found)), name


def test_no_cell_of_a_spreadsheet_is_a_formula_or_a_link() -> None:
    for name, text in some(1):
        content = as_xlsx(_table(clean(text)))
        with ZipFile(BytesIO(content)) as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
            told = book.read("xl/sharedStrings.xml").decode()
            assert not [x for x in book.namelist() if "external" in x.lower() or "rels/sheet" in x], name
        assert "<f>" not in sheet, name
        assert "hyperlink" not in sheet, name
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", told), name


SENDER = Sender("Shop", "Shop, Street 1", ("Street 1",), (("Shop Ltd",),))
LETTER = TradePaper(
    title="Invoice 1", language="en", sender=SENDER, recipient=("Müller", "Lane 5"),
    facts=(("Date", "2026-03-02"),), intro="We charge:",
    heads=(Head("Pos.", 12, right=False), Head("Item", 0, right=False), Head("Amount", 26)),
    rows=(Row(("1", "Tea", "1.00"), ("SKU-1",), 100, "Note 7"),), currency="EUR",
    totals=(Total("Total", "1.00"),), tax_heads=("VAT", "Net", "VAT"), taxes=(("19 %", "1.00", "0.19"),),
    closing=("Thank you",), receipt=Receipt("2026-03-02", "Ms. May"),
)  # fmt: skip
_BUILT = ("language", "currency", "key", "char")  # chosen by the program, never typed


def _as_table(row: tuple[str, ...]) -> bytes:
    title, author, head, cell = row
    return table_pdf(title, (head, "B"), ((cell, "1"),), figures=frozenset({1}), author=author, language="en")


PDFS: dict[str, tuple[Any, Callable[[Any], bytes]]] = {
    "letter": (LETTER, trade_pdf), "shift": (receipt(), lambda x: paper_pdf(x, COMPANY)),
    "table": (("T", "Shop", "Name", "Tea"), _as_table), "label": ((LABEL,), labels_pdf),
}  # fmt: skip


def _live(content: bytes) -> list[str]:
    """What in a PDF does more than be read."""
    reader, found = PdfReader(BytesIO(content)), []
    root: Any = reader.trailer["/Root"]
    found += [x for x in ("/OpenAction", "/AA", "/AcroForm", "/Names") if x in root]
    for page in reader.pages:
        found += ["annotation"] * len(page.get("/Annots", ()))
        found += ["picture"] * len(page.images)
    return found


_TOLD = ("bold", "picture", "link", "entity", "ampersand")  # payloads of which every letter is in the fonts


def _told(content: bytes) -> str:
    return _letters("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages))


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", clean(text))


@pytest.mark.parametrize("kind", PDFS)
def test_a_text_of_a_pdf_is_read_and_nothing_more(kind: str) -> None:
    thing, draw = PDFS[kind]
    wrong, before = [], _live(draw(thing))
    first = 2 if kind == "label" else 4  # letters: a label of one line cuts the rest
    found = [at for at in places(thing) if not at.endswith(_BUILT) and ".style." not in at]
    chosen = some(6 if kind == "letter" else 16)
    for turn, (name, text) in enumerate(chosen):
        for at in found if ALL else [found[turn % len(found)]]:
            content = draw(put(thing, at, clean(text)))
            if _live(content) != before:
                wrong.append(f"{name} at {at}: {_live(content)}")
            if name in _TOLD and _short(at) and _letters(text)[:first] not in (told := _told(content)):
                wrong.append(f"{name} at {at}: not told: {told[:200]}")
    assert not wrong, "\n".join(wrong)


def _short(at: str) -> bool:
    return not any(x in at for x in ("title", "data", "code", ".0.0"))


MAIL = OutgoingMail(
    "<1@shop.example>", "Shop", "shop@example.com", "office@example.com", ("one@example.com",),
    "Bill", "Hello\n", datetime(2026, 3, 2, 9, 0, tzinfo=UTC), (MailPart("Bill.pdf", b"%PDF-"),),
)  # fmt: skip


def _headers(mail: OutgoingMail) -> list[str]:
    return [name for name, _value in message_from_bytes(as_message(mail).as_bytes(), policy=default).items()]


def test_no_text_of_a_mail_is_a_header() -> None:
    wanted = _headers(MAIL)
    for name, text in some(1):
        if name == "surrogate":
            continue
        for at in (".sender_name", ".subject", ".body", ".parts.0.name"):
            sent = message_from_bytes(as_message(put(MAIL, at, text)).as_bytes(), policy=default)
            assert list(sent.keys()) == wanted, (name, at)
            assert sent["to"].addresses[0].addr_spec == "one@example.com", (name, at)
            assert len(sent["to"].addresses) == 1
            assert [part.get_content_type() for part in sent.walk()][1:] == ["text/plain", "application/pdf"]


DEBIT = Collection(
    amount_minor=1000, holder="May", iban="DE89370400440532013000", bic="COBADEFFXXX",
    mandate_reference="M-1", signed_on=date(2026, 1, 1), is_first=True, kind="CORE",
    end_to_end_id="E-1", text="Bill 1",
)  # fmt: skip


def test_a_file_for_the_bank_has_no_element_more() -> None:
    from lxml import etree

    def tags(name: str, debits: list[Collection]) -> list[str]:
        xml = make_pain008(
            name=name, iban="DE89370400440532013000", bic="COBADEFFXXX", creditor_id="DE98ZZZ09999999999",
            collect_on=date(2026, 3, 9), collections=debits,
        )  # fmt: skip
        return [x.tag for x in etree.fromstring(xml).iter()]

    fields = ("holder", "text", "mandate_reference", "end_to_end_id")
    texts = [clean(text)[:35] or HARMLESS for name, text in some(3) if name != "emoji"]
    debits = [put(DEBIT, f".{field}", text) for text in texts for field in fields]
    wanted = tags("Shop", [DEBIT] * len(debits))
    for one in texts[::8] if ALL else texts[2:3]:
        assert tags(one, debits) == wanted
    with pytest.raises(NoLettersError, match="has no letter that banks know"):
        tags("Shop", [replace(DEBIT, holder=PAYLOADS["emoji"])])
