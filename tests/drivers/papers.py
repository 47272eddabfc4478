"""Papers that the tests print."""

from __future__ import annotations

import io

from PIL import Image

from app.devices.paper import Align, Barcode, Columns, Feed, Logo, Paper, QrCode, Rule, Table, TextLine


def logo(width: int = 200, height: int = 60) -> bytes:
    """A black bar on white."""
    image = Image.new("RGB", (width, height), "white")
    image.paste("black", (10, 10, width - 10, height - 10))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def receipt(number: str = "T01-000042") -> Paper:
    """Small, with everything in it but pictures."""
    return Paper(
        f"Receipt {number}",
        (
            TextLine("Takings Café", Align.CENTRE, bold=True, big=True),
            Columns("Crème brûlée", "4,50 €"),
            Columns("Grüße aus Łódź", "-1,00 €", indent=2),
            Rule(),
            Columns("Total", "€ 3,50", bold=True, big=True),
            Table(("Tax", "Net", "Tax", "Gross"), (12, -10, -9, -11)),
            Table(("19 %", "2,94", "0,56", "3,50"), (12, -10, -9, -11)),
            Feed(),
            Barcode(number),
            QrCode(f"https://example.com/{number}"),
        ),
    )


def long_paper(lines: int = 400) -> Paper:
    """Some twenty thousand bytes."""
    return Paper("Long", tuple(TextLine(f"{i:06d} " + "x" * 40) for i in range(lines)))


def with_logo() -> Paper:
    """A picture on top."""
    return Paper("Logo", (Logo(logo()), TextLine("below")))
