"""After a crash: the cart is back on the counter, and nobody forgets a card that was charged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.devices.ports import CardOutcome, CardResult
from app.payments.operations import OpenIntent, settle_intents_at_start
from app.till.card_refunds import ChargedCart, charged_carts
from app.till.operations.carts import RecoveredCart, park_cart, recover_carts
from ui.till.card_presenter import CardPresenter
from ui.till.desk import Desk
from ui.till.state import CardTaken


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recover", text)


class RecoverPresenter:
    """Runs once, when the first cashier of this start stands at an open shift."""

    def __init__(self, desk: Desk, cards: CardPresenter) -> None:
        self.desk = desk
        self.cards = cards
        self.on_parked: Callable[[], None] = lambda: None
        self._done = False
        self._open: list[OpenIntent] = []

    def start(self) -> None:
        """Look for what lay on the counter when the program ended."""
        if self._done:
            return
        self._done = True
        till_id = self.desk.services.context.till.id
        gateway = self.desk.services.gateway
        gateway.run(recover_carts, till_id=till_id, on_done=self._recovered, on_error=self.desk.refuse)
        gateway.ask(charged_carts, till_id=till_id, on_done=self._charged, on_error=self.desk.refuse)
        gateway.run(
            settle_intents_at_start, till_id=till_id, on_done=self._intents, on_error=self.desk.refuse
        )

    def _recovered(self, found: list[RecoveredCart]) -> None:
        carts = [one for one in found if not one.cart.is_empty]
        if not carts:
            return
        newest, *others = carts
        for other in others:
            self._park(other)
        if not self.desk.state.cart.is_empty:
            self._park(newest)
            return
        self.desk.set_cart(newest.cart, keep=False)
        customer = newest.cart.customer
        self.desk.view.cart.set_customer(customer.name if customer else "")
        if newest.was_tendering:
            text = _tr(
                "This sale was being paid when the program ended. It was not booked: look at the card "
                "terminal before you take the money again."
            )
            self.desk.say(text, "warn", action=_tr("Understood"))
        else:
            self.desk.say(_tr("The sale that was open is back."), "info")

    def _charged(self, cards: list[ChargedCart]) -> None:
        """What a terminal had approved before the program ended counts for its sale, a parked one as well."""
        for card in cards:
            self._count(card.cart_uuid, card.amount_minor, card.reference)

    def _park(self, one: RecoveredCart) -> None:
        from app.till.rules import price_cart

        shift = self.desk.state.shift
        if shift is None:
            return
        priced = price_cart(one.cart, self.desk.services.context.price_settings)
        self.desk.services.gateway.run(
            park_cart, till_id=self.desk.services.context.till.id, cart=one.cart,
            total_minor=priced.gross_minor, shift_id=shift.id, on_done=lambda _a: self.on_parked(),
            on_error=self.desk.refuse,
        )  # fmt: skip

    # --- cards of which nobody knows how they ended ---

    def _intents(self, found: list[OpenIntent]) -> None:
        self._open = list(found)
        self._ask_next()

    def _ask_next(self) -> None:
        if not self._open:
            return
        intent = self._open.pop(0)
        self.cards.unknown.ask(intent, lambda result: self._answered(intent, result))

    def _answered(self, intent: OpenIntent, result: CardResult) -> None:
        self.desk.view.close_panel()
        if result.outcome is CardOutcome.APPROVED:
            self._taken(intent, result.reference)
        elif result.outcome is CardOutcome.UNKNOWN:
            self.cards.keep_open(intent)
        self._ask_next()

    def _taken(self, intent: OpenIntent, reference: str) -> None:
        if intent.cart_uuid == self.desk.state.cart.uuid:
            self._count(intent.cart_uuid, intent.amount_minor, reference)
        elif intent.amount_minor > 0:
            amount = self.desk.formats.money(intent.amount_minor)
            text = _tr("{amount} was charged to a card for a sale that is not here: pay it back.")
            self.desk.say(text.format(amount=amount), "warn", action=_tr("Understood"))

    def _count(self, cart_uuid: str, amount_minor: int, reference: str) -> None:
        state = self.desk.state
        taken = CardTaken(cart_uuid, amount_minor, reference)
        if taken not in state.cards_taken:
            state.cards_taken = (*state.cards_taken, taken)
        if cart_uuid != state.cart.uuid:
            return
        text = _tr("{amount} by card counts for this sale. Press Pay.")
        self.desk.say(text.format(amount=self.desk.formats.money(amount_minor)), "ok")
