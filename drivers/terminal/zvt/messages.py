"""The messages of ZVT that a till needs: made, and read (PA00P015 13.08; design/devices.md 5.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.devices.ports import SlipKind
from app.kernel.text import clean
from drivers.terminal.zvt.fields import CONTAINER, BadFieldError, bcd, from_bcd, parse_fields, parse_tlv
from drivers.terminal.zvt.frames import Apdu
from drivers.terminal.zvt.masking import masked

ACK: Final = 0x8000
REFUSED_CLASS: Final = 0x84
STATUS_INFORMATION: Final = 0x040F
INTERMEDIATE: Final = 0x04FF
COMPLETION: Final = 0x060F
ABORTED: Final = 0x061E
PRINT_LINE: Final = 0x06D1
PRINT_BLOCK: Final = 0x06D3

REGISTRATION: Final = 0x0600
AUTHORISATION: Final = 0x0601
LOG_OFF: Final = 0x0602
REPEAT_RECEIPT: Final = 0x0620
REVERSAL: Final = 0x0630
REFUND: Final = 0x0631
END_OF_DAY: Final = 0x0650
ABORT: Final = 0x06B0
STATUS: Final = 0x0501

_AMOUNT, _TRACE, _TIME, _DATE, _PAN, _RESULT = 0x04, 0x0B, 0x0C, 0x0D, 0x22, 0x27
_TID, _TEXT, _CURRENCY, _RECEIPT, _CARD_NAME = 0x29, 0x3C, 0x49, 0x87, 0x8B
_SERVICE: Final = 0x03
# with the till's printer: receipts (02) and reports (04) are printed by us, line by line (80), we want to be
# told what goes on (08), no amount (10) and no reports (20) by the terminal's own keys
_PRINTED_BY_US: Final = 0xBE
_PRINTED_THERE: Final = 0x38
_TAG_TEXT, _TAG_SLIP_KIND, _TAG_HOLDER = 0x07, 0x1F07, 0x1F10
_SIGNATURE: Final = 0x01
_CUT: Final = 0x81
_KINDS: Final = {1: SlipKind.MERCHANT, 2: SlipKind.CUSTOMER, 3: SlipKind.ADMIN}
# umlauts and ß: CP437, which is the protocol's, and ISO 8859-1, which some terminals say
_CP437_LETTERS: Final = frozenset(b"\x81\x84\x8e\x94\x99\x9a\xe1")
_LATIN_LETTERS: Final = frozenset(b"\xc4\xd6\xdc\xe4\xf6\xfc\xdf")
ISO_NUMBERS: Final = {
    "EUR": 978, "USD": 840, "GBP": 826, "CHF": 756, "SEK": 752, "NOK": 578, "DKK": 208, "PLN": 985,
    "CZK": 203, "HUF": 348,
}  # fmt: skip


def registration(password: int, currency: str, *, printed_by_us: bool) -> Apdu:
    """06 00: how this till wants to work with the terminal."""
    config = _PRINTED_BY_US if printed_by_us else _PRINTED_THERE
    return Apdu(REGISTRATION, bcd(password, 3) + bytes([config]) + bcd(ISO_NUMBERS.get(currency, 978), 2))


def authorisation(amount_minor: int, currency: str) -> Apdu:
    """06 01: a payment."""
    return Apdu(AUTHORISATION, _money(amount_minor, currency))


def refund(password: int, amount_minor: int, currency: str) -> Apdu:
    """06 31: money to a card."""
    return Apdu(REFUND, bcd(password, 3) + _money(amount_minor, currency))


def reversal(password: int, receipt: int, amount_minor: int) -> Apdu:
    """06 30: the payment of a receipt number is taken back."""
    data = bcd(password, 3) + bytes([_RECEIPT]) + bcd(receipt, 2) + bytes([_AMOUNT]) + bcd(amount_minor, 6)
    return Apdu(REVERSAL, data)


def repeat_receipt(password: int) -> Apdu:
    """06 20: say the last transaction once more, with its status information."""
    return Apdu(REPEAT_RECEIPT, bcd(password, 3) + bytes([_SERVICE, 0x01]))


def end_of_day(password: int) -> Apdu:
    """06 50."""
    return Apdu(END_OF_DAY, bcd(password, 3))


def status_enquiry(password: int) -> Apdu:
    """05 01: whether the terminal is ready."""
    return Apdu(STATUS, bcd(password, 3))


def _money(amount_minor: int, currency: str) -> bytes:
    number = ISO_NUMBERS.get(currency)
    tail = bytes([_CURRENCY]) + bcd(number, 2) if number else b""
    return bytes([_AMOUNT]) + bcd(amount_minor, 6) + tail


@dataclass(frozen=True, slots=True)
class StatusInformation:
    """04 0F in parts; of a card number no more than the last four digits. "" and None: not said."""

    result: int | None = None
    amount_minor: int | None = None
    currency: int | None = None
    trace: str = ""
    receipt: str = ""
    terminal_id: str = ""
    date: str = ""  # MMDD
    time: str = ""  # HHMMSS
    card: str = ""
    card_end: str = ""
    text: str = ""
    wants_signature: bool = False

    @property
    def reference(self) -> str:
        """Terminal, receipt and trace number: one of a kind; "" when it says neither.

        The letters keep it from looking like the number of a card.
        """
        if not (self.receipt or self.trace):
            return ""
        return f"{self.terminal_id}-R{self.receipt}-T{self.trace}"


def receipt_of(reference: str) -> int | None:
    """The receipt number in a reference; None when there is none."""
    parts = reference.split("-")
    number = parts[1].removeprefix("R") if len(parts) == 3 else ""  # noqa: PLR2004 - as StatusInformation makes it
    return int(number) if number.isascii() and number.isdigit() else None


def read_status(data: bytes) -> StatusInformation:
    """Read 04 0F; raises BadFieldError."""
    fields = parse_fields(data)
    tags = dict(reversed(list(parse_tlv(fields.get(CONTAINER, b"")))))
    holder = tags.get(_TAG_HOLDER, b"\0")
    # 3C is text, or binary data that some hosts put there: only what can be read is shown
    text = decode(fields.get(_TEXT, b"")) or decode(tags.get(_TAG_TEXT, b""))
    return StatusInformation(
        result=fields[_RESULT][0] if _RESULT in fields else None,
        amount_minor=from_bcd(fields[_AMOUNT]) if _AMOUNT in fields else None,
        currency=from_bcd(fields[_CURRENCY]) if _CURRENCY in fields else None,
        trace=fields.get(_TRACE, b"").hex(),
        receipt=fields.get(_RECEIPT, b"").hex(),
        terminal_id=fields.get(_TID, b"").hex(),
        date=fields.get(_DATE, b"").hex(),
        time=fields.get(_TIME, b"").hex(),
        card=decode(fields.get(_CARD_NAME, b"")),
        card_end=_card_end(fields.get(_PAN, b"")),
        text=masked(text)[:100],
        wants_signature=holder[:1] == bytes([_SIGNATURE]),
    )


def _card_end(pan: bytes) -> str:
    """The last four digits; masked ones are E, an F fills up."""
    digits = pan.hex().rstrip("f")[-4:]
    return digits if digits.isdigit() else ""


def read_completion_status(data: bytes) -> int | None:
    """The ready byte at the end of the answer to 05 01, behind the version's text if there is one.

    Raises:
        BadFieldError: it is cut off.
    """
    if data[:1] and data[0] & 0xF0 == 0xF0:  # noqa: PLR2004 - LLL: the version of the program
        if len(data) < 3:  # noqa: PLR2004 - LLL
            raise BadFieldError("version")
        size = int("".join(f"{b & 0x0F:d}" for b in data[:3]))
        data = data[3 + size :]
    return data[0] if data else None


def read_intermediate(data: bytes) -> str:
    """The text of 04 FF for the screen; "" when it is only a number."""
    try:
        tags = list(parse_tlv(parse_fields(data[2:]).get(CONTAINER, b""))) if len(data) > 2 else []  # noqa: PLR2004
    except BadFieldError:
        return ""
    return " ".join(x for x in (decode(value) for tag, value in tags if tag == _TAG_TEXT) if x)[:100]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line that the terminal has us print; `cuts`: the paper ends."""

    text: str
    cuts: bool = False
    kind: SlipKind | None = None


