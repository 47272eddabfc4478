"""Printers of receipts and labels and the customer's display: a hostile text adds no command."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from app.devices.label import Label, LabelCode, LabelRule, LabelText
from app.devices.paper import Paper
from drivers.display.protocols import PROTOCOLS
from drivers.printer.code_pages import CodePages
from drivers.printer.escpos_format import EscposFormat
from drivers.printer.zpl_format import ZplFormat
from tests.attack.hostile.payloads import HARMLESS, PAYLOADS, places, put, some
from tests.drivers.byte_reader import ByteReader
from tests.drivers.papers import receipt

_BUILT = ("language", "char")  # chosen by the program, never typed
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
LABEL = Label(
    60, 40,
    (LabelText("Tea", 2, 2, 50, 5, 2), LabelText("1.99", 2, 12, 50, 9, bold=True), LabelRule(2, 22, 50),
     LabelCode("TEA-1", 2, 24, 10, 50)),
)  # fmt: skip


def commands(data: bytes) -> Counter[str]:
    """What a receipt printer is told to do, but for letters, how they look and how many lines they are."""
    reader = ByteReader()
    pieces = reader.feed(data)
    assert reader.complaints == []
    assert reader.pending == b""
    looks = ("text", "line", "page", "image", "bar", "qr")
    return Counter(p.name for p in pieces if not p.name.startswith(looks))


def faults_of_paper(paper: Paper, write: Any, payload: str) -> list[str]:
    """The places at which the text changes what the printer does."""
    wrong, wanted = [], commands(EscposFormat().job(paper))
    for at in places(paper):
        if at.endswith(_BUILT):
            continue
        kind = type(_at(paper, at.rpartition(".")[0])).__name__
        try:
            given = commands(write(put(paper, at, payload)))
        except AssertionError as error:
            wrong.append(f"{at} ({kind}): {str(error)[:80]}")
            continue
        if more := given - wanted:  # a code that cannot be drawn leaves its commands out
            wrong.append(f"{at} ({kind}): {more}")
    return wrong


def _at(thing: Any, at: str) -> Any:
    for name in at.split(".")[1:]:
        thing = thing[int(name)] if isinstance(thing, tuple) else getattr(thing, name)
    return thing


@pytest.mark.parametrize("columns", [42, 32])
def test_no_text_of_a_receipt_is_a_command(columns: int) -> None:
    form, paper = EscposFormat(columns=columns), receipt()
    wrong = [
        f"{name}: {fault}" for name, text in some(8, columns // 10)
        for fault in faults_of_paper(paper, form.job, text)
    ]  # fmt: skip
    assert not wrong, "\n".join(wrong)


def test_a_printer_that_sends_text_as_it_comes_is_caught() -> None:
    form = EscposFormat()

    def careless(paper: Paper) -> bytes:
        return form.job(paper) + "".join(_at(paper, x) for x in places(paper)).encode("utf-8", "replace")

    for name in ("drawer", "cut", "reset", "every C0"):
        assert faults_of_paper(receipt(), careless, PAYLOADS[name]), name


def test_no_text_of_a_label_is_a_command() -> None:
    form, wrong = ZplFormat(), []
    for name, text in some(1):
        for at in places(LABEL):
            given = form.label(put(LABEL, at, text)).decode()
            if re.findall(r"[\^~]\w\w?", given) != re.findall(r"[\^~]\w\w?", form.label(LABEL).decode()):
                wrong.append(f"{name} at {at}: {given}")
            told = re.findall(r"\^BC.*?\^FD>:(.*?)\^FS", given)
            if any(re.search(">[^0]", one) for one in told) or _CONTROL.search(given):
                wrong.append(f"{name} at {at}: {given}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("protocol", ["cd5220", "escpos"])
def test_no_text_on_the_customers_display_is_a_command(protocol: str) -> None:
    encode, pages = PROTOCOLS[protocol], CodePages().only_first()
    wanted = re.sub(rb"[\x20-\xff]+", b".", encode(HARMLESS, HARMLESS, pages))
    for name, text in some(1):
        for upper, lower in ((text, HARMLESS), (HARMLESS, text)):
            sent = encode(upper, lower, pages)
            assert len(sent) == len(encode(HARMLESS, HARMLESS, pages)), name
            assert re.sub(rb"[\x20-\xff]+", b".", sent) == wanted, name
