"""What makes a scan of keystrokes: so many signs, so quickly, that no hand typed them. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

GROUP_SEPARATOR: Final = "\x1d"
_CONTROLS: Final = frozenset({"\x02", "\x04", GROUP_SEPARATOR, "\x1e"})
_LONGEST: Final = 20_000
_GAPS: Final = (10, 100)


@dataclass(frozen=True, slots=True)
class WedgeSettings:
    """How this machine's scanner types.

    Attributes:
        gap_ms: the longest time between two of its keys.
        min_length: fewer signs are typing, unless they begin with the prefix.
        prefix: what it sends before each code; taken off.
        suffix: what it sends after each code besides Enter or Tab; taken off.
        idle_ms: so long after the last key a code without Enter is complete.
    """

    gap_ms: int = 35
    min_length: int = 6
    prefix: str = ""
    suffix: str = ""
    idle_ms: int = 60

    @classmethod
    def of(cls, local: Mapping[str, Any]) -> WedgeSettings:
        """From this machine's settings; what makes no sense there is left as it is here."""
        made = cls()
        gap, least = local.get("scanner_gap_ms"), local.get("scanner_min_length")
        gap = gap if isinstance(gap, int) and _GAPS[0] <= gap <= _GAPS[1] else made.gap_ms
        return cls(
            gap_ms=gap,
            min_length=least if isinstance(least, int) and 1 <= least <= 100 else made.min_length,  # noqa: PLR2004
            prefix=str(local.get("scanner_prefix", "")),
            suffix=str(local.get("scanner_suffix", "")),
            idle_ms=max(made.idle_ms, gap + 25),
        )


class Burst:
    """The keystrokes of one scan, as far as they have come."""

    def __init__(self, settings: WedgeSettings) -> None:
        self.settings = settings
        self._signs: list[str] = []
        self._last_ms = 0

    def __len__(self) -> int:
        return len(self._signs)

    def fits(self, text: str) -> bool:
        """Whether a key can be part of a code."""
        if len(text) != 1:
            return False
        if text in _CONTROLS:
            return bool(self._signs) or self.settings.prefix.startswith(text)
        return text.isprintable() or (bool(text) and text == self.settings.prefix[:1])

    def follows(self, at_ms: int) -> bool:
        """Whether a key at that time would belong to the keys before it."""
        return bool(self._signs) and 0 <= at_ms - self._last_ms <= self.settings.gap_ms

    def add(self, text: str, at_ms: int) -> None:
        """One more key."""
        if len(self._signs) < _LONGEST:
            self._signs.append(text)
        self._last_ms = at_ms

    def code(self) -> str | None:
        """The code without prefix and suffix; None while it may be typing."""
        text, settings = "".join(self._signs), self.settings
        marked = bool(settings.prefix) and text.startswith(settings.prefix)
        if not marked and len(text) < settings.min_length:
            return None
        if marked:
            text = text[len(settings.prefix) :]
        if settings.suffix and text.endswith(settings.suffix):
            text = text[: -len(settings.suffix)]
        return text or None

    def clear(self) -> None:
        """Begin anew."""
        self._signs.clear()
