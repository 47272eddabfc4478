"""The plug-ins of a station: looked for and run only when somebody asks for one."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, Final, TypeVar

from app.kernel.permission import Actor
from app.kernel.refusal import Refusal
from app.kernel.text import clean
from app.plugins.approvals import approve_plugin, list_approved, refuse_plugin
from app.plugins.contract import DRIVER_ROLES, InvoiceFormat, OrderProfile, Plugin, Report, Table
from app.plugins.finding import Found, find_plugins
from app.plugins.refusals import (
    NoSuchOfferError,
    NoSuchPluginError,
    PluginChangedError,
    PluginFailedError,
)
from app.runtime.run import Runtime

R = TypeVar("R")
Offer = TypeVar("Offer", OrderProfile, Report, InvoiceFormat)
FOLDER: Final = "plugins"
_SHORT: Final = re.compile(r"[a-z][a-z0-9+.-]{0,30}")
_DETAIL: Final = 200
_log = logging.getLogger(__name__)


class PluginState(StrEnum):
    """How a plug-in stands."""

    OFF = "off"
    ON = "on"
    CHANGED = "changed"  # approved was another file: off again
    FAILED = "failed"  # approved, and its code raised
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Installed:
    """A plug-in as the office shows it; `adds` is known of those that are on."""

    name: str
    where: str
    sha256: str
    state: PluginState
    title: str = ""
    adds: tuple[str, ...] = ()
    detail: str = ""


def guarded(name: str, work: Callable[[], R]) -> R:
    """Run code of a plug-in; whatever it raises becomes a sentence.

    Raises:
        PluginFailedError: it raised.
        Refusal: its own, as it is.
    """
    try:
        return work()
    except Refusal:
        raise
    except (Exception, SystemExit) as error:
        _log.exception("plug-in %s", name)
        detail = clean(f"{type(error).__name__}: {error}")[:_DETAIL]
        raise PluginFailedError(name=name, detail=detail) from error


class Plugins:
    """Those of one data folder. Making one costs nothing; each question reads the folder anew.

    Args:
        runtime: of the shop whose managers approve.
        data: the data folder; plug-ins are files in `plugins/` below it, and packages.
    """

    def __init__(self, runtime: Runtime, data: Path) -> None:
        self._runtime = runtime
        self._folder = data / FOLDER
        self._loaded: dict[tuple[str, str], Plugin | PluginFailedError] = {}

    @property
    def folder(self) -> Path:
        """Where their files go."""
        return self._folder

    def installed(self) -> list[Installed]:
        """All that lie there, by name, with what those that are on add."""
        found = find_plugins(self._folder)
        approved = self._runtime.ask(list_approved) if found else {}
        return [self._look_at(x, approved.get(x.name)) for x in found]

    def enable(self, actor: Actor, name: str, sha256: str | None = None) -> Installed:
        """Approve a plug-in as it lies there.

        Args:
            actor: who does; needs settings.edit.
            name: of the plug-in.
            sha256: of what was looked at; None: what lies there now.

        Raises:
            NoSuchPluginError, PluginChangedError, PermissionNeededError: see their sentences.
        """
        found = self._get(name)
        if not found.sha256 or (sha256 is not None and found.sha256 != sha256):
            raise PluginChangedError(name=name)
        self._runtime.run(approve_plugin, actor=actor, name=name, sha256=found.sha256)
        return self._look_at(found, found.sha256)

    def disable(self, actor: Actor, name: str) -> None:
        """Turn a plug-in off, also one that is no longer there.

        Raises:
            NoSuchPluginError: neither there nor approved.
        """
        if name not in self._runtime.ask(list_approved):
            self._get(name)
        self._runtime.run(refuse_plugin, actor=actor, name=name)

    def open_device(self, role: str, scheme: str, address: str) -> Any:
        """The device of an address; None where no plug-in has a driver for it.

        Raises:
            PluginFailedError: its code raised.
        """
        for name, plugin in self._on():
            for driver in plugin.drivers:
                if (driver.role, driver.scheme) == (role, scheme):
                    return guarded(name, partial(driver.open, address))
        return None

    def orders(self) -> dict[str, str]:
        """Titles of the profiles of orders by their name."""
        return {x.name: clean(x.title) for _plugin, x in self._offers(lambda p: p.orders)}

    def order_reader(self, profile: str | None) -> Callable[[str, Path], list[dict[str, str]]] | None:
        """What reads the files of a profile (`order_lines`); None where no plug-in has it."""
        return self.order_lines if profile and profile in self.orders() else None

    def order_lines(self, profile: str, path: Path) -> list[dict[str, str]]:
        """A file of orders as a plug-in reads it; see `OrderProfile.read`.

        Raises:
            NoSuchOfferError, PluginFailedError: see their sentences.
        """
        plugin, offer = self._offered(lambda p: p.orders, profile)
        return guarded(plugin, lambda: [_texts(x) for x in offer.read(path)])

    def reports(self) -> dict[str, str]:
        """Titles of the reports by their name."""
        return {x.name: clean(x.title) for _plugin, x in self._offers(lambda p: p.reports)}

    def make_report(self, name: str, since: date, until: date) -> Table:
        """A report of a plug-in, on a snapshot that can only be read.

        Raises:
            NoSuchOfferError, PluginFailedError: see their sentences.
        """
        plugin, offer = self._offered(lambda p: p.reports, name)

        def make() -> Table:
            return _table(self._runtime.ask(offer.make, since=since, until=until))

        return guarded(plugin, make)

    def invoices(self) -> dict[str, str]:
        """Titles of the formats of invoices by their name."""
        return {x.name: clean(x.title) for _plugin, x in self._offers(lambda p: p.invoices)}

    def write_invoice(self, name: str, invoice: object) -> bytes:
        """An `app.einvoice.model.EInvoice` in the format of a plug-in.

        Raises:
            NoSuchOfferError, PluginFailedError: see their sentences.
        """
        plugin, offer = self._offered(lambda p: p.invoices, name)
        return guarded(plugin, lambda: bytes(memoryview(offer.write(invoice))))

    def _offers(self, kind: Callable[[Plugin], tuple[Offer, ...]]) -> Iterator[tuple[str, Offer]]:
        for name, plugin in self._on():
            for offer in kind(plugin):
                yield name, offer

    def _offered(self, kind: Callable[[Plugin], tuple[Offer, ...]], name: str) -> tuple[str, Offer]:
        for plugin, offer in self._offers(kind):
            if offer.name == name:
                return plugin, offer
        raise NoSuchOfferError(name=clean(name)[:40])

    def _get(self, name: str) -> Found:
        for found in find_plugins(self._folder):
            if found.name == name:
                return found
        raise NoSuchPluginError(name=clean(name)[:40])

    def _on(self) -> Iterator[tuple[str, Plugin]]:
        """Those that are approved as they are and could be run."""
        found = find_plugins(self._folder)
        approved = self._runtime.ask(list_approved) if found else {}
        for each in found:
            if each.sha256 and approved.get(each.name) == each.sha256:
                plugin = self._load(each)
                if isinstance(plugin, Plugin):
                    yield each.name, plugin

    def _look_at(self, found: Found, approved: str | None) -> Installed:
        if not found.sha256:
            return Installed(found.name, found.where, "", PluginState.UNREADABLE)
        if approved != found.sha256:
            state = PluginState.OFF if approved is None else PluginState.CHANGED
            return Installed(found.name, found.where, found.sha256, state)
        plugin = self._load(found)
        if isinstance(plugin, PluginFailedError):
            return Installed(
                found.name, found.where, found.sha256, PluginState.FAILED,
                detail=str(plugin.params["detail"]),
            )  # fmt: skip
        return Installed(
            found.name, found.where, found.sha256, PluginState.ON, clean(plugin.title), _adds(plugin)
        )

    def _load(self, found: Found) -> Plugin | PluginFailedError:
        key = (found.name, found.sha256)
        if key not in self._loaded:
            try:
                self._loaded[key] = guarded(found.name, lambda: _checked(_run(found)))
            except PluginFailedError as failed:
                self._loaded[key] = failed
        return self._loaded[key]


def _run(found: Found) -> object:
    """Run the code that was hashed; gives its PLUGIN."""
    if found.code is None:
        loaded = found.entry.load() if found.entry is not None else None
        return getattr(loaded, "PLUGIN", loaded)
    module = ModuleType(f"takings_plugin_{found.name}")
    module.__file__ = found.where
    exec(compile(found.code, found.where, "exec"), module.__dict__)  # noqa: S102 - what a manager approved
    return getattr(module, "PLUGIN", None)


def _checked(plugin: object) -> Plugin:
    if not isinstance(plugin, Plugin):
        raise TypeError("it has no PLUGIN = Plugin(...)")
    names = [x.scheme for x in plugin.drivers] + [name for name, _title in _named(plugin)]
    for name in names:
        if not _SHORT.fullmatch(name):
            raise ValueError(f"{name!r} is no short name in small letters")
    for driver in plugin.drivers:
        if driver.role not in DRIVER_ROLES:
            raise ValueError(f"{driver.role!r} is no device, there are {', '.join(DRIVER_ROLES)}")
    return plugin


def _named(plugin: Plugin) -> list[tuple[str, str]]:
    """Name and title of all that it adds but drivers."""
    return [
        *((x.name, x.title) for x in plugin.orders),
        *((x.name, x.title) for x in plugin.reports),
        *((x.name, x.title) for x in plugin.invoices),
    ]


def _adds(plugin: Plugin) -> tuple[str, ...]:
    drivers = (f"{x.role} {x.scheme}:" for x in plugin.drivers)
    return (*drivers, *(clean(title) for _name, title in _named(plugin)))


def _texts(line: Mapping[str, str]) -> dict[str, str]:
    if not all(isinstance(x, str) for pair in line.items() for x in pair):
        raise TypeError("a line has other fields than texts")
    return dict(line)


def _table(made: object) -> Table:
    """A report with clean texts, every line as long as the headings."""
    if not isinstance(made, Table):
        raise TypeError("the report is no Table")
    lines = [tuple(clean(str(cell)) for cell in line) for line in made.lines]
    if any(len(line) != len(made.headings) for line in lines):
        raise ValueError("a line is not as long as the headings")
    return Table(tuple(clean(str(h)) for h in made.headings), lines)
