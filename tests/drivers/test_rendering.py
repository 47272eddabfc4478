"""The same paper as text and as a picture; its codes are read by a reader that none of us wrote."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.devices.paper import Align, Barcode, Block, Columns, Logo, Paper, QrCode, Table, TextLine
from app.devices.ports import DeviceError, DeviceFault, HealthState
from app.devices.sample import test_page as sample_page
from drivers.printer.escpos_format import EscposFormat
from drivers.printer.escpos_printer import EscposPrinter
from drivers.printer.layout import Line, lay_out, width_of, wrap
from drivers.printer.render_png import render_png
from drivers.printer.render_text import render_text
from drivers.printer.virtual_printer import PrintedPaper, VirtualPrinter
from drivers.transport.tcp import TcpTransport
from tests.drivers.conftest import QUICK, SHORT
from tests.drivers.counterparts import Emupos, wait_until
from tests.drivers.papers import logo, receipt


def codes(picture: Image.Image) -> dict[str, str]:
    """Every code on a picture: text by kind."""
    found = zxingcpp.read_barcodes(picture.convert("L"))
    return {str(code.format).replace(" ", ""): code.text for code in found}


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_barcode_and_qr_code_of_our_picture_can_be_read(columns: int) -> None:
    picture = Image.open(io.BytesIO(render_png(receipt("T01-000042"), columns)))
    assert picture.width == columns * 12 + 48
    assert codes(picture) == {"Code128": "T01-000042", "QRCode": "https://example.com/T01-000042"}


@pytest.mark.parametrize(
    "form",
    [EscposFormat(columns=48), EscposFormat(columns=42), EscposFormat(columns=48, codes_as_pictures=True)],
    ids=["48", "42", "pictures"],
)
def test_barcode_and_qr_code_on_the_paper_of_emupos_can_be_read(emupos: Emupos, form: EscposFormat) -> None:
    before = set(emupos.receipt_ids())
    known = len(emupos.complaints())
    printer = EscposPrinter(TcpTransport("127.0.0.1", emupos.port, limits=SHORT), form, habits=QUICK)
    printer.print_paper(receipt("T01-000043"))
    wait_until(lambda: set(emupos.receipt_ids()) - before)
    (printed,) = set(emupos.receipt_ids()) - before
    with Image.open(emupos.picture_of(printed)) as picture:
        assert codes(picture) == {"Code128": "T01-000043", "QRCode": "https://example.com/T01-000043"}
    assert emupos.boundary_of(printed) == "cut"
    assert emupos.complaints()[known:] == []


def test_the_test_page_comes_out_of_emupos_as_it_should(emupos: Emupos) -> None:
    before = set(emupos.receipt_ids())
    printer = EscposPrinter(
        TcpTransport("127.0.0.1", emupos.port, limits=SHORT), EscposFormat(columns=48), habits=QUICK
    )
    printer.print_paper(sample_page(name="Kasse 1"))
    wait_until(lambda: set(emupos.receipt_ids()) - before)
    text = emupos.text_of((set(emupos.receipt_ids()) - before).pop())
    for words in (
        "Crème brûlée, Ñandú, Smørrebrød",
        "Grüße, Łódź, Škoda, Árvíztűrő",
        "€ 1.234,50",
        "Kasse 1",
    ):
        assert words in text


def test_text_of_a_receipt() -> None:
    assert render_text(receipt(), 42) == (
        "               Takings Café\n"
        "Crème brûlée                        4,50 €\n"
        "  Grüße aus Łódź                   -1,00 €\n"
        "------------------------------------------\n"
        "Total                               € 3,50\n"
        "Tax                Net      Tax      Gross\n"
        "19 %              2,94     0,56       3,50\n"
        "\n"
        "           [barcode T01-000042]\n"
        "   [qr https://example.com/T01-000042]\n"
    )


@pytest.mark.parametrize("columns", [32, 42, 48])
@pytest.mark.parametrize(
    "cells",
    [
        ("19 %", "1.234.567,89", "234.567,89", "1.469.135,78"),
        ("A very long name of a tax", "1,00", "0,19", "1,19"),
    ],
)
def test_numbers_in_tables_are_never_cut(columns: int, cells: tuple[str, ...]) -> None:
    widths = (12, -10, -9, -11)
    paper = Paper("t", (Table(("Tax", "Net", "Tax", "Gross"), widths), Table(cells, widths)))
    text = render_text(paper, columns)
    for number in cells[1:]:
        assert f" {number}" in text
    assert max(map(len, text.splitlines())) <= columns


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_the_right_side_is_never_cut(columns: int) -> None:
    paper = Paper("t", (Columns("x" * 100, "9.999.999,99 €"), Columns("name", "y" * 30), Columns("", "1,00")))
    text = render_text(paper, columns)
    assert "9.999.999,99 €" in text
    assert "y" * 30 in text
    assert text.count("x") == 100


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)
BLOCKS = st.one_of(
    st.builds(TextLine, TEXTS, st.sampled_from(Align), st.booleans(), st.booleans()),
    st.builds(Columns, TEXTS, TEXTS, st.booleans(), st.booleans(), st.integers(0, 50)),
    st.builds(lambda a, b: Table((a, b), (20, -22)), TEXTS, TEXTS),
    st.builds(Barcode, TEXTS),
    st.builds(QrCode, TEXTS),
    st.builds(Logo, st.binary(max_size=40)),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(BLOCKS, max_size=5), st.integers(24, 64))
def test_no_line_is_wider_than_the_paper_whatever_stands_in_it(blocks: list[Block], columns: int) -> None:
    for item in lay_out(Paper("t", tuple(blocks)), columns):
        if isinstance(item, Line):
            assert width_of(item.text) <= (columns // 2 if item.big else columns)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, max_size=4))
def test_any_paper_has_a_picture_and_a_text(blocks: list[Block]) -> None:
    paper = Paper("t", tuple(blocks))
    assert render_png(paper, 32).startswith(b"\x89PNG")
    assert isinstance(render_text(paper, 32), str)


@given(st.text("ab  €漢", max_size=120), st.integers(2, 50))
def test_wrapping_loses_no_letter(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width_of(line) <= columns for line in lines)


# --- the virtual printer ---


def test_papers_are_kept_up_to_a_number_and_shown_one_by_one() -> None:
    shown: list[PrintedPaper] = []
    printer = VirtualPrinter(on_paper=shown.append)
    for n in range(60):
        printer.print_paper(receipt(f"R{n}"))
    assert [p.number for p in shown] == list(range(1, 61))
    assert [p.number for p in printer.papers] == list(range(11, 61))
    assert "[barcode R59]" in printer.papers[-1].text
    assert codes(Image.open(io.BytesIO(printer.papers[-1].png)))["Code128"] == "R59"


def test_files_of_an_earlier_run_are_not_written_over(tmp_path: Path) -> None:
    for n in (1, 2):
        VirtualPrinter(folder=tmp_path / "papers").print_paper(receipt(f"a/../{n}"))
        VirtualPrinter(folder=tmp_path / "papers").print_paper(receipt(f"a/../{n}"))
    names = sorted(p.name for p in (tmp_path / "papers").iterdir())
    assert names == [
        "00001-Receipt-a-..-1-2.png", "00001-Receipt-a-..-1-2.txt", "00001-Receipt-a-..-1.png",
        "00001-Receipt-a-..-1.txt", "00001-Receipt-a-..-2-2.png", "00001-Receipt-a-..-2-2.txt",
        "00001-Receipt-a-..-2.png", "00001-Receipt-a-..-2.txt",
    ]  # fmt: skip
    assert codes(Image.open(tmp_path / "papers" / names[0]))["Code128"] == "a/../1"


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DeviceError, match="cannot write into"):
        VirtualPrinter(folder=tmp_path / "file").print_paper(receipt())


def test_a_window_that_fails_does_not_lose_the_paper() -> None:
    def show(_printed: PrintedPaper) -> None:
        raise RuntimeError

    printer = VirtualPrinter(on_paper=show)
    printer.print_paper(receipt())
    assert len(printer.papers) == 1


@pytest.mark.parametrize("fault", list(DeviceFault))
def test_it_plays_every_fault(fault: DeviceFault) -> None:
    printer = VirtualPrinter()
    printer.fault = fault
    with pytest.raises(DeviceError) as error:
        printer.print_paper(receipt())
    assert error.value.nothing_sent
    assert printer.health().state in {HealthState.BLOCKED, HealthState.LOST}
    assert printer.papers == []


def test_a_logo_stands_on_the_picture() -> None:
    with_it = Image.open(io.BytesIO(render_png(Paper("t", (Logo(logo()), TextLine("x"))))))
    without = Image.open(io.BytesIO(render_png(Paper("t", (TextLine("x"),)))))
    assert with_it.height > without.height + 60
