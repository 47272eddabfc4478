"""The page that the settings screen prints: everything a receipt needs, to be looked at once."""

from __future__ import annotations

from app.devices.label import Label, LabelCode, LabelRule, LabelText
from app.devices.paper import (
    Align,
    Barcode,
    Columns,
    Feed,
    Paper,
    QrCode,
    Rule,
    Table,
    TextLine,
)

_WIDTHS = (12, -10, -9, -11)


def test_page(*, name: str = "", language: str = "en") -> Paper:  # noqa: PT028 - no test of pytest
    """Accents, the euro, both edges, big and bold, a barcode and a QR code.

    Args:
        name: of the station or the printer.
        language: of the paper; the text is the same in every language, it is about the letters.
    """
    return Paper(
        "Test page",
        (
            TextLine("Takings", Align.CENTRE, bold=True, big=True),
            TextLine(name or "Test page", Align.CENTRE),
            Rule("="),
            TextLine("Crème brûlée, Ñandú, Smørrebrød"),
            TextLine("Grüße, Łódź, Škoda, Árvíztűrő"),
            Columns("|<- left", "right ->|"),
            Columns("Total", "€ 1.234,50", bold=True, big=True),
            Table(("Tax", "Net", "Tax", "Gross"), _WIDTHS),
            Table(("19 %", "100,00", "19,00", "119,00"), _WIDTHS),
            Rule(),
            TextLine("0123456789" * 5),
            Feed(),
            Barcode("TEST-0123456789"),
            QrCode("Takings test page 0123456789 €"),
            TextLine("OK", Align.CENTRE, bold=True),
        ),
        language,
    )


test_page.__test__ = False  # type: ignore[attr-defined]  # pytest: not a test


def test_label(name: str = "") -> Label:  # noqa: PT028 - no test of pytest
    """A small label with both edges, accents, the signs that lead commands, and a barcode."""
    return Label(
        57,
        32,
        (
            LabelText("Takings", 2, 1.5, 53, 5, bold=True),
            LabelText(name or "Test label", 2, 7.5, 53, 3),
            LabelText("Crème brûlée, Łódź, 5 € ^ ~ _", 2, 11.5, 53, 3),
            LabelRule(2, 15.5, 53),
            LabelCode("TEST-0123", 4, 17, 8, 49),
        ),
    )


test_label.__test__ = False  # type: ignore[attr-defined]  # pytest: not a test
