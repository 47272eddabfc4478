"""Goods by weight: the scale is asked by itself; who has none, or a broken one, types the weight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.devices.weight import MILLIGRAMS, NO_WEIGHT_WORDS, NoWeight, Weight
from app.till.cart import Sellable
from ui.shell.errors import describe
from ui.till.desk import Desk
from ui.till.panels_weigh import WeighPanel

SCALE_LANE: Final = "scale"
_AGAIN_MS: Final = 300


def _tr(text: str) -> str:
    return QCoreApplication.translate("Weigh", text)


class WeighPresenter:
    """Takes the first stable weight after the question.

    The weight that the line before was sold by is not taken again before the scale showed something else:
    nobody weighs the same goods twice by mistake; by the button it is. `add(item, quantity_milli, note)` is
    set by the page.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.add: Callable[[Sellable, int, str], None] = lambda _item, _milli, _note: None
        self._panel: WeighPanel | None = None
        self._item: Sellable | None = None
        self._tare_milli = 0
        self._shown: Weight | None = None  # what may be taken by the button
        self._used: Weight | None = None  # of the line before, while it still lies there
        self._asked = 0

    def weigh(self, item: Sellable) -> bool:
        """Ask the scale for an item sold by weight; False when there is nothing to ask."""
        wanted = (
            item.weighed
            and item.preset_quantity_milli is None
            and self.desk.state.quantity_milli is None
            and item.unit in MILLIGRAMS
            and self.desk.services.devices.scale is not None
        )
        if wanted:
            self._begin(item)
        return wanted

    def _begin(self, item: Sellable) -> None:
        self._item, self._tare_milli, self._shown = item, 0, None
        panel = WeighPanel(item.name, item.unit, self.desk.formats)
        panel.taken.connect(self._taken)
        panel.again.connect(self._ask)
        panel.tare_changed.connect(self._set_tare)
        scale = self.desk.services.devices.scale
        tares = scale.tares if scale is not None else ()
        panel.set_tares([(Weight(t.milligrams).in_unit(item.unit), t.name) for t in tares])
        self._panel = panel
        self.desk.view.show_panel(panel)
        self._ask()

    @property
    def is_open(self) -> bool:
        """Whether something is being weighed."""
        return self._panel is not None and self.desk.view.panel() is self._panel

    def _ask(self) -> None:
        """Ask once; an answer that comes after another question is not heard."""
        scale = self.desk.services.devices.scale
        if scale is None or not self.is_open:
            return
        self._asked += 1
        asked = self._asked

        def told(answer: Weight | NoWeight) -> None:
            if asked == self._asked and self.is_open:
                self._have(answer)

        def failed(error: Exception) -> None:
            if asked == self._asked and self.is_open:
                self._shown = None
                self._say("", f"{describe(error)} {_tr('Type the weight, or weigh again.')}")

        self.desk.services.submit(SCALE_LANE, scale.read, on_done=told, on_error=failed)

    def _have(self, answer: Weight | NoWeight) -> None:
        if isinstance(answer, NoWeight):
            if answer is NoWeight.EMPTY:
                self._used = None
            self._shown = None
            self._say("", QCoreApplication.translate("Refusal", NO_WEIGHT_WORDS[answer]))
        elif answer == self._used:
            self._shown = answer
            text = _tr(
                "The scale still shows what was sold before. Put the next on it, or take it once more."
            )
            self._say(self._text(answer), text)
        elif self._net(answer) <= 0:
            self._shown = None
            self._say(self._text(answer), _tr("This weighs no more than its packaging."))
        else:
            self._take(answer)
            return
        self.desk.later(_AGAIN_MS, self._ask)

    def _say(self, weight: str, text: str) -> None:
        if self._panel is not None:
            self._panel.set_weight(weight)
            self._panel.set_message(text)

    def _text(self, weight: Weight) -> str:
        unit = self._item.unit if self._item else "kg"
        return self.desk.formats.quantity(weight.in_unit(unit), unit)

    def _net(self, weight: Weight) -> int:
        return weight.in_unit(self._item.unit) - self._tare_milli if self._item else 0

    def _set_tare(self, milli: int) -> None:
        self._tare_milli = max(milli, 0)

    def _taken(self, typed: int | None) -> None:
        """The button: what was typed, else what the scale shows."""
        if typed is not None:
            self._put(typed - self._tare_milli, _tr("Weight typed by hand"))
        elif self._shown is not None and self._net(self._shown) > 0:
            self._take(self._shown)
        else:
            self._ask()

    def _take(self, weight: Weight) -> None:
        self._used = weight
        self._put(self._net(weight), "")

    def _put(self, milli: int, note: str) -> None:
        item = self._item
        if item is None:
            return
        if milli <= 0:
            self._say("", _tr("This weighs no more than its packaging."))
            return
        if self._tare_milli:
            tare = self.desk.formats.quantity(self._tare_milli, item.unit)
            note = f"{note} · {_tr('Tare')} {tare}".removeprefix(" · ")
        self._panel = None
        self.desk.view.close_panel()
        self.add(item, milli, note)
