"""Paying by card: what the terminal said becomes a tender, or a sentence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.devices.ports import CardOutcome, CardResult
from app.payments.card_queries import CardPaid
from app.payments.operations import reverse_intent
from app.till.card_refunds import cards_of_sale
from app.till.tender import Tender
from ui.till.card_presenter import CardPresenter
from ui.till.card_settling import Then, wired
from ui.till.desk import Desk


def _tr(text: str) -> str:
    return QCoreApplication.translate("Till", text)


class CardWay:
    """One payment by card at a time; while one is not settled the sale is paid in no other way.

    Hooks: `take(minor, reference)` adds the tender and says whether it could, `done()` when one was added,
    `drop(tender)` takes one off.
    """

    def __init__(self, desk: Desk, cards: CardPresenter) -> None:
        self.desk = desk
        self.cards = cards
        self.is_asking = False
        self.take: Callable[[int, str], bool] = lambda _minor, _reference: False
        self.done: Callable[[], None] = lambda: None
        self.drop: Callable[[Tender], None] = lambda _tender: None
        self._asked: Then | None = None  # what is to be done with the answer that is awaited or was left open

    def pay(self, amount_minor: int, *, is_refund: bool) -> None:
        """Charge so much, or pay so much back."""
        self._begin()
        if is_refund:
            self._refund(amount_minor)
        else:
            self.cards.charge(amount_minor, self._told(lambda result: self._said(result, amount_minor)))

    def _begin(self) -> None:
        self.is_asking = True
        self.desk.view.pay.set_busy(busy=True)

    def _end(self) -> None:
        self.is_asking = False
        self.desk.view.pay.set_busy(busy=False)
        self.desk.view.show_pay()

    def _told(self, then: Then) -> Then:
        """Keep what is to be done, for when it is settled later."""
        self._asked = then
        return then

    def _said(self, result: CardResult, amount_minor: int) -> None:
        view = self.desk.view
        self._end()
        if result.outcome is CardOutcome.APPROVED:
            if self.take(amount_minor, result.reference):
                self.done()
        elif result.outcome is CardOutcome.UNKNOWN:
            view.pay.set_message(
                _tr("It is not known whether the card was charged. Look at the terminal before you go on.")
            )
        else:
            view.pay.set_message(result.detail or _tr("The card was declined. Take another tender."))

    def settle_first(self) -> bool:
        """Whether a payment of this cart was left open: then it is asked how that ended, and nothing else."""
        left = self.cards.open_one()
        if self.is_asking or left is None:
            return False
        self._begin()
        then = self._asked or (lambda result: self._said(result, abs(left.amount_minor)))
        self.cards.settle_open(then)
        return True

    # --- the other way ---

    def _refund(self, amount_minor: int) -> None:
        """By the reference of what was paid, where that is whole and of the same day; else to the card."""
        origin = self.desk.state.origin
        if origin is None or wired(self.desk) is None:
            self._refund_to_card(amount_minor)
            return
        self.desk.services.gateway.ask(
            cards_of_sale, sale_id=origin.sale_id,
            on_done=lambda found: self._have_cards(amount_minor, *found),
            on_error=lambda _error: self._refund_to_card(amount_minor),
        )  # fmt: skip

    def _have_cards(self, amount_minor: int, cart_uuid: str, cards: list[CardPaid]) -> None:
        terminal = wired(self.desk)
        for card in cards:
            if (
                terminal is not None
                and card.terminal == terminal.name
                and card.amount_minor == amount_minor
                and card.after_last_close
            ):
                self._reverse_first(amount_minor, cart_uuid, card.reference)
                return
        self._refund_to_card(amount_minor)

    def _reverse_first(self, amount_minor: int, cart_uuid: str, reference: str) -> None:
        def said(result: CardResult) -> None:
            if result.outcome in {CardOutcome.DECLINED, CardOutcome.ABORTED}:
                self._refund_to_card(amount_minor)
                return
            if result.outcome is CardOutcome.APPROVED:
                self._note_reversed(cart_uuid, amount_minor, reference)
            self._said(result, amount_minor)

        self.cards.reverse(amount_minor, reference, self._told(said))

    def _refund_to_card(self, amount_minor: int) -> None:
        self.cards.refund(amount_minor, self._told(lambda result: self._said(result, amount_minor)))

    def take_back(self, taken: Tender) -> None:
        """A card payment is taken off a sale that is not booked: on the terminal first."""
        cart_uuid = self.desk.state.cart.uuid
        if wired(self.desk) is None or not taken.reference:
            self.drop(taken)
            self.desk.view.pay.set_message(_tr("Take the card payment back on the terminal as well."))
            self._note_reversed(cart_uuid, taken.amount_minor, taken.reference)
            return
        self._begin()

        def said(result: CardResult) -> None:
            self._end()
            if result.outcome is CardOutcome.APPROVED:
                self.drop(taken)
                self._note_reversed(cart_uuid, taken.amount_minor, taken.reference)
            elif result.outcome is CardOutcome.UNKNOWN:
                self.desk.view.pay.set_message(
                    _tr("It is not known whether the card payment was taken back.")
                )
            else:
                text = _tr("The card payment was not taken back: it stays on the sale.")
                self.desk.view.pay.set_message(f"{result.detail} {text}".strip())

        self.cards.reverse(taken.amount_minor, taken.reference, self._told(said))

    def _note_reversed(self, cart_uuid: str, amount_minor: int, reference: str) -> None:
        self.desk.services.gateway.run(
            reverse_intent, cart_uuid=cart_uuid, amount_minor=amount_minor, reference=reference,
            on_error=self.desk.refuse,
        )  # fmt: skip
