"""Text from outside made harmless before it is kept, shown or printed."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from app.kernel.card_numbers import refuse_card_number
from app.kernel.refusal import Refusal

# C0, DEL, C1, line and paragraph separators, bidi marks and overrides that could reorder an amount.
_CONTROL: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_SPACE: Final = re.compile(r"\s+")
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(?![^.])", re.IGNORECASE)  # of Windows
_NAME: Final = 150  # characters of the name of a file; twice that in bytes still fits everywhere
# Where a cell of a CSV file begins, also for whoever splits it by another sign, and what a formula begins
# with: also in the wide forms, which spreadsheets in Japanese and Chinese take for the narrow ones.
_FORMULA: Final = "(?=[-=+@\t\r\n\uff1d\uff0b\uff0d\uff20])"
_OPEN: Final = re.compile(f"(^|[,;\t\r\n])('*){_FORMULA}")
_SHUT: Final = re.compile(f"(^|[,;\t\r\n])'('*){_FORMULA}")


class TextTooLongError(Refusal):
    """More characters than the field keeps."""

    message = "{field} may have at most {limit} characters; this has {length}."


def clean(text: str) -> str:
    """One line of text without control characters, NFC, runs of blanks as one, trimmed.

    A control character in a name could open the drawer or cut the paper (ESC/POS), a bidi
    override could turn an amount round: none is kept, whatever the source.
    """
    printable = _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", text))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", printable)).strip()


# numbers that others gave to goods, parcels and papers: chance makes one in ten of the long ones look so
_OF_OTHERS: Final = frozenset(
    {"BIC", "Bag", "Bin", "Certificate", "Code", "Lot", "Number", "Serial number", "Tracking number"}
)


def clean_field(text: str, *, field: str, limit: int) -> str:
    """Clean text for a field of at most limit characters.

    Raises:
        TextTooLongError: when it is longer.
        CardNumberError: it holds the number of a payment card.
    """
    cleaned = clean(text)
    if field not in _OF_OTHERS:
        refuse_card_number(cleaned, field=field)
    if len(cleaned) > limit:
        raise TextTooLongError(field=field, limit=limit, length=len(cleaned))
    return cleaned


def fold(text: str) -> str:
    """What searches compare: accents and case removed ("Crème" -> "creme", "Straße" -> "strasse")."""
    decomposed = unicodedata.normalize("NFKD", clean(text).casefold())
    # once more: NFKD turns signs into capitals ("™" into "TM")
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[str]:
    """The folded words of a text, letters and digits only, in order, without repeats."""
    return list(dict.fromkeys(re.findall(r"[^\W_]+", fold(text))))


def as_cell(text: str) -> str:
    """A text as a cell of a CSV file: an apostrophe before whatever a spreadsheet would take for a formula.

    A file of semicolons opened where commas divide (or the other way) begins cells in the midst of a text:
    an apostrophe stands there too. `from_cell` takes back exactly what was added.
    """
    return _OPEN.sub(r"\1'\2", text)


def from_cell(text: str) -> str:
    """The text of a cell that `as_cell` wrote."""
    return _SHUT.sub(r"\1\2", text)


def file_name(text: str) -> str:
    """A text as a file may be called everywhere: no separator, no sign of a shell, no device, not hidden."""
    kept = "".join(c if c.isalnum() or c in "-_ ." else "-" for c in clean(text))
    while ".." in kept:
        kept = kept.replace("..", ".")
    kept = kept[-_NAME:].strip(" .")
    return f"_{kept}" if not kept or kept.startswith("-") or _DEVICES.match(kept) else kept
