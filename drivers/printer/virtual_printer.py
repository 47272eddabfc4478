"""A printer without hardware: it keeps the papers, shows them to whoever asks, and can file them."""

from __future__ import annotations

import logging
import re
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Final

from app.devices.paper import Paper
from app.devices.ports import FAULT_DETAILS, DeviceError, DeviceFault, Health, HealthState, PrintOutcome
from app.kernel.clock import Clock, system_clock
from drivers.printer.render_png import render_png
from drivers.printer.render_text import render_text

_log = logging.getLogger(__name__)
_KEPT: Final = 50
_BLOCKED: Final = (DeviceFault.PAPER_OUT, DeviceFault.COVER_OPEN)


@dataclass(frozen=True)
class PrintedPaper:
    """A paper that came out; text and picture are made when they are first looked at."""

    number: int
    paper: Paper
    at: datetime
    columns: int

    @cached_property
    def text(self) -> str:
        """The paper as plain text."""
        return render_text(self.paper, self.columns)

    @cached_property
    def png(self) -> bytes:
        """The paper as a picture."""
        return render_png(self.paper, self.columns)

    @property
    def file_stem(self) -> str:
        """A name for its files, in the order of printing."""
        title = re.sub(r"[^\w.-]+", "-", self.paper.title).strip("-.")[:80] or "paper"
        return f"{self.number:05d}-{title}"


class VirtualPrinter:
    """Fulfils ReceiptPrinter, and has a drawer.

    `fault` may be set to play a printer without paper or an unplugged one. `on_paper` is called
    on the thread that prints, `on_kick` on the one that opens the drawer.
    """

    def __init__(
        self,
        *,
        columns: int = 42,
        folder: Path | None = None,
        on_paper: Callable[[PrintedPaper], None] | None = None,
        on_kick: Callable[[int], None] | None = None,
        clock: Clock = system_clock,
    ) -> None:
        self.fault: DeviceFault | None = None
        self.on_paper = on_paper
        self.on_kick = on_kick
        self.kicks = 0
        self._columns, self._folder, self._clock = columns, folder, clock
        self._papers: deque[PrintedPaper] = deque(maxlen=_KEPT)
        self._lock = threading.Lock()
        self._printed = 0
        self._health = Health(HealthState.READY, since=clock())

    @property
    def papers(self) -> list[PrintedPaper]:
        """The last papers, the oldest first."""
        with self._lock:
            return list(self._papers)

    def print_paper(self, paper: Paper) -> PrintOutcome:
        """Keep the paper, show it, and write its files when there is a folder."""
        self._raise_fault()
        with self._lock:
            self._printed += 1
            printed = PrintedPaper(self._printed, paper, self._clock(), self._columns)
            self._papers.append(printed)
        self._file(printed)
        if self.on_paper is not None:
            try:
                self.on_paper(printed)
            except Exception:  # noqa: BLE001 - the paper is out, whatever becomes of the window
                _log.exception("window of the virtual printer")
        return PrintOutcome.PRINTED

    def _file(self, printed: PrintedPaper) -> None:
        if self._folder is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            stem = self._free_stem(self._folder, printed.file_stem)
            (self._folder / f"{stem}.txt").write_text(printed.text, encoding="utf-8")
            (self._folder / f"{stem}.png").write_bytes(printed.png)
        except OSError as error:
            raise DeviceError(
                device="printer", fault=DeviceFault.REFUSED, nothing_sent=False,
                detail=f"it cannot write into {self._folder}.",
            ) from error  # fmt: skip

    @staticmethod
    def _free_stem(folder: Path, stem: str) -> str:
        """The papers of an earlier run are not written over."""
        free, n = stem, 1
        while (folder / f"{free}.txt").exists():
            n += 1
            free = f"{stem}-{n}"
        return free

    def _raise_fault(self) -> None:
        if self.fault is not None:
            raise DeviceError(device="printer", fault=self.fault)

    def kick(self, pin: int) -> None:
        """The drawer opens; only the count shows it."""
        self._raise_fault()
        self.kicks += 1
        if self.on_kick is not None:
            self.on_kick(pin)

    def drawer_is_open(self) -> bool | None:
        """Nobody knows: there is none."""
        return None

    def health(self) -> Health:
        """Ready, unless it plays a fault."""
        fault = self.fault
        if fault is None:
            state, detail = HealthState.READY, ""
        else:
            state = HealthState.BLOCKED if fault in _BLOCKED else HealthState.LOST
            detail = FAULT_DETAILS[fault]
        if (state, detail) != (self._health.state, self._health.detail):
            self._health = replace(self._health, state=state, detail=detail, since=self._clock())
        return self._health

    def close(self) -> None:
        """Nothing to let go of."""
