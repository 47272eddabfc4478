"""A GSM modem behind a pty, written from 3GPP TS 27.005 and 27.007 and knowing nothing of our driver.

It echoes until it is told not to, answers with CR LF around each line, asks for the text of a message with a
prompt, ends it at Ctrl-Z and throws it away at ESC. Anything it does not know is an ERROR.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import threading
import tty
from dataclasses import dataclass, field
from typing import Self


@dataclass
class GsmPhone:
    """The modem; what it is set to decides what it answers."""

    pin: str = ""  # "": the card asks for none
    has_card: bool = True
    registered: int = 1
    refuse: str = ""  # instead of +CMGS: "+CMS ERROR: 28"
    dumb: bool = False  # says nothing at all
    dumb_after_text: bool = False  # takes the text and says nothing more
    taken: list[tuple[str, str]] = field(default_factory=list)  # number and text as the network has them
    heard: list[str] = field(default_factory=list)
    wrong_pins: int = 0

    def __enter__(self) -> Self:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.path = os.ttyname(self._slave)
        self._over = threading.Event()
        self._line, self._text = bytearray(), bytearray()
        self._to = ""
        self._is_text, self._echo = False, True
        self._charset, self._dcs, self._text_mode = "GSM", 0, False
        self._locked = bool(self.pin)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._over.set()
        self._thread.join(5)
        os.close(self._master)
        with contextlib.suppress(OSError):
            os.close(self._slave)

    def _serve(self) -> None:
        while not self._over.is_set():
            ready, _write, _error = select.select([self._master], [], [], 0.02)
            if ready:
                with contextlib.suppress(OSError):
                    for byte in os.read(self._master, 1024):
                        self._take(byte)

    def _take(self, byte: int) -> None:
        if self.dumb:
            return
        if self._echo:
            self._say(bytes([byte]))
        if self._is_text:
            self._take_text(byte)
        elif byte == 0x0D:
            command, self._line = self._line.decode("ascii"), bytearray()
            self._obey(command.strip())
        elif byte not in (0x0A, 0x1B):
            self._line.append(byte)

    def _take_text(self, byte: int) -> None:
        if byte == 0x1B:
            self._is_text = False
            self._answer("OK")
        elif byte == 0x1A:
            self._is_text = False
            self._deliver()
        else:
            self._text.append(byte)
            if byte == 0x0D:
                self._say(b"\r\n> ")

    def _deliver(self) -> None:
        if self.dumb_after_text:
            self.dumb = True
            return
        if self.refuse:
            self._answer(self.refuse)
            return
        text = self._text.decode("ascii")
        wide = self._dcs == 8
        assert wide == (self._charset == "UCS2"), "the scheme of coding and the set of signs must fit"
        known = bytes.fromhex(text).decode("utf-16-be") if wide else text
        assert len(known) <= (70 if wide else 160), "the network takes no longer message"
        self.taken.append((self._to, known.replace("\r", "\n")))
        self._say(f"\r\n+CMGS: {len(self.taken)}\r\n\r\nOK\r\n".encode())

    def _obey(self, command: str) -> None:
        if not command:
            return
        self.heard.append(command)
        self._answer(self._reply(command))

    def _reply(self, command: str) -> str:
        if command in ("AT", "ATE0", "AT+CMEE=1"):
            self._echo = self._echo and command != "ATE0"
            return "OK"
        if command.startswith("AT+CPIN"):
            return self._card(command)
        if self._locked or not self.has_card:
            return "+CME ERROR: 11" if self._locked else "+CME ERROR: 10"
        if command == "AT+CREG?":
            return f"+CREG: 0,{self.registered}\r\n\r\nOK"
        return self._message(command)

    def _card(self, command: str) -> str:
        if not self.has_card:
            return "+CME ERROR: 10"
        if command == "AT+CPIN?":
            return f"+CPIN: {'SIM PIN' if self._locked else 'READY'}\r\n\r\nOK"
        if command == f'AT+CPIN="{self.pin}"':
            self._locked = False
            return "OK"
        self.wrong_pins += 1
        return "+CME ERROR: 16"

    def _message(self, command: str) -> str:
        if command == "AT+CMGF=1":
            self._text_mode = True
            return "OK"
        if found := re.fullmatch(r'AT\+CSCS="(GSM|IRA|UCS2)"', command):
            self._charset = found[1]
            return "OK"
        if found := re.fullmatch(r"AT\+CSMP=17,167,0,(\d+)", command):
            self._dcs = int(found[1])
            return "OK"
        found = re.fullmatch(r'AT\+CMGS="([^"]*)"', command)
        if found is None or not self._text_mode:
            return "ERROR"
        self._to = bytes.fromhex(found[1]).decode("utf-16-be") if self._charset == "UCS2" else found[1]
        self._is_text, self._text = True, bytearray()
        return "> "

    def _answer(self, text: str) -> None:
        self._say(b"\r\n> " if text == "> " else f"\r\n{text}\r\n".encode())

    def _say(self, data: bytes) -> None:
        with contextlib.suppress(OSError):
            os.write(self._master, data)
