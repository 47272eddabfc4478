"""Our own reader of an ESC/POS stream: it knows the commands we send and complains about all others.

Written against the manuals, not against our writer: it stands in where emupos is not there.
"""

from __future__ import annotations

from dataclasses import dataclass, field

PAGES = {0: "cp437", 2: "cp850", 16: "cp1252", 17: "cp866", 18: "cp852", 19: "cp858"}
# prefix -> (name, fixed parameter bytes)
FIXED = {
    b"\x1b\x40": ("reset", 0), b"\x1b\x3d": ("select", 1), b"\x1b\x74": ("page", 1),
    b"\x1b\x45": ("bold", 1), b"\x1d\x21": ("size", 1), b"\x1b\x61": ("align", 1),
    b"\x1b\x64": ("feed", 1), b"\x1b\x70": ("kick", 3), b"\x1d\x72": ("proof", 1),
    b"\x10\x04": ("ask", 1), b"\x1d\x68": ("bar height", 1), b"\x1d\x77": ("bar width", 1),
    b"\x1d\x48": ("bar text", 1), b"\x1d\x66": ("bar font", 1), b"\x1c\x2e": ("no kanji", 0),
}  # fmt: skip
LEADS = {0x10, 0x1B, 0x1C, 0x1D}


@dataclass(frozen=True)
class Piece:
    """One command or run of text."""

    name: str
    data: bytes = b""
    raw: bytes = b""


@dataclass
class Printout:
    """What stands on the paper up to a cut."""

    lines: list[str] = field(default_factory=list)
    barcodes: list[str] = field(default_factory=list)
    qr_codes: list[str] = field(default_factory=list)
    images: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


class ByteReader:
    """Feed it bytes; it keeps what is not complete yet."""

    def __init__(self) -> None:
        self.pending = b""
        self.papers: list[Printout] = []
        self.kicks: list[int] = []
        self.complaints: list[str] = []
        self.paper = Printout()
        self._line = ""
        self._page = 0
        self._qr = b""

    def feed(self, data: bytes) -> list[Piece]:
        """The pieces that are complete, after they were carried out."""
        self.pending += data
        pieces = []
        while (piece := self._next()) is not None:
            pieces.append(piece)
            self._carry_out(piece)
        return pieces

    def _take(self, name: str, size: int, data: bytes) -> Piece:
        raw, self.pending = self.pending[:size], self.pending[size:]
        return Piece(name, data, raw)

    def _next(self) -> Piece | None:
        stream = self.pending
        if not stream:
            return None
        if stream[0] >= 0x20:
            size = next((i for i, b in enumerate(stream) if b < 0x20), len(stream))
            return self._take("text", size, stream[:size])
        if stream[0] == 0x0A:
            return self._take("line", 1, b"")
        if stream[0] not in LEADS:
            return self._take("unknown", 1, stream[:1])
        return self._command(stream)

    def _command(self, stream: bytes) -> Piece | None:
        if len(stream) < 2:
            return None
        known = FIXED.get(stream[:2])
        if known is not None:
            name, size = known
            return self._take(name, 2 + size, stream[2 : 2 + size]) if len(stream) >= 2 + size else None
        return self._long(stream)

    def _long(self, stream: bytes) -> Piece | None:
        lead = stream[:2]
        if lead not in {b"\x1dV", b"\x1dk", b"\x1d(", b"\x1dv"}:
            return self._take("unknown", 2, lead)
        header = {b"\x1dV": 3, b"\x1dk": 4, b"\x1d(": 5, b"\x1dv": 8}[lead]
        if len(stream) < header:
            return None
        name, size = {
            b"\x1dV": lambda: ("cut", 3 + (stream[2] in {65, 66})),
            b"\x1dk": lambda: ("barcode", 4 + stream[3]) if stream[2] >= 65 else ("unknown", 3),
            b"\x1d(": lambda: ("qr" if stream[2:3] == b"k" else "unknown", 5 + stream[3] + 256 * stream[4]),
            b"\x1dv": lambda: (
                "image",
                8 + (stream[4] + 256 * stream[5]) * (stream[6] + 256 * stream[7]),
            ),
        }[lead]()
        return self._take(name, size, stream[header:size]) if len(stream) >= size else None

    def _carry_out(self, piece: Piece) -> None:
        match piece.name:
            case "text":
                self._line += piece.data.decode(PAGES.get(self._page, "ascii"), "replace")
            case "line" | "feed":
                self.paper.lines.append(self._line)
                self._line = ""
            case "page":
                self._select(piece.data[0])
            case "reset":
                self._page, self._line = 0, ""
            case "cut":
                self.papers.append(self.paper)
                self.paper = Printout()
            case _:
                self._other(piece)

    def _select(self, page: int) -> None:
        self._page = page
        if page not in PAGES:
            self.complaints.append(f"code page {page}")

    def _other(self, piece: Piece) -> None:
        if piece.name == "kick":
            self.kicks.append(piece.data[0])
        elif piece.name == "unknown":
            self.complaints.append(piece.raw.hex(" "))
        else:
            self._codes(piece)

    def _codes(self, piece: Piece) -> None:
        if piece.name == "barcode":
            data = piece.data.decode("ascii")
            assert data.startswith("{B"), data
            self.paper.barcodes.append(data[2:].replace("{{", "{"))
        elif piece.name == "image":
            self.paper.images += 1
        elif piece.name == "qr":
            if piece.data[:3] == b"1P0":
                self._qr = piece.data[3:]
            elif piece.data[:2] == b"1Q":
                self.paper.qr_codes.append(self._qr.decode("utf-8"))
