"""No card number passes: whatever looks like one keeps its last four digits."""

from __future__ import annotations

import re
from typing import Final

# 12 to 19 digits (ISO/IEC 7812), alone or in groups
_NUMBER: Final = re.compile(r"(?<!\d)\d(?:[ \-./]?\d){11,18}(?!\d)")
_SHOWN: Final = 4
_NINE: Final = 9


def _luhn(digits: str) -> bool:
    """The check digit of card numbers (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > _NINE else value
    return total % 10 == 0


def masked(text: str) -> str:
    """The text with every card number masked: all but its last four digits become *."""
    return _NUMBER.sub(lambda found: _mask(found[0]), text)


def _mask(found: str) -> str:
    digits = [c for c in found if c.isdigit()]
    if not _luhn("".join(digits)):
        return found
    hidden = len(digits) - _SHOWN
    shown = []
    for c in found:
        if c.isdigit() and hidden > 0:
            hidden -= 1
            shown.append("*")
        else:
            shown.append(c)
    return "".join(shown)
