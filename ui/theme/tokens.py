"""The colours and sizes of the screens; the only place where either is written down.

Sizes are logical pixels. Every pair in TEXT_PAIRS has a contrast of at least 4.5 and every pair
in MARK_PAIRS of at least 3.0 (WCAG 2.2, success criteria 1.4.3 and 1.4.11), by test.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, each "#rrggbb"."""

    name: str
    dark: bool
    bg: str
    surface: str
    surface2: str
    pressed: str
    border: str
    border_strong: str
    text: str
    text2: str
    header: str
    on_header: str
    header2: str  # text of lesser weight on the header
    header_pressed: str
    warn_header: str  # TRAINING on the header
    primary: str
    on_primary: str
    primary_soft: str
    ok: str
    on_ok: str
    ok_soft: str
    danger: str
    on_danger: str
    danger_soft: str
    warn: str
    on_warn: str
    warn_soft: str
    focus: str
    stripes: tuple[str, ...]


LIGHT: Final = Tokens(
    name="light", dark=False,
    bg="#eef1f6", surface="#ffffff", surface2="#f5f7fb", pressed="#dde4ef",
    border="#c9d2de", border_strong="#7b8798", text="#131b28", text2="#4a5668",
    header="#16233b", on_header="#f3f6fb", header2="#b9c4d6", header_pressed="#2b3c5e", warn_header="#ffcf7a",
    primary="#1b4fd1", on_primary="#ffffff", primary_soft="#e4ebfc",
    ok="#0b6e42", on_ok="#ffffff", ok_soft="#dff3e8",
    danger="#b3261e", on_danger="#ffffff", danger_soft="#fbe6e4",
    warn="#7a4d00", on_warn="#ffffff", warn_soft="#fdf0d5",
    focus="#1b4fd1",
    stripes=("#2f6fed", "#0f8a5f", "#b4560c", "#8b3fc9", "#b0264f", "#0a7d92", "#5d6b2a", "#6b5b4c"),
)  # fmt: skip

DARK: Final = Tokens(
    name="dark", dark=True,
    bg="#0e1420", surface="#182130", surface2="#1f2a3c", pressed="#2c3a52",
    border="#344357", border_strong="#8594aa", text="#eef2f8", text2="#b3bfd0",
    header="#0a0f19", on_header="#eef2f8", header2="#a9b6c9", header_pressed="#22304a", warn_header="#ffcf7a",
    primary="#86a9ff", on_primary="#0b1530", primary_soft="#233358",
    ok="#4fd394", on_ok="#04190e", ok_soft="#16382a",
    danger="#ff9d94", on_danger="#2a0705", danger_soft="#44201f",
    warn="#ffcf7a", on_warn="#2b1c00", warn_soft="#3b2f17",
    focus="#ffd24a",
    stripes=("#7ba4ff", "#45c892", "#f0a05a", "#c394f2", "#f28aa8", "#5cc7db", "#b8c86a", "#c4b09c"),
)  # fmt: skip

THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK)}

# (text, ground) as field names; the test walks through them for each theme.
TEXT_PAIRS: Final = (
    *((text, ground) for text in ("text", "text2") for ground in ("bg", "surface", "surface2", "pressed")),
    ("text", "primary_soft"), ("text2", "primary_soft"),
    ("on_header", "header"), ("header2", "header"), ("warn_header", "header"),
    ("on_header", "header_pressed"),
    ("on_primary", "primary"), ("primary", "surface"), ("primary", "primary_soft"), ("primary", "surface2"),
    ("on_ok", "ok"), ("ok", "ok_soft"), ("ok", "surface"),
    ("on_danger", "danger"), ("danger", "danger_soft"), ("danger", "surface"), ("danger", "surface2"),
    ("on_warn", "warn"), ("warn", "warn_soft"), ("warn", "surface"), ("text", "warn_soft"),
)  # fmt: skip

MARK_PAIRS: Final = (
    ("border_strong", "bg"), ("border_strong", "surface"), ("focus", "bg"), ("focus", "surface"),
    ("primary", "bg"), ("ok", "bg"), ("danger", "bg"), ("warn", "bg"),
)  # fmt: skip

# Space between things, and radii.
GUTTER: Final = 12
GAP: Final = 6
PAD: Final = 12
RADIUS_SMALL: Final = 6
RADIUS: Final = 10
RADIUS_CARD: Final = 14

# Heights of what is touched or read.
HEADER_H: Final = 56
LINE_H: Final = 60
LINE_NOTE_H: Final = 78
TILE_W: Final = 148
TILE_H: Final = 104
TILE_MIN_W: Final = 140
CHIP_H: Final = 48
KEY_H: Final = 52
CONTROL_H: Final = 48
TENDER_H: Final = 62
PAY_H: Final = 72
ICON: Final = 24
ICON_PAY: Final = 28

# Letter sizes.
META: Final = 12
CAPTION: Final = 13
SUB: Final = 14
BODY: Final = 15
LABEL: Final = 16
PRICE: Final = 17
LINE_TOTAL: Final = 18
CASH: Final = 20
KEY: Final = 22
PAY: Final = 24
DUE: Final = 40
TOTAL: Final = 44
CHANGE: Final = 72


def contrast(one: str, other: str) -> float:
    """Contrast of two colours "#rrggbb" by WCAG 2.2, 1.0 to 21.0."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    low = 0.04045
    linear = [c / 12.92 if c <= low else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
