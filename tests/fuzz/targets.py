"""One target a parser: bytes in; a value that holds what it promises or a refusal out, or the target raises.

`make fuzz` runs them under a fuzzer that is led by coverage; `test_corpus.py` replays what it found.
"""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

from app.archive.checking import check_archive
from app.banking.reading.camt import read_camt
from app.banking.reading.model import ReadStatement
from app.banking.reading.mt940 import read_mt940
from app.banking.reading.ofx import read_ofx
from app.banking.reading.read import read_statements
from app.catalog.barcodes import canonical_code, parse_scan
from app.catalog.importing.amounts import NotANumberError, parse_number
from app.catalog.importing.reading import open_source
from app.db.backup import inspect_backup
from app.devices.weight import NoWeight, Weight
from app.einvoice.reader import read_einvoice
from app.kernel.money import scaled_exactly
from app.kernel.quantity import QuantityTextError, milli_from_text
from app.kernel.refusal import Refusal
from app.kernel.text import clean
from app.till.cart_json import cart_from_json
from drivers.printer.status import BackChannel
from drivers.scale.protocols import PROTOCOLS, GarbledError
from drivers.scanner.framing import LONGEST, Framing
from drivers.terminal.zvt import messages
from drivers.terminal.zvt.fields import BadFieldError
from drivers.terminal.zvt.frames import ApduReader, BadFrameError
from drivers.transport.base import Transport
from tests.fuzz.grammar import values_of
from ui.formatting import Formats

Target = Callable[[bytes], None]
_FOLDER: Final = Path(tempfile.mkdtemp(prefix="takings-fuzz-"))
_MOST_MINOR: Final = 10**15
_LOCALES: Final = ("en", "de", "fr", "ar", "hi", "ja")
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def _file(content: bytes, name: str) -> Path:
    path = _FOLDER / f"{os.getpid()}-{name}"
    path.write_bytes(content)
    return path


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _whole(text: str) -> None:
    assert text == clean(text), repr(text[:80])


def _sound(found: list[ReadStatement]) -> None:
    assert found
    for statement in found:
        assert len(statement.currency) == 3
        assert statement.currency.isalpha()
        for line in statement.lines:
            assert type(line.amount_minor) is int
            assert abs(line.amount_minor) < _MOST_MINOR
            for text in (line.text, line.name, line.iban, line.end_to_end_id, line.bank_reference):
                _whole(text)
        if statement.proven:
            assert statement.opening_minor is not None
            assert statement.opening_minor + statement.sum_minor == statement.closing_minor
        for fault in statement.faults:
            assert str(fault)


def _statements(read: Callable[[bytes], list[ReadStatement]]) -> Target:
    def target(content: bytes) -> None:
        with suppress(Refusal):
            _sound(read(content))

    return target


def barcode(content: bytes) -> None:
    """A scan, and a code that is kept."""
    text = _text(content)
    with suppress(Refusal):
        scan = parse_scan(text)
        assert scan.lookup
        assert scan.quantity_milli is None or scan.quantity_milli >= 0
        assert scan.lookup.isprintable()
        for said in (scan.batch, scan.serial):
            _whole(said)
    with suppress(Refusal):
        code = canonical_code(text)
        assert code
        assert code == canonical_code(code)


def gs1(content: bytes) -> None:
    """What a scanner sends of a code with GS1 data."""
    barcode(b"]d2" + content)
    barcode(b"01" + content)


def numbers(content: bytes) -> None:
    """An amount, a quantity and a per cent as typed in, in six languages."""
    text = _text(content)
    possible = values_of(text)
    for locale in _LOCALES:
        for currency in ("EUR", "JPY", "KWD"):
            formats = Formats(locale, currency)
            with suppress(Refusal):
                minor = formats.parse_amount(text, allow_negative=True)
                assert Fraction(minor, 10**formats.digits) in possible, (locale, currency, text, minor)
        with suppress(Refusal):
            milli = Formats(locale).parse_quantity(text)
            assert Fraction(milli, 1000) in possible, (locale, text, milli)
        with suppress(Refusal):
            rate = Formats(locale).parse_percent(text)
            assert Fraction(rate, 100) in possible, (locale, text, rate)
    exact = scaled_exactly(text, 2)
    assert exact is None or Fraction(exact, 100) in possible, (text, exact)
    with suppress(QuantityTextError):
        assert Fraction(milli_from_text(text), 1000) in possible, text
    for mark in ".,":
        with suppress(NotANumberError):
            value = parse_number(text, mark)
            assert Fraction(value) in possible, (mark, text, value)


