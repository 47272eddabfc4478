"""Taking lines and whole sales back before they are paid, with a reason; and notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.kernel.text import clean
from app.till.operations.carts import void_line, void_sale
from ui.till.desk import Desk
from ui.till.panels_ask import NotePanel, ReasonPanel


def _tr(text: str) -> str:
    return QCoreApplication.translate("Void", text)


def _reasons() -> list[str]:
    changed = _tr("The customer does not want it")
    return [_tr("Wrong item scanned"), changed, _tr("The price is wrong"), _tr("Damaged")]


class VoidPresenter:
    """Voids and notes."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.on_free: Callable[[], None] = lambda: None  # scans that waited for a void sale may come
        self._busy = False
        self._note_line = ""

    @cached_property
    def _note_panel(self) -> NotePanel:
        panel = NotePanel()
        panel.saved.connect(self._save_note)
        return panel

    # --- a line ---

    def line(self) -> None:
        """Take the selected line off."""
        state = self.desk.state
        if not state.selected:
            self.desk.say(_tr("Select a line first."), "error")
            return
        line_id = state.selected
        title, text = _tr("Void the line"), state.cart.line(line_id).item.name
        panel = ReasonPanel(title, text, _reasons(), _tr("Void the line"))
        panel.given.connect(lambda reason: self._void_line(line_id, reason))
        self.desk.view.show_panel(panel)

    def _void_line(self, line_id: str, reason: str, then: Callable[[], None] | None = None) -> None:
        state = self.desk.state
        if self._busy or state.shift is None or state.priced is None:
            return
        name = state.cart.line(line_id).item.name
        value = next(p.gross_minor for p in state.priced.lines if p.line.line_id == line_id)

        def done(_cart: object) -> None:
            # what was scanned meanwhile stays: the line is taken off the cart as it is now
            self._busy = False
            self.desk.view.close_panel()
            self.desk.set_cart(self.desk.state.cart.remove(line_id))
            self.desk.say(_tr("Line voided: {name}").format(name=name), "ok")
            if then is not None:
                then()

        self.desk.run(
            void_line, cart=state.cart, line_id=line_id, value_minor=value, reason=reason,
            shift_id=state.shift.id, permission=Permission.VOID_LINE,
            what=_tr("Void the line {name}").format(name=name), on_start=self._start, on_done=done,
            on_error=self._failed,
        )  # fmt: skip

    def lines(self, line_ids: list[str], reason: str) -> None:
        """Take several lines off for one reason, one after the other."""
        if line_ids:
            first, *others = line_ids
            self._void_line(first, reason, lambda: self.lines(others, reason))

    # --- the whole sale ---

    def sale(self) -> None:
        """Give the whole sale up."""
        if self.desk.state.cart.is_empty:
            if self.desk.state.returning:
                self.desk.new_cart()
            return
        total = self.desk.formats.money(self.desk.state.total_minor)
        text = _tr("All lines are taken off, {total} in all.").format(total=total)
        panel = ReasonPanel(_tr("Void the sale"), text, _reasons(), _tr("Void the sale"), danger=True)
        panel.given.connect(self._void_sale)
        self.desk.view.show_panel(panel)

    def _void_sale(self, reason: str) -> None:
        state = self.desk.state
        if self._busy or state.shift is None:
            return
        total = self.desk.formats.money(state.total_minor)
        self.desk.run(
            void_sale, cart=state.cart, total_minor=state.total_minor, reason=reason,
            shift_id=state.shift.id, permission=Permission.VOID_SALE,
            what=_tr("Void the sale of {total}").format(total=total), on_start=self._start_sale,
            on_done=self._sale_voided, on_error=self._failed,
        )  # fmt: skip

    def _start(self) -> None:
        self._busy = True
        self.desk.forget_pending_save()

    def _start_sale(self) -> None:
        self._start()
        self.desk.state.busy = True  # what is scanned now belongs to the next sale

    def _free(self) -> None:
        self._busy = self.desk.state.busy = False
        self.on_free()

    def _sale_voided(self, _answer: object) -> None:
        self.desk.new_cart()
        self._free()
        self.desk.view.show_sell()
        self.desk.say(_tr("The sale is voided."), "ok")

    def _failed(self, error: Exception) -> None:
        self._free()
        self.desk.refuse(error)

    # --- notes ---

    def note(self) -> None:
        """Write a note on the line or the sale."""
        state = self.desk.state
        self._note_line = state.selected
        line_note = state.cart.line(state.selected).note if state.selected else ""
        self._note_panel.ask(line_name=self.desk.line_name, line_note=line_note, sale_note=state.cart.note)
        self.desk.view.show_panel(self._note_panel)

    def _save_note(self, scope: str, text: str) -> None:
        cart = self.desk.state.cart
        try:
            kept = clean(text)
            changed = cart.set_line_note(self._note_line, kept) if scope == "line" else cart.set_note(kept)
            self.desk.set_cart(changed)
        except Refusal as refusal:
            self.desk.refuse(refusal)
        self.desk.view.close_panel()
