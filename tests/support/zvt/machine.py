"""What the simulated terminal does, without a wire: bytes in, things to say (or to break off) out.

It reads and writes the bytes by itself, not by the driver's code, so that both can be wrong only once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final


class Fault(StrEnum):
    """How the next transaction goes wrong."""

    NONE = "none"
    DECLINED = "declined"
    BUSY = "busy"  # it does not take the command
    SLOW = "slow"  # many words on the way
    NO_ANSWER = "no_answer"  # and nothing is booked
    NO_ANSWER_BOOKED = "no_answer_booked"
    CUT_BEFORE_ACK = "cut_before_ack"  # nothing is booked
    CUT_AFTER_ACK = "cut_after_ack"  # nothing is booked
    CUT_MID_FRAME = "cut_mid_frame"  # booked; half of 04 0F
    CUT_BEFORE_STATUS = "cut_before_status"  # booked
    CUT_BEFORE_COMPLETION = "cut_before_completion"  # booked; 04 0F was said
    REVERSED_ON_CUT = "reversed_on_cut"  # booked, then taken back by itself since we were gone
    GARBAGE = "garbage"  # booked; noise instead of 04 0F
    NO_STATUS = "no_status"  # booked; ends without 04 0F
    BUSY_AFTER_CUT = "busy_after_cut"  # cut at once, goes on with the customer, books later
    WRONG_AMOUNT = "wrong_amount"  # books a cent more
    WAITS = "waits"  # until it is broken off
    LATE_APPROVAL = "late_approval"  # the customer was faster than the abort


@dataclass
class Booking:
    """One transaction in its memory."""

    kind: str  # "payment", "refund", "reversal"
    amount_minor: int
    receipt: int
    trace: int
    result: int  # 0: approved
    at: datetime
    reversed: bool = False


@dataclass(frozen=True)
class Say:
    """Bytes to the till."""

    data: bytes


class Cut:
    """The connection breaks off."""


Action = Say | Cut
ACK: Final = Say(bytes.fromhex("800000"))
COMPLETED: Final = Say(bytes.fromhex("060f00"))
_KINDS: Final = {0x0601: "payment", 0x0631: "refund", 0x0630: "reversal"}
_NOT_BOOKED: Final[dict[Fault, tuple[Action, ...]]] = {
    Fault.NO_ANSWER: (),
    Fault.CUT_BEFORE_ACK: (Cut(),),
    Fault.CUT_AFTER_ACK: (ACK, Cut()),
}
# how often it says that it is busy before it books by itself, and what it does first
_PENDING: Final[dict[Fault, tuple[int, tuple[Action, ...]]]] = {
    Fault.WAITS: (99, ()),
    Fault.LATE_APPROVAL: (-1, ()),
    Fault.BUSY_AFTER_CUT: (2, (Cut(),)),
}
_TID: Final = bytes.fromhex("29001234")
_NOISE: Final = bytes.fromhex("de ad be ef 00 ff 17")


@dataclass
class Machine:
    """One terminal. `faults` are used up one by each transaction; then it works."""

    now: Callable[[], datetime]
    faults: list[Fault] = field(default_factory=list)
    repeats_status: bool = True  # False: 06 20 ends without 04 0F, as some do
    keeps_declined: bool = True  # a refusal is its last transaction as well
    refuses_connections: int = 0
    password: str = "000000"
    book: list[Booking] = field(default_factory=list)
    last: Booking | None = None
    receipt: int = 470
    trace: int = 1000
    prints: bool = True
    registered: int = 0
    closed_days: int = 0
    received: list[bytes] = field(default_factory=list)
    asked: list[tuple[str, int]] = field(default_factory=list)  # every command about money that arrived
    _pending: tuple[str, int, int] | None = None
    _patience: int = 0
    _buffer: bytearray = field(default_factory=bytearray)
    _original: int = 0

    # --- what it has in its books ---

    def total(self) -> int:
        """Payments less what was paid back, as it stands in its books."""
        return sum(self._signed(b) for b in self.book if b.result == 0 and not b.reversed)

    @staticmethod
    def _signed(b: Booking) -> int:
        return b.amount_minor if b.kind == "payment" else -b.amount_minor

    # --- the wire ---

    def connected(self) -> bool:
        """A till wants to talk; False: refused."""
        self._buffer.clear()
        if self.refuses_connections > 0:
            self.refuses_connections -= 1
            return False
        return True

    def receive(self, data: bytes) -> list[Action]:
        """What it says to these bytes."""
        self._buffer += data
        said: list[Action] = []
        while (one := self._take()) is not None:
            self.received.append(one)
            said += self._answer(one)
        return said

    def _take(self) -> bytes | None:
        got = self._buffer
        if len(got) < 3:
            return None
        size, head = (got[2], 3) if got[2] != 0xFF else (0, 5)
        if head == 5:
            if len(got) < 5:
                return None
            size = got[3] + 256 * got[4]
        if len(got) < head + size:
            return None
        one = bytes(got[: head + size])
        del got[: head + size]
        return one

    def _answer(self, one: bytes) -> list[Action]:
        command, data = one[0] << 8 | one[1], one[3:] if one[2] != 0xFF else one[5:]
        if command in _KINDS:
            return self._transaction(_KINDS[command], command, data)
        answers: dict[int, Callable[[bytes], list[Action]]] = {
            0x8000: lambda _data: [],
            0x8400: lambda _data: [],
            0x0600: self._register,
            0x0501: lambda _data: self._say_ready(),
            0x0620: lambda _data: self._repeat(),
            0x06B0: lambda _data: self._abort(),
            0x0650: lambda _data: self._end_of_day(),
        }
        answer = answers.get(command)
        return answer(data) if answer else [Say(bytes.fromhex("848300"))]

    def _register(self, data: bytes) -> list[Action]:
        if data[:3].hex() != self.password:
            return [Say(bytes.fromhex("848300"))]
        self.registered += 1
        return [ACK, COMPLETED]

    def _say_ready(self) -> list[Action]:
        return [ACK, Say(_frame(0x060F, b"\xf0\xf0\xf72.14.15" + bytes([self._ready()])))]

    def _ready(self) -> int:
        if self._pending is None:
            return 0x00
        if self._patience > 0:
            self._patience -= 1
            return 0x9C
        self._done(*self._pending, Fault.NONE)
        self._pending = None
        return 0x00

    # --- money ---

    def _transaction(self, kind: str, command: int, data: bytes) -> list[Action]:
        amount, receipt = _amount_and_receipt(data if command == 0x0601 else data[3:])
        self.asked.append((kind, amount))
        fault = self.faults.pop(0) if self.faults else Fault.NONE
        if fault is Fault.BUSY or self._pending is not None:
            return [Say(bytes.fromhex("849c00"))]
        if fault in _NOT_BOOKED:
            return list(_NOT_BOOKED[fault])
        if fault in _PENDING:
            patience, more = _PENDING[fault]
            self._pending, self._patience = (kind, amount, receipt), patience
            return [ACK, _progress(), *more]
        return self._done(kind, amount, receipt, fault)

    def _done(self, kind: str, amount: int, receipt: int, fault: Fault) -> list[Action]:
        result = 0x05 if fault is Fault.DECLINED else 0
        if kind == "reversal" and not result:
            result = 0 if self._reverse(receipt, amount) else 0xB5
        booked = self._book(kind, amount + (fault is Fault.WRONG_AMOUNT), receipt, result=result)
        if fault is Fault.NO_ANSWER_BOOKED:
            return []
        status = Say(self._status(booked))
        start: list[Action] = [ACK, *[_progress()] * (20 if fault is Fault.SLOW else 1)]
        if fault is Fault.REVERSED_ON_CUT:
            self._undo(booked)
        ends: dict[Fault, list[Action]] = {
            Fault.CUT_BEFORE_STATUS: [Cut()],
            Fault.CUT_MID_FRAME: [Say(status.data[: len(status.data) // 2]), Cut()],
            Fault.CUT_BEFORE_COMPLETION: [status, Cut()],
            Fault.REVERSED_ON_CUT: [Cut()],
            Fault.GARBAGE: [Say(_NOISE)],
            Fault.NO_STATUS: [COMPLETED],
        }
        if fault in ends:
            return [*start, *ends[fault]]
        if result:
            return [*start, status, Say(bytes([0x06, 0x1E, 0x01, result]))]
        return [*start, *self._papers(booked), status, COMPLETED]

    def _undo(self, booked: Booking) -> None:
        """Taken back by itself: a transaction of its own, and the last one."""
        booked.reversed = True
        if booked.kind == "reversal":
            for other in self.book:
                if other.receipt == self._original:
                    other.reversed = False
        self._book("automatic", booked.amount_minor, 0, result=0xB4)

    def _reverse(self, receipt: int, amount: int) -> bool:
        for b in self.book:
            if b.receipt == receipt and b.amount_minor == amount and not b.reversed and b.result == 0:
                b.reversed = True
                self._original = receipt
                return True
        return False

    def _book(self, kind: str, amount: int, _receipt: int, *, result: int) -> Booking:
        self.receipt, self.trace = self.receipt % 9999 + 1, self.trace + 1
        booked = Booking(kind, amount, self.receipt, self.trace, result, self.now())
        # what a reversal did stands in what it reversed
        booked.reversed = kind in {"reversal", "automatic"}
        self.book.append(booked)
        if result == 0 or self.keeps_declined or kind == "automatic":
            self.last = booked
        return booked

    def _abort(self) -> list[Action]:
        if self._pending is None:
            return [ACK]
        kind, amount, receipt = self._pending
        late, self._pending = self._patience < 0, None
        if late:
            return [ACK, *self._done(kind, amount, receipt, Fault.NONE)[1:]]
        return [ACK, Say(bytes.fromhex("061e016c"))]

    def _repeat(self) -> list[Action]:
        said = self._last_again()
        self._ready()  # time goes by for a customer who is still at it
        return said

    def _last_again(self) -> list[Action]:
        if self.last is None:
            return [ACK, Say(bytes.fromhex("061e0183"))]
        if not self.repeats_status:
            return [ACK, COMPLETED]
        return [ACK, Say(self._status(self.last)), COMPLETED]

    def _end_of_day(self) -> list[Action]:
        total = self.total()
        self.closed_days += 1
        body = b"\x27\x00\x04" + bytes.fromhex(f"{abs(total):012d}") + self._clock()
        papers = [Say(_frame(0x06D1, b"\x00" + x)) for x in (b"KASSENSCHNITT", f"{total}".encode())]
        self.book.clear()
        self.last = None
        return [ACK, *papers, Say(bytes.fromhex("06d10181")), Say(_frame(0x040F, body)), COMPLETED]

    # --- words ---

    def _clock(self) -> bytes:
        at = self.now().astimezone()
        return bytes.fromhex(f"0c{at:%H%M%S}0d{at:%m%d}")

    def _status(self, b: Booking) -> bytes:
        at = b.at.astimezone()
        body = bytes([0x27, b.result, 0x04]) + bytes.fromhex(f"{b.amount_minor:012d}")
        body += bytes.fromhex(f"0b{b.trace:06d}0c{at:%H%M%S}0d{at:%m%d}") + b"\x29" + _TID
        body += bytes.fromhex(f"49097887{b.receipt:04d}") + bytes.fromhex("22f0f8eeeeeeeeeeee4771")
        return _frame(0x040F, body + b"\x8b\xf0\xf4VISA")

    def _papers(self, b: Booking) -> list[Action]:
        if not self.prints:
            return []
        return [
            Say(_frame(0x06D1, bytes([attribute]) + text))
            for attribute, text in (
                (0x40, b"** KUNDENBELEG **"), (0x00, f"Betrag {b.amount_minor}".encode()),
                (0x00, b"Nr 4111 1111 1111 1111"), (0x81, b""),
            )
        ]  # fmt: skip


def _frame(command: int, data: bytes) -> bytes:
    size = bytes([len(data)]) if len(data) < 255 else b"\xff" + len(data).to_bytes(2, "little")
    return command.to_bytes(2, "big") + size + data


def _progress() -> Say:
    return Say(bytes.fromhex("04ff010a"))


def _amount_and_receipt(data: bytes) -> tuple[int, int]:
    amount = receipt = 0
    at = 0
    while at < len(data):
        size = {0x04: 6, 0x49: 2, 0x87: 2}[data[at]]
        value = int(data[at + 1 : at + 1 + size].hex())
        if data[at] == 0x04:
            amount = value
        elif data[at] == 0x87:
            receipt = value
        at += 1 + size
    return amount, receipt
