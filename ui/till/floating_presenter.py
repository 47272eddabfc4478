"""Shifts that are put aside and go on elsewhere, and which of several drawers a cashier works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from app.kernel.permission import Permission
from app.till.drawers import ShiftInHand, list_in_hand, list_suspended
from app.till.operations.floating import suspend_shift, take_up_shift
from ui.shell.errors import describe
from ui.till.desk import Desk, PanelPlace
from ui.till.panels_lists import ListPanel
from ui.widgets.row_list import Row


def _tr(text: str) -> str:
    return QCoreApplication.translate("Floating", text)


class FloatingPresenter:
    """Suspends the shift, takes one up, and asks for the drawer.

    Hooks set by the page: `on_suspended()`, `on_taken_up()`.
    """

    def __init__(self, desk: Desk, place: PanelPlace) -> None:
        self.desk = desk
        self._place = place
        self.on_suspended: Callable[[], None] = lambda: None
        self.on_taken_up: Callable[[], None] = lambda: None
        self._go_on: Callable[[], None] = lambda: None

    @cached_property
    def _aside(self) -> ListPanel:
        panel = ListPanel(_tr("Suspended shifts"), "", _tr("No shift is put aside."), "pause_circle")
        panel.chosen.connect(self.take_up)
        return panel

    @cached_property
    def _drawers(self) -> ListPanel:
        panel = ListPanel(_tr("Which drawer?"), "", "", "point_of_sale")
        panel.chosen.connect(self._choose)
        return panel

    # --- putting aside and taking up ---

    def suspend(self) -> None:
        """The drawer is taken out; the shift goes on wherever it is put in."""
        state, context = self.desk.state, self.desk.services.context
        if state.shift is None:
            return
        if not state.cart.is_empty:
            text = _tr("A sale is still open. Finish, park or void it before you suspend the shift.")
            self.desk.say(text, "error")
            return
        self.desk.run(
            suspend_shift, context=context, shift_id=state.shift.id, permission=Permission.OPEN_SHIFT,
            what=_tr("Suspend the shift"), on_done=lambda _none: self.on_suspended(),
        )  # fmt: skip

    def show_aside(self) -> None:
        """The shifts of this store that wait."""
        self.desk.services.gateway.ask(
            list_suspended, store_id=self.desk.services.context.till.store_id, on_done=self._show_aside,
            on_error=self._failed,
        )  # fmt: skip

    def _show_aside(self, found: list[ShiftInHand]) -> None:
        formats = self.desk.formats
        rows = []
        for x in found:
            title = " · ".join(part for part in (x.till_code, x.drawer, x.name) if part)
            rows.append(Row(str(x.id), title, formats.date_time(x.opened_at), icon="pause_circle"))
        self._aside.set_message("")
        self._aside.set_rows(rows)
        self._place.show_panel(self._aside)

    def take_up(self, key: str) -> None:
        """Go on with it here."""
        self.desk.run(
            take_up_shift, context=self.desk.services.context, shift_id=int(key),
            permission=Permission.OPEN_SHIFT, what=_tr("Take up a suspended shift"), place=self._place,
            on_done=lambda _none: self._taken_up(), on_error=self._failed,
        )  # fmt: skip

    def _taken_up(self) -> None:
        self._place.close_panel()
        self.on_taken_up()

    def _failed(self, error: Exception) -> None:
        self.desk.sound.play("error")
        self._aside.set_message(describe(error))

    # --- several drawers at one till ---

    def with_drawer(self, go_on: Callable[[], None]) -> None:
        """Go on with the drawer of who is signed in; who has none open yet is asked."""
        context, actor = self.desk.services.context, self.desk.services.gateway.actor
        if not context.drawers or actor is None:
            go_on()
            return
        self._go_on = go_on

        def have(found: list[ShiftInHand]) -> None:
            mine = next((x.drawer for x in found if x.opened_by == actor.user_id), None)
            if mine in context.drawers:
                self._choose(mine or "")
            else:
                self._ask_drawer(found)

        self.desk.services.gateway.ask(
            list_in_hand, till_id=context.drawer_till_id, on_done=have, on_error=self.desk.refuse
        )

    def _ask_drawer(self, found: list[ShiftInHand]) -> None:
        names = {x.drawer: x.name for x in found}
        rows = []
        for drawer in self.desk.services.context.drawers:
            who = names.get(drawer)
            detail = _tr("free") if who is None else _tr("open: {name}").format(name=who)
            rows.append(Row(drawer, drawer, detail, icon="point_of_sale"))
        self._drawers.set_rows(rows)
        self._place.show_panel(self._drawers)

    def _choose(self, drawer: str) -> None:
        services = self.desk.services
        services.context = replace(services.context, drawer=drawer)
        self._place.close_panel()
        self._go_on()
