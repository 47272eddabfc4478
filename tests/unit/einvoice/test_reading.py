"""Files from strangers: what is read, what is refused and why."""

from __future__ import annotations

import gzip
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.einvoice.codec import FigureError
from app.einvoice.formats import Format
from app.einvoice.hybrid import hybrid_pdf
from app.einvoice.reader import read_einvoice
from app.einvoice.refusals import (
    NotAnEInvoiceError,
    XmlBrokenError,
    XmlDoctypeError,
    XmlTooLargeError,
)
from app.einvoice.rulebook import format_of
from app.einvoice.sums import sum_faults
from app.einvoice.xml import MOST_BYTES, parse_xml
from app.kernel.refusal import Refusal
from tests.unit.einvoice.papers import letter

OWN = Path(__file__).resolve().parents[2] / "vectors" / "einvoices"
MIXED = (OWN / "S_two_rates_allow_charge_prepaid_round.peppol.xml").read_bytes()
CII = (OWN / "S_two_rates_allow_charge_prepaid_round.en16931-cii.xml").read_bytes()
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>"""


@pytest.mark.parametrize(
    "content",
    [
        LAUGHS,
        b'<!DOCTYPE Invoice SYSTEM "http://example.com/x.dtd"><Invoice/>',
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
        LAUGHS.decode().replace('<?xml version="1.0"?>', "").encode("utf-16"),
    ],
    ids=["laughs", "external", "file", "utf-16"],
)  # fmt: skip
def test_a_doctype_is_refused_before_anything_is_read(content: bytes):
    with pytest.raises(XmlDoctypeError, match=r"evil\.xml contains a DOCTYPE"):
        parse_xml(content, name="evil.xml")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"not xml", b"<a><b></a>", b"<a/><a/>", b"<a>" * 2000 + b"</a>" * 2000,
        b'<?xml version="1.0" encoding="utf-7"?><a/>', b'<?xml version="1.0" encoding="utf-8"?><a>\xff</a>',
        MIXED[: len(MIXED) // 2], b"<a>&nothing;</a>",
    ],
    ids=["empty", "text", "crossed", "two roots", "deep", "utf-7", "wrong bytes", "cut off", "entity"],
)  # fmt: skip
def test_what_is_not_well_formed_is_refused_in_words(content: bytes):
    with pytest.raises(XmlBrokenError, match="cannot be read"):
        read_einvoice(content, name="it.xml")


def test_more_than_an_invoice_can_be_is_not_read():
    with pytest.raises(XmlTooLargeError, match="larger than 20 MB"):
        parse_xml(b" " * (MOST_BYTES + 1), name="big.xml")


@pytest.mark.parametrize("content", [b"<html/>", b"%PDF-1.4 nothing", gzip.compress(b"<a/>", mtime=0)])
def test_other_files_are_no_e_invoices(content: bytes):
    with pytest.raises((NotAnEInvoiceError, XmlBrokenError)):
        read_einvoice(content, name="it")


def test_a_pdf_without_an_invoice_inside_is_told_apart():
    with pytest.raises(NotAnEInvoiceError, match=r"letter\.pdf is no e-invoice"):
        read_einvoice(letter(), name="letter.pdf")


def test_a_pdf_gives_the_invoice_inside_it():
    read = read_einvoice(hybrid_pdf(letter(), CII), name="it.pdf")
    assert read.in_pdf
    assert read.xml == CII
    assert read.invoice == read_einvoice(CII, name="it.xml").invoice
    assert format_of(read.invoice, syntax=read.syntax, in_pdf=read.in_pdf) is Format.FACTURX


def test_the_two_syntaxes_say_the_same():
    one, other = read_einvoice(MIXED, name="a").invoice, read_einvoice(CII, name="b").invoice
    assert (one.totals, one.lines, one.vat_breakdown) == (other.totals, other.lines, other.vat_breakdown)
    assert (one.seller, one.buyer, one.delivery) == (other.seller, other.buyer, other.delivery)


def test_sums_that_do_not_follow_are_named():
    changed = MIXED.replace(b">132.75<", b">132.76<").replace(b">17.20<", b">17.30<")
    faults = {(f.term, f.stated, f.reckoned) for f in sum_faults(read_einvoice(changed, name="it").invoice)}
    assert faults == {("BT-110", 1730, 1720), ("BT-112", 15273, 15283), ("BT-115", 13276, 13275)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b">132.75<", b">NaN<"), (b">132.75<", b">1e999<"), (b"2026-11-20", b"2026-02-30"),
        (b">3<", b">three<"),
    ],
)  # fmt: skip
def test_a_figure_that_is_none_is_refused_with_its_place(old: bytes, new: bytes):
    with pytest.raises(FigureError, match="is not what"):
        read_einvoice(MIXED.replace(old, new), name="it")


def test_control_characters_do_not_come_in():
    name = read_einvoice(MIXED.replace(b"Corner Shop", "Corner\u202eShop".encode()), name="it")
    assert name.invoice.seller.name == "Corner Shop GmbH"


@settings(max_examples=120, deadline=None)
@given(at=st.integers(0, len(MIXED) - 1), byte=st.integers(0, 255), cut=st.booleans())
def test_a_damaged_file_is_read_or_refused_never_a_crash(at: int, byte: int, cut: bool):  # noqa: FBT001
    damaged = MIXED[:at] + bytes([byte]) + (b"" if cut else MIXED[at + 1 :])
    with suppress(Refusal):
        read_einvoice(damaged, name="it")


def test_a_damaged_pdf_is_refused_not_a_crash():
    whole = hybrid_pdf(letter(), CII)
    for at in range(100, len(whole), len(whole) // 40):
        broken = BytesIO(whole)
        broken.seek(at)
        broken.write(b"\x00garbage>>")
        with suppress(Refusal):
            read_einvoice(broken.getvalue(), name="it")
