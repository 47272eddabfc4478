"""The end of the card terminal's day: run with a shift, with the store's day, or by hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.devices.ports import CardTotals
from app.payments.terminal_days import TerminalDay, record_terminal_day
from ui.formatting import Formats
from ui.runtime.services import Services
from ui.shell.errors import describe
from ui.till.card_settling import TERMINAL_LANE


def _tr(text: str) -> str:
    return QCoreApplication.translate("Card", text)


def closes_with(services: Services, what: str) -> bool:
    """Whether this station's terminal closes its day with a "shift" or the store's "day"."""
    terminal = services.devices.terminal
    return terminal is not None and terminal.closes_with == what


def close_terminal_day(services: Services, formats: Formats, told: Callable[[str], None]) -> None:
    """Close it, write down what it counted, and compare; `told` is called once, with a sentence."""
    terminal = services.devices.terminal
    if terminal is None:
        told("")
        return
    known = terminal

    def failed(error: Exception) -> None:
        text = _tr("The card terminal did not close its day. {why}")
        told(text.format(why=describe(error)))

    def closed(totals: CardTotals) -> None:
        till = services.context.till
        services.gateway.run(
            record_terminal_day, terminal=known.name or till.code, till_id=till.id, station=till.code,
            totals=totals, on_done=lambda day: told(sentence(day, formats)), on_error=failed,
        )  # fmt: skip

    services.submit(TERMINAL_LANE, known.end_of_day, on_done=closed, on_error=failed)


def sentence(day: TerminalDay, formats: Formats) -> str:
    """What the terminal counted beside ours."""
    if day.total_minor is None:
        return _tr("The card terminal has closed its day; it told no total.")
    values = {"total": formats.money(day.total_minor), "own": formats.money(day.own_minor)}
    if day.difference_minor == 0:
        return _tr("The card terminal has closed its day: {total}, as booked here.").format(**values)
    text = _tr("The card terminal has closed its day with {total}; booked here are {own}. Compare its paper.")
    if day.open_minor:
        values["open"] = formats.money(day.open_minor)
        text += " " + _tr("{open} are not settled.")
    return text.format(**values)
