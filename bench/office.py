"""The back office on a bench database, gone through page by page: what each asks, how long it takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget
from sqlalchemy import Connection, select

from app.access.queries import get_actor
from app.access.tables import user_account
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import Actor
from app.runtime.lanes import Lanes
from app.runtime.run import Runtime
from app.till.context import load_context
from bench import data
from bench.screen import LANES, SIZE, NoDevices, application, shop_formats
from tests.support.stretches import Stretches
from ui.office.office_page import OfficePage
from ui.office.section import Section
from ui.office.sections import visible_sections
from ui.reporting.period_bar import PeriodBar
from ui.runtime.event_bridge import EventBridge
from ui.runtime.gateway import QtGateway
from ui.runtime.services import Services
from ui.runtime.task_runner import TaskRunner
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import DataTable
from ui.widgets.search_line import SearchLine

R = TypeVar("R")
TYPED: Final = "00012"
_QUIET_ROUNDS: Final = 3
_LATE_S: Final = 300


@dataclass(slots=True)
class Opened:
    """What it took to open a page: processor time of all threads, wall time, the GUI's longest stretch."""

    cpu: float = 0.0
    wall: float = 0.0
    stretch_ms: float = 0.0
    asked: dict[str, float] = field(default_factory=dict)  # query -> wall seconds

    def slowest(self) -> str:
        """The query that took the longest."""
        return max(self.asked, key=lambda name: self.asked[name], default="")


class _Watched(Runtime):
    """Notes what is asked."""

    def __init__(self, factory: UnitOfWorkFactory) -> None:
        super().__init__(factory)
        self.now = Opened()

    def ask(self, query: Callable[..., R], **arguments: Any) -> R:
        began = time.perf_counter()
        try:
            return super().ask(query, **arguments)
        finally:
            name = f"{query.__module__.removeprefix('app.')}.{query.__qualname__}"
            asked = self.now.asked
            asked[name] = asked.get(name, 0.0) + time.perf_counter() - began


class OfficeAtWork:
    """The office of a manager, at a moment."""

    def __init__(self, url: str, folder: Path, now: datetime) -> None:
        self.app = application()
        bus = data.new_bus()
        self.factory = UnitOfWorkFactory(
            create_app_engine(url), bus, read_engine=create_app_engine(url, readonly=True), clock=lambda: now
        )
        self.runtime = _Watched(self.factory)
        self.lanes = Lanes(LANES, on_stop=self.factory.close_thread)
        self.runner = TaskRunner(self.lanes)
        self.errors: list[Exception] = []
        gateway = QtGateway(self.runtime, self.runner, on_error=self.errors.append)
        gateway.actor = self.runtime.ask(_manager)
        devices: Any = NoDevices()
        services = Services(
            gateway=gateway, bridge=EventBridge(bus),
            context=self.runtime.ask(load_context, till_code="T01", now=now), devices=devices,
            pepper=b"pepper of the benches, 32 bytes.", data_dir=folder, language="en", training=False,
            submit=self.runner.submit,
        )  # fmt: skip
        self.page = OfficePage(services, shop_formats())
        self.page.resize(*SIZE)
        self.page.show()
        self.stretches = Stretches()
        self.page.open()
        self.rest()

    def rest(self) -> None:
        """Turn the loop until every lane is idle and every answer delivered and painted."""
        late = time.monotonic() + _LATE_S
        quiet = 0
        while quiet < _QUIET_ROUNDS:
            loop = QEventLoop()
            QTimer.singleShot(2, loop.quit)
            loop.exec()
            busy = any(self.lanes.waiting(name) for name in LANES)
            quiet = 0 if busy else quiet + 1
            assert time.monotonic() < late, "the office does not come to rest"
        assert not self.errors, self.errors

    def opened(self, act: Callable[[], object]) -> Opened:
        """Do it, wait for all that follows."""
        self.stretches.reset()
        found = self.runtime.now = Opened()
        cpu, wall = time.process_time(), time.perf_counter()
        with self.stretches.one():
            act()
        self.rest()
        found.cpu, found.wall = time.process_time() - cpu, time.perf_counter() - wall
        found.stretch_ms = self.stretches.longest_ms
        return found

    def walk(self, pages: Collection[str] | None = None) -> Iterator[tuple[str, Opened]]:
        """Every page, or those named; on each, every chip; there a year, what Enter opens, a search."""
        for info in visible_sections(self.page.desk):
            name = info.section_id
            if pages is not None and name not in pages:
                continue
            yield name, self.opened(partial(self.page.go, name))
            section = self.page.section()
            assert section is not None
            yield from self._within(section, name)
            for number in range(1, _chips(section)):
                chip = _chip(section, number)
                if chip is None:
                    continue
                place = f"{name}/{_word(chip.text())}"
                yield place, self.opened(chip.click)
                yield from self._within(section, place)
                section.escape()

    def _within(self, section: Section, place: str) -> Iterator[tuple[str, Opened]]:
        period = _visible(section, PeriodBar)
        if period is not None:
            yield f"{place}@year", self.opened(lambda: _a_year(period))
        table = _visible(section, DataTable)
        if table is not None and table.count():
            table.selectRow(0)
            yield f"{place}>first", self.opened(lambda: table.opened.emit(table.current()))
            section.escape()
            self.rest()
        search = _visible(section, SearchLine)
        if search is not None:
            yield f"{place}?", self.opened(lambda: search.searched.emit(_typed(search)))
            search.setText("")
            search.searched.emit("")
            self.rest()

    def close(self) -> None:
        """Let go."""
        self.stretches.stop()
        self.page.close()
        self.lanes.shutdown()
        self.page.deleteLater()
        self.factory.dispose()


def _typed(search: SearchLine) -> str:
    search.setText(TYPED)
    return TYPED


def _a_year(period: PeriodBar) -> None:
    period.first.setDate(period.first.date().addYears(-1))


def _bars(section: QWidget) -> list[ChipBar]:
    return [bar for bar in section.findChildren(ChipBar) if bar.isVisible()]


def _chips(section: QWidget) -> int:
    return sum(len(bar.findChildren(QAbstractButton)) for bar in _bars(section)[:1])


def _chip(section: QWidget, number: int) -> QAbstractButton | None:
    for bar in _bars(section)[:1]:
        buttons = bar.findChildren(QAbstractButton)
        return buttons[number] if number < len(buttons) else None
    return None


def _visible(section: QWidget, kind: type[R]) -> R | None:
    found: list[Any] = section.findChildren(kind)
    return next((widget for widget in found if widget.isVisible() and widget.isEnabled()), None)


def _word(text: str) -> str:
    return text.lower().replace(" ", "_").replace("&", "")


def _manager(connection: Connection) -> Actor:
    user_id = connection.execute(
        select(user_account.c.id).where(user_account.c.name == "manager")
    ).scalar_one()
    return get_actor(connection, user_id=user_id, station="T01", till_id=None)