def _lines(content: bytes, name: str) -> None:
    with suppress(Refusal):
        for line in open_source(_file(content, name)).lines():
            assert line.number > 0
            assert all(isinstance(cell, str) for cell in line.cells)


def csv(content: bytes) -> None:
    """A file of goods."""
    _lines(b" " + content if content.startswith((b"PK", b"\x1f\x8b")) else content, "it.csv")


def xlsx(content: bytes) -> None:
    """A workbook of goods: whatever bytes."""
    _lines(content, "it.xlsx")


def einvoice(content: bytes) -> None:
    """An e-invoice, alone or inside a PDF."""
    with suppress(Refusal):
        found = read_einvoice(content, name="it")
        _whole(found.invoice.seller.name)


def zvt(content: bytes) -> None:
    """What a card terminal sends: frames, and what stands in them."""
    reader = ApduReader()
    with suppress(BadFrameError):
        for apdu in (*reader.feed(content[:7]), *reader.feed(content[7:])):
            _zvt_data(apdu.data)
    _zvt_data(content)


def _zvt_data(data: bytes) -> None:
    with suppress(BadFieldError):
        said = messages.read_status(data)
        assert said.amount_minor is None or 0 <= said.amount_minor < 10**12
        messages.receipt_of(said.reference)
        _whole(said.text)
    with suppress(BadFieldError):
        messages.read_completion_status(data)
    _whole(messages.read_intermediate(data))
    with suppress(BadFieldError):
        messages.read_print_line(data)
    with suppress(BadFieldError):
        messages.read_print_block(data)


def scale(content: bytes) -> None:
    """An answer of a scale in each protocol."""
    for protocol in PROTOCOLS.values():
        with suppress(GarbledError):
            found = protocol.read(content, "kg")
            assert isinstance(found, NoWeight | Weight)
            assert isinstance(found, NoWeight) or found.milligrams > 0
        protocol.is_whole(content)


class _Wire:
    """A printer that says these bytes."""

    def __init__(self, content: bytes) -> None:
        self._left = content

    def read(self, most: int, *, seconds: float) -> bytes:
        """The next of them."""
        del seconds
        one, self._left = self._left[:most], self._left[most:]
        return one

    def write(self, data: bytes) -> None:
        """Nothing is done with what it is told."""


def wires(content: bytes) -> None:
    """What a scanner and a printer send back."""
    framing = Framing()
    for scan in (*framing.feed(content[:9]), *framing.feed(content[9:]), *framing.end()):
        assert 0 < len(scan) <= LONGEST
        assert "\n" not in scan
    channel = BackChannel(cast("Transport", _Wire(content)))
    channel.status(seconds=0)
    channel.proof(seconds=0)


def archive(content: bytes) -> None:
    """A backup to be restored, and an archive to be checked."""
    path = _file(content, "it.takings")
    with suppress(Refusal):
        inspect_backup(path, known_revisions=frozenset({"0001"}))
    with suppress(Refusal):
        check_archive(path)


def cart(content: bytes) -> None:
    """A cart that was kept."""
    with suppress(Refusal):
        cart_from_json(_text(content))


TARGETS: Final[Mapping[str, Target]] = MappingProxyType(
    {
        "barcode": barcode, "gs1": gs1, "numbers": numbers, "csv": csv, "xlsx": xlsx,
        "camt": _statements(read_camt), "mt940": _statements(read_mt940), "ofx": _statements(read_ofx),
        "table": _statements(lambda content: read_statements(content, currency="EUR")),
        "einvoice": einvoice, "zvt": zvt, "scale": scale, "wires": wires, "archive": archive, "cart": cart,
    }
)  # fmt: skip
