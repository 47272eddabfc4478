"""Statements of every format become the same frozen lines, or are refused with the reason."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from app.banking.reading.camt import read_camt
from app.banking.reading.model import ReadStatement, written_amount
from app.banking.reading.mt940 import read_mt940
from app.banking.reading.numbers import date_order, decimal_sign, plain_decimal, written_day
from app.banking.reading.ofx import read_ofx
from app.banking.reading.read import MOST_BYTES, format_of, read_statements
from app.banking.reading.table import read_table, sniff_profile
from app.banking.refusals import (
    AmountTextError,
    BrokenXmlError,
    ColumnMissingError,
    DayTextError,
    NoCurrencyTextError,
    NoStatementError,
    RowError,
    StatementFileError,
    TooLargeError,
    UnknownFormatError,
    UnsafeXmlError,
    WrongSumError,
)
from app.banking.states import FileFormat
from app.kernel.refusal import Refusal
from app.kernel.text import clean
from tests.conftest import DATA

OWN = Path(__file__).parent / "samples"
ROOT = Path(__file__).resolve().parents[3]
GIVEN = Path(os.environ.get("TAKINGS_BANK_SAMPLES") or ROOT.parent / "shared" / "data" / "bank-statements")
FILES = sorted(p for d in (OWN, GIVEN) for p in d.rglob("*") if p.is_file() and p.suffix != ".xsd")


def _own(name: str) -> bytes:
    return (OWN / name).read_bytes()


def _read(name: str) -> list[ReadStatement]:
    return read_statements(_own(name))


def _check(found: ReadStatement) -> None:
    assert found.currency.isalpha()
    assert len(found.currency) == 3
    for line in found.lines:
        assert type(line.amount_minor) is int
        assert line.booked_on >= date(1990, 1, 1)
        assert line.text == clean(line.text)
        assert line.name == clean(line.name)
    if found.proven:
        assert found.opening_minor is not None
        assert found.opening_minor + found.sum_minor == found.closing_minor
    for fault in found.faults:
        assert str(fault).endswith(".")


@pytest.mark.parametrize("path", FILES, ids=[p.name for p in FILES])
def test_every_sample_is_read_or_refused_with_the_reason(path: Path):
    refused = ""
    found: list[ReadStatement] = []
    try:
        found = read_statements(path.read_bytes())
    except Refusal as refusal:
        refused = str(refusal)
    assert bool(found) != bool(refused)
    assert not refused or refused.endswith(".")
    assert "{" not in refused
    for statement in found:
        _check(statement)


# what was found by looking at each: statements, lines, those proven; or what refuses it
LOOKED_AT = {
    "bsp-camt.053.001.02.xml": (1, 3, 1),
    "bsp-camt053_multicurrency.xml": (2, 3, 2),
    "genkgo-camt053.v2.five.decimals.xml": (1, 1, 0),  # 18.150 + 8.850 is not 27.050
    "genkgo-camt053.v2.all-balance-types.xml": (1, 1, 0),
    "genkgo-camt053.v2.wrong.xml": NoStatementError,
    "genkgo-camt053.v8.xml": (1, 1, 0),  # its closing balance is in another currency
    "ASNB-mt940.txt": (31, 8, 31),
    "betterplace-sepa_mt9401.sta": (26, 97, 26),  # with reversals of credits
    "betterplace-sepa_snippet_broken.sta": StatementFileError,
    "betterplace-with_binary_character.sta": (2, 4, 2),
    "jejik-abnamro.sta": (2, 10, 0),  # lines were taken out of it
    "jejik-ing.sta": (1, 7, 0),
    "jejik-rabobank-iban.sta": (2, 4, 2),
    "mBank-mt940.sta": (1, 3, 1),
    "self-provided-february_30.sta": (1, 1, 1),
    "self-provided-multiline.sta": StatementFileError,
    "self-provided-sparkassen.sta": NoCurrencyTextError,
    "bsp-sample_statement.csv": (1, 2, 1),
    "ofxparse-bank_medium.ofx": (1, 3, 0),
    "ofxparse-bank_small.ofx": NoStatementError,
}


@pytest.mark.realdata
@pytest.mark.parametrize("name", sorted(LOOKED_AT))
def test_the_samples_say_what_was_seen_in_them(name: str):
    path = next((p for p in FILES if p.name == name), None)
    if path is None:  # another set of samples was given
        assert os.environ.get("TAKINGS_BANK_SAMPLES")
        return
    wanted = LOOKED_AT[name]
    if isinstance(wanted, type):
        with pytest.raises(wanted):
            read_statements(path.read_bytes())
        return
    found = read_statements(path.read_bytes())
    assert (len(found), sum(len(s.lines) for s in found), sum(s.proven for s in found)) == wanted


@pytest.mark.realdata
def test_our_own_sample_is_what_the_schema_asks_for():
    schema = etree.XMLSchema(etree.parse(DATA / "bank-statements" / "xsd-camt" / "camt.053.001.08.xsd"))
    schema.assertValid(etree.fromstring(_own("two-sides.camt053.v8.xml")))


def test_the_thirtieth_of_february_becomes_the_last_day_of_it():
    text = b":20:A\n:25:1\n:28C:1\n:60F:C240228EUR1,00\n:61:240230D1,00NMSCNONREF\n:62F:C240301EUR0,00\n-"
    assert read_mt940(text)[0].lines[0].value_on == date(2024, 2, 29)


def test_camt_gives_payer_words_references_and_the_parts_of_a_collective_line():
    (found,) = _read("two-sides.camt053.v8.xml")
    assert found.proven
    assert (found.opening_minor, found.closing_minor, found.number) == (-100_000, 142_440, "41")
    first, one, two, fee, pending, nothing = found.lines
    assert (first.name, first.iban) == ("Harbour Café Ltd", "FR7630006000011234567890189")
    assert first.text == "Invoice INV-2026-0000 12 less 2 %"
    assert (first.reference, first.end_to_end_id) == ("RF18539007547034", "PAY-311")
    assert (first.booked_on, first.value_on) == (date(2026, 3, 2), date(2026, 3, 3))
    assert [(x.name, x.amount_minor, x.bank_reference) for x in (one, two)] == [
        ("One", 100_000, "BK-77002/1"), ("Two", 25_000, "BK-77002/2"),
    ]  # fmt: skip
    assert two.end_to_end_id == ""
    assert (fee.amount_minor, fee.text) == (-610, "Charges of the month")
    assert pending.pending
    assert nothing.amount_minor == 0


def test_camt_of_other_kinds_and_currencies_is_read_to_the_smallest_unit():
    (report,) = _read("intraday.camt052.v2.xml")
    (line,) = report.lines
    assert (report.format, report.account, report.currency) == (FileFormat.CAMT052, "12345678", "JPY")
    assert (line.amount_minor, line.charges_minor) == (1500, 15)
    assert (line.foreign_minor, line.foreign_currency) == (1020, "USD")
    (notice,) = _read("returned.camt054.v4.xml")
    assert (notice.lines[0].amount_minor, notice.lines[0].return_reason) == (-4500, "AC04")
    assert notice.lines[0].mandate_id == "M-9"
    assert not notice.proven


@pytest.mark.parametrize(
    ("was", "becomes", "refusal"),
    [
        (b"1180.50", b"1180.501", AmountTextError),
        (b"1180.50", b"1e3", AmountTextError),
        (b"2026-03-02</Dt>", b"2026-02-30</Dt>", DayTextError),
        (b"</Stmt>", b"", BrokenXmlError),
        (b"<Document", b"<!DOCTYPE d [<!ENTITY e 'x'>]><Document", UnsafeXmlError),
        (b"<CdtDbtInd>DBIT", b"<CdtDbtInd>NONE", StatementFileError),
    ],
)
def test_a_camt_file_that_is_not_exact_or_not_safe_is_refused(
    was: bytes, becomes: bytes, refusal: type[Refusal]
):
    with pytest.raises(refusal):
        read_camt(_own("two-sides.camt053.v8.xml").replace(was, becomes))


def test_a_document_type_hidden_in_another_encoding_is_found():
    hidden = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'
    with pytest.raises(UnsafeXmlError):
        read_camt(hidden.encode("utf-16"))


def test_trailing_zeros_beyond_the_cent_are_no_fraction_of_it():
    longer = _own("two-sides.camt053.v8.xml").replace(b"1180.50<", b"1180.50000<")
    assert read_camt(longer)[0].lines[0].amount_minor == 118_050


def test_mt940_of_german_and_dutch_banks_gives_the_same_model():
    (german,) = _read("german.sta")
    assert german.proven
    first, back, fee = german.lines
    assert (first.name, first.iban) == ("CAFE AM HAFEN GMBH", "DE21500500009876543210")
    assert (first.text, first.end_to_end_id) == ("RE INV-2026-000012 VOM 1.2.", "PAY-1")
    assert (back.amount_minor, back.mandate_id, back.return_reason) == (-4000, "M-9", "914")
    assert (fee.text, fee.amount_minor) == ("Charges", -610)
    (dutch,) = _read("strokes.sta")
    (line,) = dutch.lines
    assert dutch.proven
    assert dutch.account == "NL91ABNA0417164300"
    assert (line.name, line.iban) == ("Jansen BV", "NL20INGB0001234567")
    assert (line.text, line.end_to_end_id, line.bank_reference) == (
        "Factuur INV-2026-000003 NL20INGB0001234567", "E-55", "77",
    )  # fmt: skip


def test_mt940_with_decimal_points_is_refused_and_not_misread():
    with pytest.raises(StatementFileError, match="decimal point"):
        read_mt940(_own("german.sta").replace(b"1190,00", b"1190.00"))


def test_a_line_that_is_lost_shows_in_the_sum():
    text = _own("german.sta").replace(b":61:2603020302D6,1NMSCNONREF\n:86:Charges\n", b"")
    (found,) = read_mt940(text)
    assert not found.proven
    (fault,) = found.faults
    assert isinstance(fault, WrongSumError)
    assert "2150.00 EUR" in str(fault)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-(10**9), 10**9).filter(bool), max_size=12), st.integers(-(10**9), 10**9))
def test_mt940_adds_up_whatever_the_amounts_are(amounts: list[int], opening: int):
    def written(minor: int) -> str:
        return f"{abs(minor) // 100},{abs(minor) % 100:02d}"

    def mark(minor: int) -> str:
        return "C" if minor >= 0 else "D"

    rows = [f":61:260302{mark(a)}{written(a)}NTRFNONREF" for a in amounts]
    closing = opening + sum(amounts)
    text = "\n".join(
        [":20:X", ":25:1", ":28C:1", f":60F:{mark(opening)}260301EUR{written(opening)}", *rows,
         f":62F:{mark(closing)}260302EUR{written(closing)}", "-"]
    )  # fmt: skip
    (found,) = read_mt940(text.encode())
    assert [x.amount_minor for x in found.lines] == amounts
    assert found.proven


def test_ofx_of_both_ages_is_read_with_every_account_in_it():
    first, second = _read("old.ofx")
    assert (first.account, second.account, first.currency) == ("12345678", "2222", "GBP")
    assert [(x.amount_minor, x.name, x.bank_reference) for x in first.lines] == [
        (119_000, "Smith & Sons", "F1"), (-450, "Fee", "F2"),
    ]  # fmt: skip
    assert (first.closing_minor, first.opening_minor) == (118_550, None)
    (card,) = _read("new.ofx")
    assert (card.lines[0].amount_minor, card.lines[0].text) == (1250, "Größe")
    with pytest.raises(UnsafeXmlError):
        read_ofx(b"<!DOCTYPE x><OFX></OFX>")


def test_tables_are_told_by_their_heads_and_figures():
    (german,) = _read("german.csv")
    assert (german.account, german.currency) == ("", "EUR")
    assert [(x.booked_on.day, x.amount_minor, x.name) for x in german.lines] == [
        (2, -610, "Bank"), (3, 125_000, "Müller KG"),
    ]  # fmt: skip
    assert (german.opening_minor, german.closing_minor, german.proven) == (100_000, 224_390, True)
    (american,) = _read("american.csv")
    assert [(x.booked_on, x.amount_minor) for x in american.lines] == [
        (date(2026, 3, 14), -123_450), (date(2026, 3, 15), 1_000_000),
    ]  # fmt: skip
    (dutch,) = _read("dutch.tsv")
    assert [(x.name, x.amount_minor) for x in dutch.lines] == [("Jansen BV", 12_100), ("Bank", -250)]


def test_a_table_says_its_row_when_something_is_wrong_in_it():
    with pytest.raises(RowError, match="Row 3"):
        read_statements(b"Date,Amount,Currency\n2026-03-01,1.00,EUR\n2026-03-02,1.005,EUR\n")
    with pytest.raises(NoCurrencyTextError):
        read_statements(b"Date,Amount\n2026-03-01,1.00\n")
    profile = sniff_profile(b"When,What\n2026-03-01,1.00\n")
    with pytest.raises(ColumnMissingError, match="When, What"):
        read_table(b"When,What\n2026-03-01,1.00\n", profile)


def test_a_quotation_mark_that_is_not_closed_swallows_no_line():
    with pytest.raises(StatementFileError, match="quotation mark"):
        read_statements(b'Date,Text,Amount\n2026-03-01,b,1.00\n2026-03-02,"a,2.00\n2026-03-03,c,3.00\n')
    closed = b'Date,Text,Amount,Currency\n2026-03-01,"a\nb",1.00,EUR\n2026-03-02,b,2.00,EUR'
    assert [x.text for x in read_statements(closed)[0].lines] == ["a b", "b"]


def test_a_balance_column_that_does_not_run_is_a_fault():
    wrong = b"Date,Amount,Currency,Balance\n2026-03-01,1.00,EUR,11.00\n2026-03-02,2.00,EUR,14.00\n"
    assert [type(f) for f in read_statements(wrong)[0].faults] == [WrongSumError]


@pytest.mark.parametrize(
    ("text", "sign", "plain"),
    [
        ("1.234,56", ",", "1234.56"), ("1,234.56", ".", "1234.56"), ("-1.234,56", "", "-1234.56"),
        ("1'234.50", "", "1234.50"), ("1 234,5", "", "1234.5"), ("12,00-", ",", "-12.00"),
        ("(12.00)", ".", "-12.00"), ("+7", "", "7"), ("−3,10", "", "-3.10"), ("5,00 S", ",", "-5.00"),
        ("5,00 H", ",", "5.00"),
    ],
)  # fmt: skip
def test_numbers_are_understood_as_banks_write_them(text: str, sign: str, plain: str):
    assert plain_decimal(text, sign) == plain


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("12.50", ","), ("1,2,3", ""), ("12,34.5", "."), ("1 2", ""), ("1'2", ""), ("5-5", ""), ("--5", ""),
        ("(5", ""), ("5DD", ""), ("+5 S", ""), ("", ","), (",", ","), ("٣", ""), ("1.23.45,00", ","),
    ],
)  # fmt: skip
def test_a_number_is_not_repaired(text: str, sign: str):
    # "12.50" in a table with decimal commas was 1250, "1,2,3" was 123
    assert plain_decimal(text, sign) is None


def test_a_lone_sign_before_three_digits_is_not_guessed_at():
    with pytest.raises(AmountTextError, match="1,234"):
        written_amount("1,234", "EUR")
    with pytest.raises(AmountTextError):
        written_amount("-1.000", "EUR")
    assert written_amount("1.234", "EUR", ",") == 123400
    with pytest.raises(AmountTextError):
        written_amount("0,500", "EUR")


@settings(max_examples=60, deadline=None)
@given(st.integers(-(10**12), 10**12))
def test_a_number_with_groups_keeps_its_value_in_both_manners(minor: int):
    english = f"{abs(minor) // 100:,}.{abs(minor) % 100:02d}"
    german = english.translate(str.maketrans(",.", ".,"))
    for text in (english, german):
        assert int((plain_decimal(text) or "").replace(".", "")) == abs(minor)
    assert decimal_sign([german]) == ","


def test_the_order_of_the_day_is_told_by_the_days_that_allow_one_only():
    assert date_order(["01/02/2026", "14/03/2026"]) == "dmy"
    assert date_order(["01/02/2026", "03/14/2026"]) == "mdy"
    assert date_order(["2026-03-14"]) == "ymd"
    assert date_order(["soon"]) == ""
    assert written_day("1.3.26", "dmy") == date(2026, 3, 1)


def test_what_is_no_statement_is_told_from_what_is_damaged_or_too_large():
    with pytest.raises(UnknownFormatError):
        format_of(b"hello")
    with pytest.raises(NoStatementError):
        format_of(b"  \n")
    with pytest.raises(TooLargeError, match="33 MB"):
        format_of(b"x" * (MOST_BYTES + 1))
    with pytest.raises(StatementFileError):
        read_statements(b"<html><body/></html>")
    with pytest.raises(BrokenXmlError):
        read_statements(b"<Document><a></Document>")


@settings(max_examples=60, deadline=None)
@example(b"\x00\t\r\x00")
@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_stumble(content: bytes):
    try:
        for statement in read_statements(content):
            _check(statement)
    except Refusal:
        return


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1200), st.binary(min_size=1, max_size=3))
def test_no_change_of_a_sample_makes_the_reader_stumble(place: int, change: bytes):
    for name in ("german.sta", "old.ofx", "german.csv", "returned.camt054.v4.xml"):
        content = _own(name)
        at = place % len(content)
        try:
            read_statements(content[:at] + change + content[at + len(change) :])
        except Refusal:
            continue