def read_print_line(data: bytes) -> PrintedLine:
    """06 D1: attribute, text, and perhaps a container that says whose paper it is; raises BadFieldError."""
    text, mark, rest = data[1:].partition(bytes([CONTAINER]))
    tags = dict(parse_fields(mark + rest)) if mark else {}
    kind = _kind(dict(parse_tlv(tags.get(CONTAINER, b""))))
    return PrintedLine(masked(decode(text)), data[:1] == bytes([_CUT]), kind)


def read_print_block(data: bytes) -> tuple[SlipKind | None, tuple[str, ...]]:
    """06 D3: the lines of a whole paper; raises BadFieldError."""
    tags = list(parse_tlv(parse_fields(data).get(CONTAINER, b"")))
    lines = tuple(masked(decode(value)) for tag, value in tags if tag == _TAG_TEXT)
    return _kind(dict(tags)), lines


def _kind(tags: dict[int, bytes]) -> SlipKind | None:
    value = tags.get(_TAG_SLIP_KIND, b"")
    return _KINDS.get(value[0]) if value else None


def decode(data: bytes) -> str:
    """Text of a terminal: CP437, unless its umlauts are those of ISO 8859-1."""
    is_latin = bool(_LATIN_LETTERS & set(data)) and not _CP437_LETTERS & set(data)
    words = data.decode("latin-1" if is_latin else "cp437").split(" ")
    return " ".join(clean(word) for word in words).rstrip()  # blanks stay: they are the columns of a paper
