"""Money, quantities, dates and what people type, in the user's locale. Start at Formats."""

from ui.formatting.formats import Formats
from ui.formatting.typed import (
    Entry,
    NegativeNumberError,
    NotANumberError,
    NumberTooLargeError,
    TooManyDecimalsError,
    parse_entry,
)

__all__ = [
    "Entry", "Formats", "NegativeNumberError", "NotANumberError", "NumberTooLargeError",
    "TooManyDecimalsError", "parse_entry",
]  # fmt: skip
