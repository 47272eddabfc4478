"""How two-line displays are told what to show. Write-only: they answer nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from drivers.printer.code_pages import CodePages
from drivers.printer.layout import pad, wrap

COLUMNS: Final = 20
_CLEAR: Final = b"\x0c"
_RESET: Final = b"\x1b\x40"


def fit(text: str) -> str:
    """Exactly twenty columns."""
    return pad(wrap(text, COLUMNS)[0] if text.strip() else "", COLUMNS)


def fit_ends(left: str, right: str) -> str:
    """Twenty columns with a text at each end; the right one, mostly an amount, is never cut."""
    room = COLUMNS - len(right) - 1
    return right[:COLUMNS].rjust(COLUMNS) if room < 1 else f"{left[:room]:<{room}} {right}"


def cd5220(upper: str, lower: str, pages: CodePages) -> bytes:
    """CD5220: each line is written over in one command; CLR first, for it ends the last one's mode."""
    return b"".join(
        (_CLEAR, _RESET, _page(pages),
         b"\x1bQA", _encoded(upper, pages), b"\r", b"\x1bQB", _encoded(lower, pages), b"\r")
    )  # fmt: skip


def escpos(upper: str, lower: str, pages: CodePages) -> bytes:
    """Epson DM-D and its kin, also behind a printer: selected first, and the printer again at the end."""
    return b"".join(
        (b"\x1b\x3d\x02", _RESET, b"\x1f\x43\x00", _page(pages),
         b"\x1f\x24\x01\x01", _encoded(upper, pages), b"\x1f\x24\x01\x02", _encoded(lower, pages),
         b"\x1b\x3d\x01")
    )  # fmt: skip


def _page(pages: CodePages) -> bytes:
    """A display has one page at a time: the first that it is said to have."""
    return b"\x1bt" + bytes([pages.first])


def _encoded(text: str, pages: CodePages) -> bytes:
    return b"".join(run for _page, run in pages.encode(fit(pages.tidy(text))))


PROTOCOLS: Final[Mapping[str, Callable[[str, str, CodePages], bytes]]] = MappingProxyType(
    {"cd5220": cd5220, "escpos": escpos}
)
