"""A GSM modem in text mode: AT commands after 3GPP TS 27.007 and TS 27.005, one message after the other."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable
from typing import Final

from app.devices.mail import MailFault
from app.devices.ports import DeviceError, DeviceFault
from app.devices.texting import GatewayError, Modem, TextMessage
from app.kernel.text import clean
from drivers.transport.base import Limits, Transport
from drivers.transport.serial_port import SerialTransport

# the signs that ASCII and the alphabet of GSM 03.38 have at the same place: sent as they are
_PLAIN: Final = re.compile(r"[A-Za-z0-9 \n\r!\"#%&'()*+,\-./:;<=>?]*")
_PLAINER: Final = str.maketrans({"€": "EUR", "\u00a0": " ", "\u202f": " ", "–": "-", "“": '"', "”": '"'})
PART_PLAIN, PART_WIDE = 160, 70  # signs of one short message, and with signs beyond the plain ones
MOST_PARTS: Final = 9
_END: Final = "\x1a"  # Ctrl-Z sends, ESC throws away
_ESCAPE: Final = "\x1b"
_NETWORK_TIMES: Final = 3
_HOME, _ROAMING = "1", "5"
# +CMS ERROR of TS 27.005, 3.2.5 and TS 24.011: what it says of number, SIM card and network
_NUMBER_ERRORS: Final = frozenset({1, 8, 28, 30})
_SIM_ERRORS: Final = frozenset({310, 311, 312, 313, 315, 316, 317, 318})
_LATER_ERRORS: Final = frozenset({38, 41, 42, 47, 314, 322, 331, 332, 500})


class GsmModem:
    """Sends by a modem; the port is taken for each message and given back."""

    def __init__(self, open_port: Callable[[Modem], Transport] | None = None) -> None:
        self._open_port = open_port or _serial_port
        self._stopped = False
        self._wrong_pins: set[tuple[str, str]] = set()

    def send(self, way: Modem, message: TextMessage) -> None:
        """Send one message, in parts where it is long; raises GatewayError."""
        parts = split(message.text)
        port = self._open_port(way)
        done = 0
        try:
            port.open()
            talk = _Talk(port, way.seconds, lambda: self._stopped)
            self._make_ready(talk, way)
            for part in parts:
                _send_part(talk, message.to, part)
                done += 1
        except DeviceError as error:
            fault = MailFault.LOST if error.fault is DeviceFault.LOST else MailFault.MODEM
            raise GatewayError(fault, maybe_sent=done > 0) from error
        except GatewayError as error:
            raise GatewayError(
                error.fault, maybe_sent=error.maybe_sent or done > 0, server_says=error.server_says
            ) from error
        finally:
            port.close(hurry=True)

    def stop(self) -> None:
        """Break off; any thread."""
        self._stopped = True

    def _make_ready(self, talk: _Talk, way: Modem) -> None:
        talk.wake()
        talk.ask("ATE0")
        talk.ask("AT+CMEE=1")
        state = talk.ask("AT+CPIN?")
        if "READY" not in state:
            self._unlock(talk, way, state)
        if _registered(talk.ask("AT+CREG?")) not in (_HOME, _ROAMING):
            raise GatewayError(MailFault.NETWORK)
        talk.ask("AT+CMGF=1")

    def _unlock(self, talk: _Talk, way: Modem, state: str) -> None:
        """Give the PIN once: three wrong ones lock the card."""
        if "SIM PIN" not in state or "PIN2" in state or not way.pin.isdigit():
            raise GatewayError(MailFault.SIM, server_says=clean(state)[:80])
        if (way.port, way.pin) in self._wrong_pins:
            raise GatewayError(MailFault.SIM)
        try:
            talk.ask(f'AT+CPIN="{way.pin}"')
        except GatewayError:
            self._wrong_pins.add((way.port, way.pin))
            raise GatewayError(MailFault.SIM) from None  # the command holds the PIN


class _Talk:
    """Commands and their answers."""

    def __init__(self, port: Transport, seconds: float, is_stopped: Callable[[], bool]) -> None:
        self._port = port
        self._seconds = seconds
        self._is_stopped = is_stopped

    def wake(self) -> None:
        """Whatever was half said is thrown away; then the modem answers, or there is none."""
        self._port.write(f"{_ESCAPE}\r".encode("ascii"))
        self._port.read(4096, seconds=0.1)
        for _again in range(3):
            with contextlib.suppress(GatewayError):
                self.ask("AT", seconds=self._seconds / 5)
                return
        raise GatewayError(MailFault.STOPPED if self._is_stopped() else MailFault.MODEM)

    def ask(self, command: str, *, seconds: float = 0) -> str:
        """A command and its answer up to OK; raises GatewayError for another end."""
        self._port.write(f"{command}\r".encode("ascii"))
        return self._until(re.compile(r"(?:^|\n)OK\r?\n"), seconds or self._seconds, MailFault.MODEM)

    def prompt(self, command: str) -> None:
        """A command that is answered by the wish for a text."""
        self._port.write(f"{command}\r".encode("ascii"))
        self._until(re.compile(r"\n> ?$"), self._seconds, MailFault.MODEM)

    def throw_away(self) -> None:
        """What was begun is not sent."""
        with contextlib.suppress(DeviceError):
            self._port.write(_ESCAPE.encode("ascii"))

    def finish(self, text: str) -> None:
        """The text and its end; from here on nobody knows until the answer is there."""
        self._port.write(text.encode("ascii"))
        try:
            self._port.write(_END.encode("ascii"))
            self._until(
                re.compile(r"\+CMGS: ?\d+[\s\S]*?\nOK\r?\n"),
                self._seconds * _NETWORK_TIMES,
                MailFault.TIMEOUT,
            )
        except DeviceError as error:
            raise GatewayError(MailFault.LOST, maybe_sent=True) from error

    def _until(self, end: re.Pattern[str], seconds: float, silent: MailFault) -> str:
        heard, until = "", time.monotonic() + seconds
        while not end.search(heard):
            if self._is_stopped():
                raise GatewayError(MailFault.STOPPED, maybe_sent=silent is MailFault.TIMEOUT)
            left = until - time.monotonic()
            if left <= 0:
                raise GatewayError(silent, maybe_sent=silent is MailFault.TIMEOUT)
            heard += self._port.read(512, seconds=min(left, 0.25)).decode("ascii", "replace")
            _check(heard)
        return heard


def _check(heard: str) -> None:
    """Raise for an answer that is no yes."""
    found = re.search(r"(?:^|\n)(?:\+(CM[ES]) ERROR: ?([^\r\n]*)|ERROR)\r?\n", heard)
    if found is None:
        return
    words = clean(found[0])[:80]
    number = int(found[2]) if found[2] and found[2].strip().isdigit() else -1
    if found[1] == "CME":
        # TS 27.007, 9.2: 10 to 18 are the SIM card's, 30 to 32 the network's
        fault = MailFault.SIM if 10 <= number <= 18 else MailFault.CONTENT  # noqa: PLR2004
        fault = MailFault.NETWORK if 30 <= number <= 32 else fault  # noqa: PLR2004
        raise GatewayError(fault, server_says=words)
    raise GatewayError(_cms_fault(number), server_says=words)


def _cms_fault(number: int) -> MailFault:
    if number in _NUMBER_ERRORS:
        return MailFault.NUMBER
    if number in _SIM_ERRORS:
        return MailFault.SIM
    return MailFault.NETWORK if number in _LATER_ERRORS else MailFault.CONTENT


def _registered(answer: str) -> str:
    """<stat> of +CREG: 1 at home, 5 roaming."""
    found = re.search(r"\+CREG: ?\d+,(\d)", answer)
    return found[1] if found else ""


def _send_part(talk: _Talk, to: str, part: str) -> None:
    wide = _PLAIN.fullmatch(part) is None
    talk.ask('AT+CSCS="UCS2"' if wide else 'AT+CSCS="IRA"')
    talk.ask(f"AT+CSMP=17,167,0,{8 if wide else 0}")
    number, text = (_hexed(to), _hexed(part)) if wide else (to, part.replace("\n", "\r"))
    try:
        talk.prompt(f'AT+CMGS="{number}"')
    except GatewayError:
        talk.throw_away()
        raise
    talk.finish(text)


def _hexed(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def split(text: str) -> list[str]:
    """A text as short messages: one if it fits, else "1/3 ...", cut between words.

    Text mode knows no joined messages, so each part says which it is. What goes beyond nine parts is cut off:
    the outbox takes no text of that length (app.mailing.rules.MOST_TEXTED).
    """
    safe = "\n".join(clean(row) for row in text.translate(_PLAINER).split("\n"))
    most = PART_PLAIN if _PLAIN.fullmatch(safe) else PART_WIDE
    if _units(safe) <= most:
        return [safe]
    room = most - len("9/9 ")
    parts: list[str] = []
    while safe and len(parts) < MOST_PARTS:
        part = _fitting(safe, room)
        parts.append(part.strip())
        safe = safe[len(part) :].lstrip()
    return [f"{place}/{len(parts)} {part}" for place, part in enumerate(parts, start=1)]


def _units(text: str) -> int:
    """Places that a text takes: signs beyond the first plane of Unicode take two."""
    return len(text.encode("utf-16-be")) // 2


def _fitting(text: str, room: int) -> str:
    end = len(text)
    while _units(text[:end]) > room:
        end = min(end - 1, room)
    if end == len(text):
        return text
    cut = max(text.rfind(" ", 0, end + 1), text.rfind("\n", 0, end + 1))
    return text[:cut] if cut > room // 2 else text[:end]


def _serial_port(way: Modem) -> Transport:
    return SerialTransport(
        way.port, baud=way.baud, device="modem", limits=Limits(stall=min(5.0, way.seconds))
    )
