"""Draws payment part and receipt of a Swiss QR-bill, 210 by 105 mm at the foot of a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.documents.payment_qr import spaced_iban
from app.documents.swiss_bill import BillAddress, SwissBill, bill_matrix, spaced_amount, spaced_reference
from app.documents.trade_sheet import Sheet, Style, wrap

_TEXTS: Final = {
    "receipt": ("Receipt", "Empfangsschein"),
    "part": ("Payment part", "Zahlteil"),
    "account": ("Account / Payable to", "Konto / Zahlbar an"),
    "reference": ("Reference", "Referenz"),
    "more": ("Additional information", "Zusätzliche Informationen"),
    "payer": ("Payable by", "Zahlbar durch"),
    "payer_blank": ("Payable by (name/address)", "Zahlbar durch (Name/Adresse)"),
    "currency": ("Currency", "Währung"),
    "amount": ("Amount", "Betrag"),
    "point": ("Acceptance point", "Annahmestelle"),
    "cut": ("Separate before paying in", "Vor der Einzahlung abzutrennen"),
}
_BLACK: Final = "#000000"
_WHITE: Final = "#ffffff"
_TOP: Final = 192.0  # millimetres from the upper edge of A4
_MIDDLE: Final = 62.0
_CODE: Final = 46.0
_CROSS: Final = 7.0


def draw_swiss_bill(sheet: Sheet, bill: SwissBill, language: str) -> None:
    """One more page with the bill; A4 whatever the letter is on."""
    sheet.turn(Style())
    _cuts(sheet, language)
    _receipt(sheet, bill, language)
    _part(sheet, bill, language)


def _word(key: str, language: str) -> str:
    return _TEXTS[key][1 if language.startswith("de") else 0]


def _cuts(sheet: Sheet, language: str) -> None:
    sheet.text(105, _TOP - 1.5, _word("cut", language), size=7, colour=_BLACK, centre=True)
    sheet.rule(_TOP, left=0, right=210, colour=_BLACK)
    sheet.upright(_MIDDLE, _TOP, 297, colour=_BLACK)


def _receipt(sheet: Sheet, bill: SwissBill, language: str) -> None:
    x = 5.0
    sheet.text(x, _TOP + 9, _word("receipt", language), size=11, bold=True, colour=_BLACK)
    y = _block(sheet, x, _TOP + 15, _word("account", language), _account(bill), small=True)
    y = _block(sheet, x, y, _word("reference", language), (spaced_reference(bill),), small=True)
    _payer(sheet, x, y, bill.debtor, language, small=True)
    _amount(sheet, x, bill, language, small=True)
    sheet.text(57, _TOP + 84, _word("point", language), size=6, bold=True, colour=_BLACK, right=True)


def _part(sheet: Sheet, bill: SwissBill, language: str) -> None:
    x = _MIDDLE + 5
    sheet.text(x, _TOP + 9, _word("part", language), size=11, bold=True, colour=_BLACK)
    sheet.modules(bill_matrix(bill), x, _TOP + 17, _CODE)
    _cross(sheet, x + (_CODE - _CROSS) / 2, _TOP + 17 + (_CODE - _CROSS) / 2)
    _amount(sheet, x, bill, language, small=False)
    x += _CODE + 5
    y = _block(sheet, x, _TOP + 8, _word("account", language), _account(bill), small=False)
    y = _block(sheet, x, y, _word("reference", language), (spaced_reference(bill),), small=False)
    if bill.message:
        y = _block(sheet, x, y, _word("more", language), (bill.message,), small=False)
    _payer(sheet, x, y, bill.debtor, language, small=False)


def _account(bill: SwissBill) -> tuple[str, ...]:
    return (spaced_iban(bill.iban), *bill.creditor.lines())


def _block(sheet: Sheet, x: float, y: float, head: str, lines: Iterable[str], *, small: bool) -> float:
    """A heading with its lines; returns where the next one begins."""
    size, leading, width = (8.0, 3.2, 52.0) if small else (10.0, 3.9, 87.0)
    sheet.text(x, y, head, size=6 if small else 8, bold=True, colour=_BLACK)
    shown = [part for line in lines for part in wrap(line, width=width, size=size)]
    return sheet.lines(x, y + leading, shown, leading=leading, size=size, colour=_BLACK) + (
        1.6 if small else 2.6
    )


def _payer(
    sheet: Sheet, x: float, y: float, debtor: BillAddress | None, language: str, *, small: bool
) -> None:
    if debtor is not None:
        _block(sheet, x, y, _word("payer", language), debtor.lines(), small=small)
        return
    sheet.text(x, y, _word("payer_blank", language), size=6 if small else 8, bold=True, colour=_BLACK)
    width, height = (52.0, 20.0) if small else (65.0, 25.0)
    sheet.corners(x, y + 1.5, width, height)


def _amount(sheet: Sheet, x: float, bill: SwissBill, language: str, *, small: bool) -> None:
    y = _TOP + 70
    head, size, gap = (6.0, 8.0, 14.0) if small else (8.0, 10.0, 18.0)
    sheet.text(x, y, _word("currency", language), size=head, bold=True, colour=_BLACK)
    sheet.text(x + gap, y, _word("amount", language), size=head, bold=True, colour=_BLACK)
    sheet.text(x, y + 4.5, bill.currency, size=size, colour=_BLACK)
    sheet.text(x + gap, y + 4.5, spaced_amount(bill.amount_minor), size=size, colour=_BLACK)


def _cross(sheet: Sheet, x: float, y: float) -> None:
    """The Swiss cross in the middle of the code, seven millimetres wide with its white edge."""
    edge = 0.4
    side = _CROSS - 2 * edge
    sheet.box(x, y, _CROSS, _CROSS, fill=_WHITE)
    sheet.box(x + edge, y + edge, side, side, fill=_BLACK)
    long, short = side * 20 / 32, side * 6 / 32
    for width, height in ((long, short), (short, long)):
        sheet.box(x + (_CROSS - width) / 2, y + (_CROSS - height) / 2, width, height, fill=_WHITE)
