"""The bytes themselves: golden ones, and that no data ever becomes a command."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.devices.paper import (
    Align,
    Barcode,
    Block,
    Columns,
    Feed,
    Logo,
    Paper,
    QrCode,
    Rule,
    Table,
    TextLine,
)
from drivers.printer.code_pages import CodePages
from drivers.printer.escpos_format import EscposFormat
from drivers.printer.layout import width_of
from tests.drivers.byte_reader import ByteReader, Printout
from tests.drivers.papers import logo, receipt

BEGIN = b"\x1b=\x01\x1b@"
END = b"\x1bd\x06\x1dV\x01"


def job(*blocks: Block, **form: object) -> bytes:
    data = EscposFormat(**form).job(Paper("t", blocks))  # type: ignore[arg-type]
    return data.removeprefix(BEGIN).removesuffix(END)


def carried_out(data: bytes) -> Printout:
    reader = ByteReader()
    reader.feed(data)
    assert reader.complaints == []
    assert reader.pending == b""
    assert reader.kicks == []
    assert len(reader.papers) == 1
    return reader.papers[0]


@pytest.mark.parametrize(
    ("block", "wanted"),
    [
        (TextLine("plain"), b"plain\n"),
        (TextLine("€ é ß"), b"\x1bt\x13\xd5 \x82 \xe1\n"),
        (TextLine("Łódź €"), b"\x1bt\x12\x9d\xa2d\xab \x1bt\x13\xd5\n"),
        (TextLine("жук"), b"\x1bt\x11\xa6\xe3\xaa\n"),
        (TextLine("big", bold=True, big=True), b"\x1d!\x11\x1bE\x01big\n\x1d!\x00\x1bE\x00"),
        (TextLine("mid", Align.CENTRE), b" " * 19 + b"mid\n"),
        (Columns("a", "1,00"), b"a" + b" " * 37 + b"1,00\n"),
        (Rule("="), b"=" * 42 + b"\n"),
        (Feed(2), b"\n\n"),
        (Barcode("A{1"), b"\x1ba\x01\x1dhH\x1dw\x03\x1dH\x02\x1df\x00\x1dkI\x06{BA{{1\x1ba\x00"),
    ],
)
def test_golden_bytes(block: Block, wanted: bytes) -> None:
    assert job(block) == wanted


def test_a_job_begins_with_a_reset_and_ends_with_the_cut() -> None:
    data = EscposFormat().job(receipt())
    assert data.startswith(BEGIN)
    assert data.endswith(END)
    assert EscposFormat(cut="full").job(receipt()).endswith(b"\x1bd\x06\x1dV\x00")
    assert EscposFormat(cut="none").job(receipt()).endswith(b"\x1bd\x06")
    assert EscposFormat(kanji_off=True).job(receipt()).startswith(BEGIN + b"\x1c.")


def test_each_job_selects_its_code_page_anew() -> None:
    form = EscposFormat()
    assert form.job(receipt()) == form.job(receipt())


def test_a_page_that_the_printer_lacks_is_done_without() -> None:
    pages = CodePages("CP437")
    assert pages.tidy("4,50 € – Łódź „ja“ … ﬁn 茶 😀 e\u0301") == '4,50 EUR - Lódz "ja" ... fin ? ? é'


def test_pages_that_nobody_knows_are_named() -> None:
    for bad in ("CP858:300", "UTF-8", "CP858,,", "CP858:x", "CP858:²"):
        with pytest.raises(ValueError, match="“"):
            CodePages(bad)


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_no_line_is_wider_than_the_paper(columns: int) -> None:
    paper = carried_out(EscposFormat(columns=columns).job(receipt()))
    assert max(len(line) for line in paper.lines) <= columns
    assert "4,50 €" in paper.text
    assert paper.barcodes == ["T01-000042"]
    assert paper.qr_codes == ["https://example.com/T01-000042"]


def test_codes_are_drawn_for_printers_that_cannot() -> None:
    paper = carried_out(EscposFormat(codes_as_pictures=True).job(receipt()))
    assert (paper.barcodes, paper.qr_codes) == ([], [])
    assert paper.images == 3  # the QR code in two bands
    assert "T01-000042" in paper.text


def test_codes_too_long_for_the_paper_are_printed_as_text() -> None:
    paper = carried_out(job_whole(Barcode("X" * 60), QrCode("y" * 3000)))
    assert (paper.barcodes, paper.qr_codes, paper.images) == ([], [], 0)
    assert paper.text.replace("\n", "").replace(" ", "").count("X") == 60


def job_whole(*blocks: Block) -> bytes:
    return EscposFormat().job(Paper("t", blocks))


def test_a_logo_is_made_to_fit_and_a_broken_one_is_left_out() -> None:
    wide = carried_out(job_whole(Logo(logo(2000, 100)), TextLine("x")))
    assert wide.images == 1
    for png in (b"", b"no picture", logo()[:40], _bomb()):
        broken = carried_out(job_whole(Logo(png), TextLine("x")))
        assert (broken.images, broken.lines[0]) == (0, "x")


def _bomb() -> bytes:
    buffer = io.BytesIO()
    Image.new("1", (6000, 6000)).save(buffer, "PNG")
    return buffer.getvalue()


# Everything that a hostile name could be made of, far more often than by chance.
NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x00\x04\x07\x0a\x0c\x10\x14\x1b\x1c\x1d\x7f\x80\x9b\u2028\u202e\ufeff\ud800@pVtk(2€Łж茶"
        ),
    ),
    max_size=90,
)
BLOCKS = st.one_of(
    st.builds(TextLine, NASTY, st.sampled_from(Align), st.booleans(), st.booleans()),
    st.builds(Columns, NASTY, NASTY, st.booleans(), st.booleans(), st.integers(0, 60)),
    st.builds(lambda a, b, c: Table((a, b, c), (10, -10, -10)), NASTY, NASTY, NASTY),
    st.builds(Rule, NASTY),
    st.builds(Barcode, NASTY),
    st.builds(QrCode, NASTY),
)
OURS = {
    "text", "line", "feed", "reset", "select", "page", "bold", "size", "align", "cut", "barcode", "qr",
    "bar height", "bar width", "bar text", "bar font", "image",
}  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(BLOCKS, max_size=6), st.sampled_from([32, 42, 48]), st.booleans())
def test_no_byte_of_data_ever_acts_as_a_command(blocks: list[Block], columns: int, pictures: bool) -> None:  # noqa: FBT001
    form = EscposFormat(columns=columns, codes_as_pictures=pictures)
    data = form.job(Paper("t", tuple(blocks)))
    reader = ByteReader()
    pieces = reader.feed(data)
    assert reader.complaints == []
    assert reader.pending == b""
    assert {p.name for p in pieces} <= OURS
    assert [p.name for p in pieces].count("reset") == 1
    assert [p.name for p in pieces].count("cut") == 1
    assert len(reader.papers) == 1
    for piece in pieces:
        if piece.name == "text":
            assert all(b >= 0x20 and b != 0x7F for b in piece.data)
        elif piece.name == "barcode":
            assert all(0x20 <= b < 0x7F for b in piece.data)
        elif piece.name == "qr" and piece.data[:3] == b"1P0":
            assert not any(c < " " or "\x7f" <= c <= "\x9f" for c in piece.data[3:].decode("utf-8"))


@settings(max_examples=300, deadline=None)
@given(NASTY)
def test_a_tidied_text_is_printed_character_for_character(text: str) -> None:
    pages = CodePages()
    tidy = pages.tidy(text)
    assert sum(len(run) for _page, run in pages.encode(text)) == len(tidy)
    assert pages.tidy(tidy) == tidy
    assert width_of(tidy) == len(tidy)
