"""Picking: one card at a time, by scan; nothing else is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from app.fulfilment.operations.picking import Pick, cancel_pick_list, record_picks, short_pick
from app.fulfilment.operations.surplus import Surplus, take_surplus
from app.fulfilment.queries import PickCard
from app.fulfilment.refusals import LotRefusedError, OverPickError
from app.fulfilment.screen_queries import Walk, get_walk
from app.fulfilment.states import PickStatus, ShortReason
from app.inventory.refusals import SerialNeededError
from app.inventory.rules import LotStock
from app.kernel.permission import Permission
from app.kernel.quantity import ONE
from app.orders.screen_queries import ScannedGoods
from app.orders.tolerance import surplus_left
from ui.fulfilment.pick_card import PickCardView
from ui.fulfilment.scan_panel import ScanPanel
from ui.fulfilment.walk import card_after, done_cards, is_place, next_card
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.sound import DONE, Sound
from ui.widgets.text import Elided, line


class PickPanel(ScanPanel):
    """The walk of one list.

    Signals:
        finished(object): the list is picked; the ids of its orders.
    """

    finished = Signal(object)

    def __init__(self, desk: OfficeDesk, sound: Sound, parent: QWidget | None = None) -> None:
        super().__init__(desk, sound, "", parent)
        self.set_title(self.tr("Pick list"))
        self.walk: Walk | None = None
        self.card: PickCard | None = None
        self._verified: int | None = None
        self._lot = ""  # of the scan that was right
        self._ask_serial: tuple[PickCard, Pick, str] | None = None  # the next scan is the piece's number
        self._tried: tuple[PickCard, Pick, str] | None = None
        self._start = 0
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self.bar.setAccessibleName(self.tr("Progress of the walk"))
        self.view = PickCardView(desk.formats)
        self.following = Elided("", tokens.LABEL, 500, "text2")
        self.last = Elided("", tokens.LABEL, 500, "text2")
        self.rest_button = Button(self.tr("Take the rest"), icon="add", hint="F6")
        self.skip_button = Button(self.tr("Later"), icon="arrow_forward", hint="F7")
        self.cancel_button = Button(self.tr("Give the list back"), "danger_soft")
        self.finish_button = Button(self.tr("Finish list"), "primary", icon="task_alt", hint="F10")
        self.short_buttons: dict[ShortReason, Button] = {}
        self._lay_out()
        self.rest_button.clicked.connect(self.take_rest)
        self.skip_button.clicked.connect(self.skip)
        self.finish_button.clicked.connect(self.finish)
        self.cancel_button.clicked.connect(self._give_back)

    def _lay_out(self) -> None:
        self.page.addWidget(self.bar)
        self.page.addWidget(self.view, 1)
        strip = line(self.last, self.following, gap=20)
        strip.setStretch(0, 1)
        strip.setStretch(1, 1)
        self.page.addLayout(strip)
        self.page.addWidget(self.code)
        words = {
            ShortReason.NOT_FOUND: self.tr("Not there"),
            ShortReason.DAMAGED: self.tr("Damaged"),
            ShortReason.EXPIRED: self.tr("Expired"),
            ShortReason.OTHER: self.tr("Short"),
        }
        foot = line(self.cancel_button, None, gap=8)
        for reason, text in words.items():
            button = Button(text, name=self.tr("Pick short: {reason}").format(reason=text))
            button.clicked.connect(lambda _=False, why=reason: self.short(why))
            self.short_buttons[reason] = button
            foot.addWidget(button)
        for part in (self.skip_button, self.rest_button, self.finish_button):
            foot.addWidget(part)
        self.content.addLayout(foot)

    def load(self, pick_list_id: int, then: Callable[[], None] | None = None) -> None:
        """Read the list; the card is the first one with something left."""

        def have(walk: Walk) -> None:
            self._have(walk)
            if then is not None:
                then()

        self.ask(get_walk, have, pick_list_id=pick_list_id, on=self.desk.services.context.on)

    def _have(self, walk: Walk) -> None:
        self.walk = walk
        self.card = next_card(walk.cards, self._start)
        orders = ", ".join(walk.orders.values())
        self.set_title(f"{walk.row.number} · {orders}")
        self.bar.setMaximum(len(walk.cards))
        self.bar.setValue(done_cards(walk.cards))
        card, open_list = self.card, walk.row.status in (PickStatus.OPEN, PickStatus.PICKING)
        if card is None:
            done = self.tr("Everything is picked. Finish the list.")
            self.view.show_all_done(done if open_list else self.tr("The list is finished."))
            self.following.set_text("")
        else:
            self.view.show_card(
                card, code=walk.codes.get(card.product_id, ""), order=walk.orders.get(card.order_id, ""),
                lot=self._lot_words(card),
            )  # fmt: skip
            self._show_following(walk, card)
        self._show_buttons(open_list=open_list)

    def lots(self) -> tuple[LotStock, ...]:
        """The lots of the goods of the card, in the order they are to be taken."""
        if self.walk is None or self.card is None:
            return ()
        return self.walk.lots.get(self.card.product_id, ())

    def _lot_words(self, card: PickCard) -> str:
        if self.walk is None or not self.walk.lots.get(card.product_id):
            return ""
        first = self.walk.lots[card.product_id][0]
        if first.expires_on is None:
            return self.tr("Lot {lot}").format(lot=first.code)
        day = self.desk.formats.date(first.expires_on)
        return self.tr("Lot {lot} · last day {day}").format(lot=first.code, day=day)

    def _show_following(self, walk: Walk, card: PickCard) -> None:
        following = card_after(walk.cards, card)
        if following is None:
            self.following.set_text(self.tr("This is the last one."))
            return
        quantity = self.desk.formats.quantity(following.left_milli)
        if following.bin:
            text = self.tr("Next: {place} · {quantity} × {name}")
        else:
            text = self.tr("Next: {quantity} × {name}")
        self.following.set_text(text.format(place=following.bin, quantity=quantity, name=following.name))

    def _show_buttons(self, *, open_list: bool) -> None:
        walking = open_list and self.card is not None
        for button in self.short_buttons.values():
            button.setVisible(walking)
        self.skip_button.setVisible(walking)
        self.rest_button.setVisible(walking)
        self.rest_button.setEnabled(self.card is not None and self._verified == self.card.id)
        self.finish_button.setVisible(open_list and self.card is None)
        self.cancel_button.setVisible(open_list)
        self.code.setVisible(walking)
        if self.finish_button.isVisible():
            self.finish_button.setFocus()

    # --- scans ---

    def show_wrong(self, *, wrong: bool) -> None:
        """The whole card turns red."""
        self.view.set_wrong(wrong=wrong)

    def place(self, raw: str) -> bool:
        """The clerk scans the place he stands at, or types the lot in his hand."""
        if self._ask_serial is not None:
            asked, pick, name = self._ask_serial
            self._book(asked, replace(pick, serial=raw.strip()), name)
            return True
        card, lot = self.card, raw.strip()
        if card is not None and lot in {x.code for x in self.lots()}:
            self._book(card, Pick(card.id, card.product_id, ONE, lot), card.name)
            return True
        if self.walk is None or not is_place(raw, self.walk.cards):
            return False
        wanted = self.card.bin if self.card is not None else ""
        if self.card is None or raw.strip().upper() == wanted.upper():
            self.last.set_text(self.tr("Right place: {place}").format(place=wanted))
            self.good()
        else:
            self.wrong(
                self.tr("This is {scanned}. Go to {wanted}.").format(scanned=raw.strip(), wanted=wanted)
            )
        return True

    def found(self, goods: ScannedGoods) -> None:
        """Book it; the room refuses a wrong item and one too many."""
        card = self.card
        if card is None or self.walk is None:
            self._nothing_left(goods)
            return
        pick = Pick(card.id, goods.product_id, goods.quantity_milli, goods.lot, serial=goods.serial)
        self._book(card, pick, goods.name)

    def _nothing_left(self, goods: ScannedGoods) -> None:
        """Everything is picked: one more of it goes along only within the tolerance."""
        cards = self.walk.cards if self.walk is not None else ()
        same = next((c for c in cards if c.product_id == goods.product_id and c.picked_milli), None)
        self.wrong(self.tr("Nothing is left to pick. Put {name} back.").format(name=goods.name))
        if same is not None:
            pick = Pick(same.id, goods.product_id, goods.quantity_milli, goods.lot, serial=goods.serial)
            self._offer_surplus(same, pick, goods.name)

    def _offer_surplus(self, card: PickCard, pick: Pick, name: str) -> None:
        """Ask whether what is too many goes along, where the tolerance lets it."""
        more = pick.quantity_milli - card.left_milli

        def have(left: int) -> None:
            if more <= left:
                quantity = self.desk.formats.quantity
                self.asking.ask(
                    self.tr("Take {more} × {name} more than ordered? Up to {left} may go along.").format(
                        more=quantity(more), name=name, left=quantity(left)
                    ),
                    self.tr("Take it along"), lambda _text: self._take_surplus(card, pick, name, more),
                    text=None,
                )  # fmt: skip

        self.ask(surplus_left, have, order_line_id=card.order_line_id)

    def _take_surplus(self, card: PickCard, pick: Pick, name: str, more: int) -> None:
        if self.walk is None:
            return
        list_id = self.walk.row.id

        def taken(found: Surplus) -> None:
            """Given away, it is on a line of its own."""
            if found.pick_line_id == card.id:
                self._book(card, pick, name)
                return
            apart = replace(pick, pick_line_id=found.pick_line_id, quantity_milli=more)
            own = [replace(pick, quantity_milli=card.left_milli)] if card.left_milli else []
            self._book(card, apart, name, before=own)

        self.run(
            take_surplus, taken, pick_list_id=list_id, pick_line_id=card.id, quantity_milli=more
        )  # fmt: skip

    def _book(self, card: PickCard, pick: Pick, name: str, before: Sequence[Pick] = ()) -> None:
        if self.walk is None:
            return
        list_id = self.walk.row.id
        quantity = self.desk.formats.quantity(pick.quantity_milli)

        self._tried, self._ask_serial = (card, pick, name), None

        def booked(_answer: Any) -> None:
            self._verified, self._lot = card.id, pick.lot
            self.asking.close_question()
            self.last.set_text(self.tr("Taken: {quantity} × {name}").format(quantity=quantity, name=name))
            self.load(list_id, self._good_or_done)

        self.book(record_picks, booked, pick_list_id=list_id, picks=[*before, pick])

    def scan_failed(self, error: Exception) -> None:
        """A lot whose turn it is not: who may can take it all the same."""
        tried = self._tried
        if isinstance(error, SerialNeededError) and tried and not tried[1].serial:
            self._wait_for_serial(tried)
            return
        super().scan_failed(error)
        if isinstance(error, OverPickError) and tried and tried[1].quantity_milli > tried[0].left_milli:
            self._offer_surplus(*tried)
        if isinstance(error, LotRefusedError) and tried and self.desk.may(Permission.OVERRIDE_LOT):
            card, pick, name = tried
            self.asking.ask(
                self.tr("Take lot {lot} all the same? It is noted.").format(lot=pick.lot),
                self.tr("Take it"),
                lambda _text: self._book(card, replace(pick, override=True), name), text=None,
            )  # fmt: skip

    def _wait_for_serial(self, tried: tuple[PickCard, Pick, str]) -> None:
        """The goods are right; what is scanned next is the number of this piece."""
        card, pick, name = tried
        self._ask_serial = card, replace(pick, quantity_milli=ONE), name
        self.last.set_text(self.tr("Scan the serial number of {name}").format(name=name))
        self.good()

    def _good_or_done(self) -> None:
        self.good()
        if self.card is None:
            self.sound.play(DONE)

    # --- buttons ---

    def take_rest(self) -> None:
        """After one right scan: the rest of it without scanning each piece."""
        card = self.card
        if card is not None and self._verified == card.id and not self.working:
            lot = next((x for x in self.lots() if x.code == self._lot), None)
            rest = card.left_milli if lot is None else min(card.left_milli, lot.on_hand_milli)
            self._book(card, Pick(card.id, card.product_id, rest, self._lot), card.name)

    def skip(self) -> None:
        """Come back to this one at the end."""
        if self.card is not None and self.walk is not None:
            self._start, self._ask_serial = self.card.position + 1, None
            self.refuse("")
            self.view.set_wrong(wrong=False)
            self._have(self.walk)

    def short(self, reason: ShortReason) -> None:
        """Less is there than wanted: the rest waits, the shelf is to be counted."""
        card, walk = self.card, self.walk
        if card is None or walk is None:
            return

        def done(_task: Any) -> None:
            self.view.set_wrong(wrong=False)
            self.desk.say(
                self.tr("{name}: the rest waits for goods, the shelf is to be counted.").format(
                    name=card.name
                ),
                "warn",
            )
            self.load(walk.row.id)

        self.run(short_pick, done, pick_line_id=card.id, reason=reason)

    def finish(self) -> None:
        """The list is done."""
        walk = self.walk
        if walk is None:
            return

        def done(_answer: Any) -> None:
            self.desk.say(self.tr("{number} is picked.").format(number=walk.row.number))
            self.finished.emit(sorted(walk.orders))

        self.run(record_picks, done, pick_list_id=walk.row.id, picks=[], finish=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F6 takes the rest, F7 leaves it for later, F10 finishes."""
        work = {Qt.Key.Key_F6: self.take_rest, Qt.Key.Key_F7: self.skip}.get(Qt.Key(event.key()))
        if work is not None:
            work()
        elif event.key() == Qt.Key.Key_F10 and self.finish_button.isVisible():
            self.finish()
        else:
            super().keyPressEvent(event)

    def _give_back(self) -> None:
        walk = self.walk
        if walk is None:
            return
        self.asking.ask(
            self.tr("Give the list back? Put the goods back; they stay committed to their orders."),
            self.tr("Give the list back"),
            lambda _text: self.run(
                cancel_pick_list, lambda _none: self.closed.emit(), pick_list_id=walk.row.id
            ),
            text=None,
        )
