"""Taking money: tenders, quick notes, the card terminal, and the end of the sale."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.kernel.money import Money
from app.kernel.refusal import Refusal
from app.till.context import TenderType
from app.till.credit import OWN_CREDIT
from app.till.operations.carts import begin_tendering, end_tendering
from app.till.tender import STORE_CREDIT, Tender, Tendering, TenderTooMuchError
from app.vouchers.rules import new_code
from app.vouchers.states import VoucherKind
from ui.till.card_presenter import CardPresenter
from ui.till.desk import Desk
from ui.till.pay_account import AccountWay
from ui.till.pay_booking import Booking
from ui.till.pay_card import CardWay
from ui.till.pay_figures import (
    FOREIGN,
    POINTS,
    VOUCHERS,
    code_of_kind,
    offered,
    proposed_method,
    show_amounts,
    show_change,
    show_quick,
    show_tenders,
    tender_method,
)

if TYPE_CHECKING:
    from app.till.operations.sales import CompletedSale

_MAX_ENTRY = 12


def _tr(text: str) -> str:
    return QCoreApplication.translate("Till", text)


class PayPresenter:
    """From Pay to the change.

    Hooks set by the page: `before_pay(go_on)` (age check), `choose_voucher(tender, tendering)` (asks for a
    card's number), `on_completed(sale)`, `on_failed()`.
    """

    def __init__(self, desk: Desk, cards: CardPresenter) -> None:
        self.desk = desk
        self.card = CardWay(desk, cards)
        self.card.take = lambda minor, reference: self._take("card", minor, reference=reference)
        self.card.done = self._finish_when_paid
        self.card.drop = self._drop
        self.before_pay: Callable[[Callable[[], None]], None] = lambda go_on: go_on()
        self.account = AccountWay(desk)
        self.account.take = self._take_on_account
        self.account.take_credit = self._take_credit
        self.account.rest = lambda: self._tendering.still_to_pay_minor if self._tendering else 0
        self.choose_voucher: Callable[[TenderType, Tendering], None] = lambda _t, _p: None
        self.choose_foreign: Callable[[TenderType, int], None] = lambda _t, _r: None
        self.on_completed: Callable[[CompletedSale], None] = lambda _sale: None
        self.on_failed: Callable[[], None] = lambda: None
        self._tendering: Tendering | None = None
        self._method = "cash"
        self._entry = ""
        view = desk.view.pay
        view.method_chosen.connect(self.method_chosen)
        view.quick_chosen.connect(self.quick_chosen)
        view.key_pressed.connect(self.key_pressed)
        view.tender_removed.connect(self.tender_removed)
        view.completed.connect(self.completed)
        view.closed.connect(self.back)
        view.credit_wanted.connect(self.change_to_credit)
        view.own_credit_wanted.connect(self.account.use_credit)

    # --- into and out of payment ---

    def pay(self) -> None:
        """Pay was pressed: the cart is committed as `tendering` before any money moves."""
        state = self.desk.state
        if state.cart.is_empty or state.busy or state.shift is None or self.is_open:
            return
        self.before_pay(self._begin)

    def _begin(self) -> None:
        """Shown at once; what is written stands before whatever is asked or booked after it."""
        if self.is_open:
            return
        self.keep_tendering()
        self._show()

    def keep_tendering(self) -> None:
        """Write the cart down as being paid; whatever is booked later waits for it."""
        state = self.desk.state
        self.desk.forget_pending_save()
        self.desk.services.gateway.run(
            begin_tendering, till_id=self.desk.services.context.till.id, cart=state.cart,
            total_minor=state.total_minor, on_error=self._not_begun,
        )  # fmt: skip

    def _not_begun(self, error: Exception) -> None:
        if not self.has_tenders and not self.desk.state.busy:
            self._tendering = None
            self.desk.view.show_sell()
            self.desk.view.cart.set_pay_enabled(enabled=True)
        self.desk.refuse(error)

    def _show(self) -> None:
        context, state = self.desk.services.context, self.desk.state
        self._tendering = Tendering(
            due_minor=state.total_minor, currency=context.company.currency,
            cash_rounding_minor=context.company.cash_rounding_minor,
        )  # fmt: skip
        self._entry = ""
        self._method = proposed_method(state, context)
        shown = [tender_method(t) for t in offered(context, state)]
        self.desk.view.pay.set_methods(shown, self._method)
        self.desk.view.show_pay()
        self.desk.view.cart.set_pay_enabled(enabled=False)
        self._refresh()
        self.account.offer_credit()
        for card in state.cards_taken:
            if card.cart_uuid == state.cart.uuid:
                self._take("card", abs(card.amount_minor), reference=card.reference)

    def back(self) -> None:
        """Back to the cart; only while no card payment stands on it."""
        tendering = self._tendering
        if self.desk.state.busy or self.card.is_asking or tendering is None:
            return
        if any(t.kind == "card" for t in tendering.tenders):
            self.desk.view.pay.set_message(_tr("Take the card payment back first, on the terminal as well."))
            return
        self._tendering = None
        self.desk.view.show_sell()
        self.desk.view.cart.set_pay_enabled(enabled=True)
        self.desk.services.gateway.run(
            end_tendering, cart_uuid=self.desk.state.cart.uuid, on_error=self.desk.refuse
        )

    @property
    def is_charging(self) -> bool:
        """Whether the card terminal is being asked."""
        return self.card.is_asking

    @property
    def is_open(self) -> bool:
        """Whether payment is going on."""
        return self._tendering is not None

    @property
    def has_tenders(self) -> bool:
        """Whether money was taken already."""
        return self._tendering is not None and bool(self._tendering.tenders)

    # --- amounts ---

    def method_chosen(self, code: str) -> None:
        """Another way to pay; card and account take the rest at once."""
        self._method = code
        tender = self.desk.services.context.tender(code)
        if self.card.settle_first():
            return
        if tender.kind in {*VOUCHERS, POINTS} and self._tendering is not None:
            self.choose_voucher(tender, self._tendering)
        elif tender.kind == FOREIGN and self._tendering is not None:
            self.choose_foreign(tender, self._tendering.still_to_pay_minor)
        elif tender.kind == "account":
            self.account.pay()
        self._refresh()
        if tender.kind == "card":  # its answer may be there before this returns
            self._pay_by_card()

    def _take_credit(self, party_id: int, minor: int) -> None:
        code = code_of_kind(self.desk.services.context, "account")
        if code is not None and self._take(code, minor, reference=OWN_CREDIT, party_id=party_id):
            self._finish_when_paid()

    def take_voucher(self, code: str, minor: int, reference: str) -> None:
        """Pay by a card or points as much as is left, or pay out on them; foreign notes as they are."""
        if self._tendering is None:
            return
        if self.desk.services.context.tender(code).kind != FOREIGN:
            minor = min(minor, abs(self._tendering.still_to_pay_minor))
        self.desk.view.show_pay()
        if self._take(code, minor, reference=reference):
            self._finish_when_paid()

    def change_to_credit(self) -> None:
        """What is handed over is taken, and the change of it put on store credit."""
        code = code_of_kind(self.desk.services.context, STORE_CREDIT)
        if self._tendering is None or self.desk.state.busy or code is None:
            return
        try:
            typed = self._use_typed()
            taken = self._tendering.add("cash", "cash", typed or 0) if typed else self._tendering
            self._tendering = taken.change_to_credit(code, new_code(VoucherKind.STORE_CREDIT))
        except Refusal as refusal:
            self._refresh()
            self._refuse(refusal)
            return
        self._refresh()
        self.completed()

    def key_pressed(self, key: str) -> None:
        """A digit of what was handed over."""
        if key == "back":
            self._entry = self._entry[:-1]
        elif len(self._entry) < _MAX_ENTRY:
            self._entry += self.desk.formats.mark if key in ".," else key
        self._refresh()

    def quick_chosen(self, minor: int) -> None:
        """Exact, or a note: the tender is taken; when that pays for all, the sale is completed."""
        self._entry = ""
        if self._take(self._method_for_cash(), minor) and self._tendering and self._tendering.is_complete:
            self.completed()

    def _method_for_cash(self) -> str:
        kinds = {t.code: t.kind for t in self.desk.services.context.tenders}
        return self._method if kinds.get(self._method) == "cash" else "cash"

    def _typed(self) -> int | None:
        """What was typed, in minor units; digits without a mark are whole units of the currency."""
        if not self._entry:
            return None
        return self.desk.formats.parse_amount(self._entry)

    def _use_typed(self) -> int | None:
        """The same, used up: what cannot be read is refused once, and then gone."""
        try:
            return self._typed()
        finally:
            self._entry = ""

    def _take(self, code: str, minor: int, *, reference: str = "", party_id: int | None = None) -> bool:
        assert self._tendering is not None  # noqa: S101 - payment is open
        if self.card.settle_first():
            return False
        kind = self.desk.services.context.tender(code)
        try:
            self._tendering = self._tendering.add(
                code, kind.kind, minor, gives_change=kind.gives_change, reference=reference,
                party_id=party_id,
            )  # fmt: skip
        except Refusal as refusal:
            self._refuse(refusal)
            return False
        self._refresh()
        return True

    def _refuse(self, error: Exception) -> None:
        from ui.shell.errors import describe

        self.desk.sound.play("error")
        self.desk.view.pay.set_message(describe(error))

    def tender_removed(self, tender_id: str) -> None:
        """Take a tender back before the sale is completed."""
        if self._tendering is None or self.desk.state.busy:
            return
        taken = self._tendering.tenders[int(tender_id)]
        if taken.kind == "card":
            self.card.take_back(taken)
        else:
            self._drop(taken)

    def _drop(self, taken: Tender) -> None:
        if self._tendering is not None and taken in self._tendering.tenders:
            self._tendering = self._tendering.remove(self._tendering.tenders.index(taken))
            self._refresh()

    # --- card and account ---

    def _amount_or_rest(self) -> int:
        assert self._tendering is not None  # noqa: S101 - payment is open
        typed = self._use_typed()
        return abs(self._tendering.still_to_pay_minor) if typed is None else typed

    def _pay_by_card(self) -> None:
        try:
            amount = self._amount_or_rest()
        except Refusal as refusal:
            self._refuse(refusal)
            return
        if amount == 0 or self.card.is_asking:
            return
        if self._tendering is not None and amount > abs(self._tendering.still_to_pay_minor):
            self._refuse(TenderTooMuchError(due=self._rest_as_money()))
            return
        self._refresh()
        self.card.pay(amount, is_refund=self._is_refund)

    @property
    def _is_refund(self) -> bool:
        return self._tendering is not None and self._tendering.due_minor < 0

    def _rest_as_money(self) -> Money:
        rest = abs(self._tendering.still_to_pay_minor) if self._tendering else 0
        return Money(rest, self.desk.services.currency)

    def _take_on_account(self, party_id: int) -> None:
        if self._take("account", self._amount_or_rest(), party_id=party_id):
            self._finish_when_paid()

    def customer_chosen(self) -> None:
        """A customer was chosen while paying: go on with what was asked for."""
        if self.is_open:
            self.keep_tendering()
            self.desk.view.show_pay()
            if self._method == "account":
                self.account.pay()

    def _finish_when_paid(self) -> None:
        if self._tendering is not None and self._tendering.is_complete:
            self.completed()

    # --- the end ---

    def completed(self) -> None:
        """Enter: what was typed is taken (or the rest in cash), and a paid sale is booked."""
        if self.desk.state.busy or self.card.is_asking or self._tendering is None:
            return
        if self._is_refund and not self._tendering.is_complete and self._method_for_cash() != self._method:
            self.method_chosen(self._method)  # paid out as it was paid
            return
        if not self._tendering.is_complete:
            try:
                typed = self._use_typed()
            except Refusal as refusal:
                self._refresh()
                self._refuse(refusal)
                return
            rest = abs(self._tendering.cash_due_minor) if typed is None else typed
            if not self._take(self._method_for_cash(), rest) or not self._tendering.is_complete:
                return
        self._book(self._tendering)

    def _book(self, tendering: Tendering) -> None:
        self.desk.view.pay.set_busy(busy=True)
        self.desk.view.change.clear_notes()
        booking = Booking(self.desk, tendering)
        booking.on_done = lambda sale: self._done(sale, tendering.tenders)
        booking.on_failed = self._give_up
        booking.start()

    def _done(self, sale: CompletedSale, tenders: tuple[Tender, ...]) -> None:
        desk, state = self.desk, self.desk.state
        state.last_sale_id, state.last_number = sale.sale_id, sale.number
        state.last_type = sale.document_type
        self._tendering = None
        state.cards_taken = tuple(c for c in state.cards_taken if c.cart_uuid != state.cart.uuid)
        desk.view.pay.set_busy(busy=False)
        show_change(desk, sale, tenders)
        desk.new_cart()
        desk.view.show_change()
        desk.sound.play("done")
        self.on_completed(sale)

    def _give_up(self, error: Exception) -> None:
        self.desk.view.pay.set_busy(busy=False)
        self._refuse(error)
        # a cash tender that Enter took by itself is taken back, so that Enter can be pressed again
        if self._tendering is not None:
            kept = tuple(t for t in self._tendering.tenders if t.kind != "cash")
            while len(self._tendering.tenders) > len(kept):
                index = next(i for i, t in enumerate(self._tendering.tenders) if t.kind == "cash")
                self._tendering = self._tendering.remove(index)
            self._refresh(keep_message=True)
        self.on_failed()

    # --- showing ---

    def _refresh(self, *, keep_message: bool = False) -> None:
        tendering, view, formats = self._tendering, self.desk.view.pay, self.desk.formats
        if tendering is None:
            return
        if not keep_message:
            view.set_message("")
        try:
            typed = self._typed()
        except Refusal:
            typed = None
        show_tenders(view, tendering, self.desk.services.context, formats)
        show_amounts(view, tendering, formats, typed=typed, entry=self._entry)
        show_quick(view, tendering, formats)
        view.set_complete(enabled=True)
        view.set_credit(
            possible=tendering.due_minor > 0
            and bool(typed)
            and (typed or 0) > tendering.cash_due_minor
            and code_of_kind(self.desk.services.context, STORE_CREDIT) is not None
        )
