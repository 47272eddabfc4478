"""A card terminal on ZVT: never charged twice by us, and what is not known is asked, not guessed.

The rules are those of design/devices.md 5.4. A payment that is lost from the moment its first byte left is
UNKNOWN; the terminal is asked for its last transaction (06 20) and believed only where what it says is newer
than what it had done before, and fits.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from app.devices.ports import (
    FAULT_DETAILS,
    CardAsk,
    CardAskKind,
    CardOutcome,
    CardResult,
    CardTotals,
    DeviceError,
    DeviceFault,
    Health,
    HealthState,
)
from app.kernel.clock import Clock, system_clock
from drivers.terminal.zvt import messages as m
from drivers.terminal.zvt.fields import BadFieldError
from drivers.terminal.zvt.frames import Apdu
from drivers.terminal.zvt.link import End, Exchange, ZvtLimits, ZvtLink
from drivers.terminal.zvt.words import ANOTHER_AMOUNT, BUSY, NOT_CHARGED, NOT_SAID, OK, words_of
from drivers.transport.base import Transport

_log = logging.getLogger(__name__)
_DEVICE: Final = "card terminal"
_NONE_YET: Final = "none"  # the mark of a terminal that has done nothing since it closed its day
_CLOCK: Final = "%Y%m%d%H%M%S"
_CLOCKS_DIFFER: Final = timedelta(minutes=10)


class ZvtTerminal:
    """Fulfils CardTerminal.

    Args:
        transport: the wire; TCP, port 20007.
        password: six digits, as the terminal has them.
        closes_with: "shift", "day" or "hand".
        printed_by_us: its papers come out of the till's printer.
        limits: how long is waited.
        clock: the time of day.
        ticks: seconds that only grow.
        pause: waits so many seconds.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        password: int = 0,
        printed_by_us: bool = True,
        closes_with: str = "shift",
        limits: ZvtLimits | None = None,
        clock: Clock = system_clock,
        ticks: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._name, self._closes_with = transport.name, closes_with
        self._password, self._printed_by_us = password, printed_by_us
        self._limits, self._clock, self._ticks, self._pause = limits or ZvtLimits(), clock, ticks, pause
        self._link = ZvtLink(transport, limits=self._limits, clock=ticks)
        self._currency = "EUR"
        self._last = ""  # the last thing that it did, as far as that is known for sure
        self._busy = threading.Lock()
        self._gives_up = threading.Event()
        self._health = Health(HealthState.CONNECTING)

    @property
    def name(self) -> str:
        """Where it is."""
        return self._name

    @property
    def closes_with(self) -> str:
        """When its day is closed by us."""
        return self._closes_with

    # --- money ---

    def mark(self) -> str:
        """The last thing it did: remembered, or asked for where that is not sure."""
        with self._at_work(stays_connected=True):
            self._connect()
            self._last = self._last or self._ask_mark()
            return self._last

    def _ask_mark(self) -> str:
        if self._ready_code() == BUSY:
            raise self._error(DeviceFault.BUSY)
        done = self._link.run(m.repeat_receipt(self._password))
        if done.end is End.LOST:
            raise self._error(done.fault or DeviceFault.TIMEOUT)
        if done.status is not None and done.end is not End.REFUSED:
            return done.status.reference
        return _NONE_YET if done.end is End.ABORTED else ""

    def authorise(self, *, intent_uuid: str, amount_minor: int, currency: str) -> CardResult:
        """06 01, once; asked afterwards when its end is lost."""
        asked = self._asked(intent_uuid, CardAskKind.PAYMENT, amount_minor, currency)
        return self._money(m.authorisation(amount_minor, currency), asked)

    def refund(self, *, intent_uuid: str, amount_minor: int, currency: str) -> CardResult:
        """06 31, once."""
        asked = self._asked(intent_uuid, CardAskKind.REFUND, amount_minor, currency)
        return self._money(m.refund(self._password, amount_minor, currency), asked)

    def reverse(self, *, intent_uuid: str, reference: str, amount_minor: int, currency: str) -> CardResult:
        """06 30, once."""
        receipt = m.receipt_of(reference)
        if receipt is None:
            return CardResult(CardOutcome.DECLINED, detail=words_of(0xB5))
        asked = self._asked(intent_uuid, CardAskKind.REVERSAL, amount_minor, currency)
        return self._money(m.reversal(self._password, receipt, amount_minor), asked)

    def _asked(self, uuid: str, kind: CardAskKind, amount_minor: int, currency: str) -> CardAsk:
        return CardAsk(uuid, kind, amount_minor, currency, self._last, self._clock())

    def _money(self, command: Apdu, asked: CardAsk) -> CardResult:
        self._currency = asked.currency
        with self._at_work():
            self._connect()
            self._last = ""  # from here on it is not sure any more
            done = self._link.run(command, can_abort=True)
            result = self._judge(done, asked)
            if result is None:
                result = self._recover(asked)
            return replace(result, slips=tuple(done.slips) or result.slips)

    def _judge(self, done: Exchange, asked: CardAsk) -> CardResult | None:
        """What the end of a command says; None when that is not enough."""
        if done.end is End.REFUSED:
            self._last = asked.mark
            return CardResult(CardOutcome.ABORTED, detail=words_of(done.code or BUSY))
        if done.end is End.ABORTED:
            return self._declined(done)
        said = done.status
        if done.end is End.LOST or said is None:
            return None
        if said.result not in {OK, None}:
            return self._declined(done)
        return self._approved(said, asked)

    @staticmethod
    def _declined(done: Exchange) -> CardResult:
        said = done.status
        code = done.code if done.code is not None else (said.result if said else None)
        outcome = CardOutcome.ABORTED if code in {0x6C, 0x6D} else CardOutcome.DECLINED
        words = words_of(code or 0xFF)
        return CardResult(outcome, said.reference if said else "", (said.text if said else "") or words)

    def _approved(self, said: m.StatusInformation, asked: CardAsk) -> CardResult:
        if said.amount_minor not in {None, asked.amount_minor}:
            return CardResult(CardOutcome.UNKNOWN, said.reference, ANOTHER_AMOUNT)
        self._last = said.reference
        card = f"{said.card} ****{said.card_end}" if said.card_end else said.card
        return CardResult(CardOutcome.APPROVED, said.reference, card.strip())

    # --- what got lost ---

    def last_result(self, *, asked: CardAsk) -> CardResult:
        """06 20, until it answers or the limit is over."""
        with self._at_work():
            return self._recover(asked)

    def _recover(self, asked: CardAsk) -> CardResult:
        until = self._ticks() + self._limits.recovery
        self._gives_up.clear()
        while True:
            try:
                result = self._ask_last(asked)
            except DeviceError as error:
                _log.info("%s: %s", self._name, error)
                self._note(HealthState.LOST, FAULT_DETAILS[error.fault])
                result = None
            if result is not None:
                return result
            if self._ticks() >= until or self._gives_up.is_set():
                return CardResult(CardOutcome.UNKNOWN, detail=NOT_SAID)
            self._pause(self._limits.between)

    def _ask_last(self, asked: CardAsk) -> CardResult | None:
        """Its word; None when it cannot be asked at the moment."""
        self._connect()
        ready = self._ready_code()
        if ready == BUSY:
            return None
        done = self._link.run(m.repeat_receipt(self._password))
        if done.end in {End.LOST, End.REFUSED}:
            return None
        said = done.status
        if said is None or not asked.mark:
            return CardResult(CardOutcome.UNKNOWN, detail=NOT_SAID)
        result = self._compare(said, asked, is_idle=ready == OK)
        return replace(result, slips=tuple(done.slips))

    def _compare(self, said: m.StatusInformation, asked: CardAsk, *, is_idle: bool) -> CardResult:
        """Whether the last thing it did is what was asked for: newer than before, as much, and of now."""
        if said.reference == asked.mark:
            # a reversal may be told under the number of what it reversed: that proves nothing
            if is_idle and asked.kind is not CardAskKind.REVERSAL:
                self._last = said.reference
                return CardResult(CardOutcome.DECLINED, detail=NOT_CHARGED)
            return CardResult(CardOutcome.UNKNOWN, detail=NOT_SAID)
        if said.amount_minor != asked.amount_minor or not self._is_of_now(said, asked):
            return CardResult(CardOutcome.UNKNOWN, detail=NOT_SAID)
        if said.result == OK:
            return self._approved(said, asked)
        if said.result is None:
            return CardResult(CardOutcome.UNKNOWN, detail=NOT_SAID)
        self._last = said.reference
        return CardResult(CardOutcome.DECLINED, said.reference, said.text or words_of(said.result))

    def _is_of_now(self, said: m.StatusInformation, asked: CardAsk) -> bool:
        """Whether it was done after it was asked for, by the terminal's clock; it may not tell the time."""
        if not (said.date and said.time):
            return True
        asked_at = asked.at.astimezone().replace(tzinfo=None)
        try:
            at = datetime.strptime(f"{asked_at.year}{said.date}{said.time}", _CLOCK)  # noqa: DTZ007 - its own
        except ValueError:
            return False
        around_new_year = (at, at.replace(year=at.year + 1)) if at.month == 1 else (at,)
        return any(x >= asked_at - _CLOCKS_DIFFER for x in around_new_year)

    # --- the rest ---

    def abort(self) -> None:
        """06 B0 with the next look; how it ended is still its word. A recovery gives up at its next try."""
        self._gives_up.set()
        self._link.abort()

    def end_of_day(self) -> CardTotals:
        """06 50."""
        with self._at_work():
            self._connect()
            done = self._link.run(m.end_of_day(self._password))
            self._last = ""
            if done.end is End.LOST:
                raise self._error(done.fault or DeviceFault.TIMEOUT, nothing_sent=False)
            if done.end is not End.COMPLETED:
                raise DeviceError(
                    device=_DEVICE, fault=DeviceFault.REFUSED, detail=words_of(done.code or 0xFF)
                )
            total = done.status.amount_minor if done.status else None
            return CardTotals(total, tuple(done.slips))

    def check(self) -> Health:
        """05 01, unless it is at work."""
        try:
            with self._at_work():
                self._connect()
                code = self._ready_code()
                if code not in {OK, None}:
                    self._note(HealthState.WARNING, words_of(code or BUSY))
        except DeviceError:
            pass  # written down where it was raised
        return self._health

    def health(self) -> Health:
        """As it was when something was asked last."""
        return self._health

    def close(self) -> None:
        """Break off and let go."""
        self.abort()
        if self._busy.acquire(timeout=1):
            try:
                self._link.close()
            finally:
                self._busy.release()

    def _ready_code(self) -> int | None:
        """What 05 01 says: OK, busy, or another; None when that cannot be told."""
        done = self._link.run(m.status_enquiry(self._password))
        if done.end is End.LOST:
            raise self._error(done.fault or DeviceFault.TIMEOUT)
        if done.end is not End.COMPLETED:
            return done.code
        try:
            return m.read_completion_status(done.completion)
        except BadFieldError:
            return None

    def _connect(self) -> None:
        self._link.connect(m.registration(self._password, self._currency, printed_by_us=self._printed_by_us))
        self._note(HealthState.READY)

    @contextmanager
    def _at_work(self, *, stays_connected: bool = False) -> Iterator[None]:
        """Alone on the wire; what goes wrong is the terminal's health."""
        if not self._busy.acquire(blocking=False):
            raise self._error(DeviceFault.BUSY)
        try:
            yield
        except DeviceError as error:
            stays_connected = False
            self._note(HealthState.LOST, FAULT_DETAILS[error.fault])
            raise
        finally:
            if not stays_connected:
                self._link.close()
            self._busy.release()

    def _note(self, state: HealthState, detail: str = "") -> None:
        if (state, detail) != (self._health.state, self._health.detail):
            self._health = replace(self._health, state=state, detail=detail, since=self._clock())

    @staticmethod
    def _error(fault: DeviceFault, *, nothing_sent: bool = True) -> DeviceError:
        return DeviceError(device=_DEVICE, fault=fault, nothing_sent=nothing_sent)
