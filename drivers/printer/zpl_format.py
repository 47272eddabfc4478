"""Labels as ZPL II: the only place where text becomes bytes for a label printer.

Every text goes out as UTF-8 in a field with hexadecimal escapes, so that no sign of a name is ever
taken for a command.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.devices.label import Label, LabelCode, LabelPart, LabelRule, LabelText, is_ean13

_ESCAPE: Final = "_"
_ESCAPED: Final = frozenset("_^~\\")
_MM_PER_INCH: Final = 25.4
_MOST: Final = 400  # characters of a field
_CODE_MODULES: Final = 11  # a character of Code 128
_CODE_FRAME: Final = 35  # start, check, stop
_EAN_MODULES: Final = 95


@dataclass(frozen=True, slots=True)
class ZplFormat:
    """How labels are drawn: dots to the inch, and how dark (0 to 30; None leaves it to the printer)."""

    dpi: int = 203
    darkness: int | None = None

    def dots(self, millimetres: float) -> int:
        """Millimetres in dots."""
        return round(millimetres * self.dpi / _MM_PER_INCH)

    def labels(self, labels: Sequence[Label]) -> bytes:
        """All labels, one format after the other."""
        return b"".join(self.label(label) for label in labels)

    def label(self, label: Label) -> bytes:
        """One label with its number of copies."""
        lines = ["^XA", "^CI28", f"^PW{self.dots(label.width)}", f"^LL{self.dots(label.height)}", "^LH0,0"]
        if self.darkness is not None:
            lines.append(f"~SD{self.darkness:02d}")
        for part in label.parts:
            lines += self._part(part)
        lines += [f"^PQ{max(label.copies, 1)}", "^XZ", ""]
        return "\n".join(lines).encode()

    def _part(self, part: LabelPart) -> list[str]:
        if isinstance(part, LabelText):
            return self._text(part)
        if isinstance(part, LabelCode):
            return [self._code(part)]
        return [self._rule(part)]

    def _text(self, part: LabelText) -> list[str]:
        height = self.dots(part.height)
        block = f"^FB{self.dots(part.width)},{part.lines},0,L^FH{_ESCAPE}^FD{escaped(part.text)}^FS"
        shifts = (0, 1) if part.bold else (0,)  # the typeface of the printer has no bold: once more, beside
        x, y = self.dots(part.x), self.dots(part.y)
        return [f"^FO{x + shift},{y}^A0N,{height},{height}{block}" for shift in shifts]

    def _code(self, part: LabelCode) -> str:
        x, y, height = self.dots(part.x), self.dots(part.y), self.dots(part.height)
        if is_ean13(part.data):
            module = self._module(part.width, _EAN_MODULES)
            return f"^FO{x},{y}^BY{module}^BEN,{height},Y,N^FD{part.data[:12]}^FS"
        data = code_128(part.data)
        module = self._module(part.width, _CODE_FRAME + _CODE_MODULES * len(data))
        # ">" leads an instruction in this field; ">:" starts subset B, ">0" is the sign itself
        told = escaped(data.replace(">", ">0"))
        return f"^FO{x},{y}^BY{module}^BCN,{height},Y,N,N^FH{_ESCAPE}^FD>:{told}^FS"

    def _module(self, width: float, modules: int) -> int:
        return min(max(self.dots(width) // modules, 1), 4)

    def _rule(self, part: LabelRule) -> str:
        width = self.dots(part.width)
        return f"^FO{self.dots(part.x)},{self.dots(part.y)}^GB{width},2,2^FS"


def escaped(text: str) -> str:
    """A text that holds no command: what leads one, and every control character, is taken out of it."""
    plain = "".join(c if c.isprintable() else " " for c in text)[:_MOST]
    return "".join(f"{_ESCAPE}{ord(c):02X}" if c in _ESCAPED else c for c in plain)


def code_128(text: str) -> str:
    """What Code 128 can hold of a text: the printable signs of ASCII."""
    return "".join(c for c in text if c.isascii() and c.isprintable())
