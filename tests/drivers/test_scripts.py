"""Letters on no page of the printer: drawn, joined, from right to left, and amounts where they were."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from app.devices.paper import Align, Block, Columns, Paper, Table, TextLine
from drivers.factory import open_printer
from drivers.printer.code_pages import CodePages
from drivers.printer.escpos_format import EscposFormat
from drivers.printer.escpos_printer import EscposPrinter
from drivers.printer.layout import Line, lay_out, width_of
from drivers.printer.lettering import can_draw, draw_line, drawable
from drivers.printer.render_png import render_png
from drivers.printer.render_text import render_text
from drivers.printer.scripts import has_right_to_left, in_order, runs_right_to_left, shape
from drivers.transport.tcp import TcpTransport
from tests.drivers.byte_reader import ByteReader, Piece
from tests.drivers.conftest import QUICK, SHORT
from tests.drivers.counterparts import Emupos, wait_until

HEBREW, ARABIC, GREEK, CYRILLIC = "לחם אחיד", "خبز أبيض", "Ψωμί λευκό", "Хліб білий"
END = b"\x1bd\x06\x1dV\x01"


def pieces(*blocks: Block, form: EscposFormat | None = None) -> list[Piece]:
    """What the printer is told, without what each job has."""
    reader = ByteReader()
    found = reader.feed((form or EscposFormat()).job(Paper("t", blocks)))
    assert reader.complaints == []
    assert reader.pending == b""
    return [p for p in found if p.name not in {"select", "reset", "feed", "cut"}]


def lines(*blocks: Block, columns: int = 42, form: EscposFormat | None = None) -> list[str]:
    form = form or EscposFormat(columns=columns)
    laid = lay_out(Paper("t", blocks), columns, tidy=form.tidy, order=in_order)
    return [item.text for item in laid if isinstance(item, Line)]


def picture(piece: Piece) -> Image.Image:
    """The dots of a raster command."""
    width = piece.raw[4] + 256 * piece.raw[5]
    height = piece.raw[6] + 256 * piece.raw[7]
    return Image.frombytes("1", (width * 8, height), bytes(b ^ 0xFF for b in piece.data))


def test_a_line_with_letters_of_no_page_is_one_picture_as_high_as_a_line() -> None:
    (image,) = pieces(Columns(GREEK, "€ 2,50"))
    assert image.name == "image"
    assert image.raw[:4] == b"\x1dv0\x00"
    assert image.raw[4:8] == bytes([63, 0, 30, 0])  # 42 letters of 12 dots, 30 dots high
    assert len(image.data) == 63 * 30


def test_a_big_line_is_twice_as_high_and_no_wider_than_the_paper() -> None:
    (image,) = pieces(TextLine(GREEK, Align.RIGHT, bold=True, big=True))
    assert image.raw[4:8] == bytes([63, 0, 48, 0])


def test_only_the_lines_that_need_it_are_drawn() -> None:
    found = pieces(TextLine("Brötchen"), TextLine(ARABIC), Columns("Sum", "1,00 €"), TextLine(CYRILLIC))
    assert [p.name for p in found if p.name in {"image", "line"}] == ["line", "image", "line", "image"]


def test_letters_of_a_page_stay_letters_of_the_printer() -> None:
    assert not any(p.name == "image" for p in pieces(TextLine("Хлеб белый"), TextLine("Łódź … „ja“ – ﬁn")))
    hebrew = EscposFormat(pages=CodePages("CP858:19,CP862:36"))
    data = hebrew.job(Paper("t", (Columns(HEBREW, "2,50"),)))
    # the last letter first: the printer writes from left to right
    assert HEBREW[::-1].encode("cp862").replace(b" ", b"") in data.replace(b" ", b"")


def test_the_dots_are_those_of_our_picture_of_the_line() -> None:
    (image,) = pieces(Columns(GREEK, "€ 2,50"))
    text = GREEK + " " * (42 - len(GREEK) - 6) + "€ 2,50"
    wanted = draw_line(Line(text), dots=504, cell=12, gap=6)
    assert ImageChops.logical_xor(picture(image), wanted).getbbox() is None


@pytest.mark.parametrize(("letters", "drawn"), [("auto", 1), ("printer", 0), ("picture", 2)])
def test_the_address_says_which_lines_are_drawn(letters: str, drawn: int) -> None:
    printer = open_printer(f"tcp://192.0.2.1?letters={letters}")
    assert isinstance(printer, EscposPrinter)
    found = pieces(TextLine("plain"), TextLine(GREEK), form=printer._form)
    assert [p.name for p in found].count("image") == drawn
    if letters == "printer":
        assert b"???" in b"".join(p.data for p in found)


@pytest.mark.parametrize("name", [HEBREW, ARABIC])
@pytest.mark.parametrize("amount", ["€ 2,50", "-1.234,50 €", "2.50"])
def test_an_amount_beside_a_name_from_right_to_left_stays_as_it_is(name: str, amount: str) -> None:
    (line,) = lines(Columns(name, amount))
    assert line.endswith(" " + amount)
    assert width_of(line) == 42
    assert line.startswith(in_order(shape(name), shape(name)))
    (row,) = lines(Table((name, "3", amount), (20, -8, -14)))
    assert row.endswith(amount)
    assert width_of(row) == 42


def test_names_from_right_to_left_are_turned_and_joined() -> None:
    assert in_order("אבג 12,50 (ד)", "אבג 12,50 (ד)") == "(ד) 12,50 גבא"
    assert in_order("Brot אבג 500 g", "Brot אבג 500 g").startswith("Brot ")
    assert shape("بيت") == "\ufe91\ufef4\ufe96"  # beginning, middle and end forms
    assert shape("شَّاي") == shape("شاي")
    assert shape("لا") == "\ufefb"
    assert (runs_right_to_left("12 אב"), runs_right_to_left("a אב"), has_right_to_left("a אב")) == (
        True, False, True,
    )  # fmt: skip


def test_a_long_name_from_right_to_left_begins_on_the_first_line() -> None:
    words = [f"מילה{chr(0x05D0 + i)}" for i in range(9)]
    found = lines(TextLine(" ".join(words)), columns=32)
    assert len(found) == 2
    assert words[0][::-1] in found[0]
    assert words[-1][::-1] in found[1]


def test_what_no_font_has_is_a_question_mark_and_makes_no_picture() -> None:
    unknown = "\U0001e7e0\U0001e7e1"
    assert not can_draw(unknown[0])
    assert drawable(unknown) == "??"
    assert [p.data for p in pieces(TextLine(unknown)) if p.name == "text"] == [b"??"]


def test_wide_letters_are_drawn_where_the_system_has_a_font(monkeypatch: pytest.MonkeyPatch) -> None:
    from drivers.printer import lettering

    if can_draw("茶"):
        (image,) = pieces(Columns("茶 ab", "2,50"))
        assert picture(image).crop((0, 0, 24, 24)).convert("L").getextrema() == (0, 255)
    monkeypatch.setattr(lettering, "_system_fonts", tuple)
    lettering._font_of.cache_clear()
    try:
        assert drawable("茶 ab") == "? ab"
        assert not any(p.name == "image" for p in pieces(TextLine("茶 ab")))
    finally:
        lettering._font_of.cache_clear()


MIXED = st.text(st.sampled_from("abÄ€ 12,.-()אבגשׁخبزلاЖΩψ茶\u0301\u200f\x1b😀"), max_size=40)


@settings(max_examples=200, deadline=None)
@given(MIXED, MIXED, st.sampled_from([32, 42, 48]), st.booleans())
def test_mixed_lines_are_never_wider_than_the_paper_nor_a_picture_wider_than_the_printer(
    left: str,
    right: str,
    columns: int,
    big: bool,  # noqa: FBT001
) -> None:
    blocks = (Columns(left, right, big=big), TextLine(left, Align.CENTRE, big=big))
    form = EscposFormat(columns=columns)
    for line in lines(*blocks, columns=columns):
        assert width_of(line) <= (columns // 2 if big else columns)
        assert all(form.pages.covers(c) or can_draw(c) or not width_of(c) for c in line)
    for piece in pieces(*blocks, form=form):
        if piece.name == "image":
            assert (piece.raw[4] + 256 * piece.raw[5]) * 8 <= form.width_dots


def test_the_picture_of_the_paper_shows_them_and_the_text_keeps_them_as_typed() -> None:
    paper = Paper("t", (Columns(HEBREW, "2,50"), Columns(ARABIC, "1,00"), Columns(CYRILLIC, "3,00")))
    sheet = Image.open(io.BytesIO(render_png(paper, 32)))
    first = sheet.crop((24, 24, 24 + 32 * 12, 24 + 28))
    wanted = draw_line(
        Line(in_order(HEBREW, HEBREW) + " " * 20 + "2,50"), dots=384, cell=12, gap=4
    )  # fmt: skip
    assert ImageChops.logical_xor(first.convert("1"), wanted).getbbox() is None
    assert render_text(paper, 32).splitlines()[0] == HEBREW + " " * 20 + "2,50"


def test_emupos_prints_them_where_they_belong(emupos: Emupos) -> None:
    before, known = set(emupos.receipt_ids()), len(emupos.complaints())
    printer = EscposPrinter(
        TcpTransport("127.0.0.1", emupos.port, limits=SHORT), EscposFormat(columns=48), habits=QUICK
    )
    names = (GREEK, HEBREW, ARABIC, CYRILLIC)
    above, below = TextLine("Above"), Columns("Total", "€ 10,00", bold=True)
    printer.print_paper(Paper("t", (above, *(Columns(name, "€ 2,50") for name in names), below)))
    wait_until(lambda: set(emupos.receipt_ids()) - before)
    (printed,) = set(emupos.receipt_ids()) - before
    assert "?" not in emupos.text_of(printed)
    assert emupos.complaints()[known:] == []
    with Image.open(emupos.picture_of(printed)) as opened:
        paper = opened.convert("1", dither=Image.Dither.NONE)
    for name in names:
        line = in_order(shape(name), shape(name))
        wanted = draw_line(Line(line + " " * (42 - len(line)) + "€ 2,50"), dots=576, cell=12, gap=6)
        assert is_on(wanted.crop((0, 0, 576, 24)), paper), name


def is_on(part: Image.Image, paper: Image.Image) -> bool:
    """Whether the dots stand somewhere on the paper, one to one."""
    for left in range(paper.width - part.width + 1):
        for top in range(paper.height - part.height + 1):
            there = paper.crop((left, top, left + part.width, top + part.height))
            if there.tobytes() == part.tobytes():
                return True
    return False
