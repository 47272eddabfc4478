"""Taking money: tenders, quick notes, the card terminal, and the end of the sale."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.devices.ports import CardOutcome, CardResult
from app.kernel.money import Money
from app.kernel.permission import Approval, Permission
from app.kernel.refusal import CommitUnknownError, Refusal
from app.till.operations.carts import begin_tendering, end_tendering
from app.till.operations.sales import CompletedSale, complete_sale
from app.till.queries import SaleView, find_sale_by_uuid, get_sale
from app.till.states import SaleKind
from app.till.tender import Tender, Tendering, TenderTooMuchError
from ui.till.desk import Desk
from ui.till.pay_figures import SaleNotBookedError, show_amounts, show_quick, show_tenders, tender_method

_MAX_ENTRY = 12


def _tr(text: str) -> str:
    return QCoreApplication.translate("Till", text)


class PayPresenter:
    """From Pay to the change.

    Hooks set by the page: `before_pay(go_on)` (age check), `choose_customer()`,
    `charge_card(amount_minor, answer)` (asks the terminal), `on_completed(sale)`, `on_failed()`.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.before_pay: Callable[[Callable[[], None]], None] = lambda go_on: go_on()
        self.choose_customer: Callable[[], None] = lambda: None
        self.charge_card: Callable[[int, Callable[[CardResult], None]], None] = lambda _a, _b: None
        self.on_completed: Callable[[CompletedSale], None] = lambda _sale: None
        self.on_failed: Callable[[], None] = lambda: None
        self._tendering: Tendering | None = None
        self._method = "cash"
        self._entry = ""
        self._charging = False
        view = desk.view.pay
        view.method_chosen.connect(self.method_chosen)
        view.quick_chosen.connect(self.quick_chosen)
        view.key_pressed.connect(self.key_pressed)
        view.tender_removed.connect(self.tender_removed)
        view.completed.connect(self.completed)
        view.closed.connect(self.back)

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
        if state.returning:
            return
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
        due = -state.total_minor if state.returning else state.total_minor
        self._tendering = Tendering(
            due_minor=due, currency=context.company.currency,
            cash_rounding_minor=context.company.cash_rounding_minor,
        )  # fmt: skip
        self._entry = ""
        self._method = "cash"
        self.desk.view.pay.set_methods([tender_method(t) for t in context.tenders], self._method)
        self.desk.view.show_pay()
        self.desk.view.cart.set_pay_enabled(enabled=False)
        self._refresh()
        for card in state.cards_taken:
            if card.cart_uuid == state.cart.uuid:
                self._take("card", card.amount_minor, reference=card.reference)

    def back(self) -> None:
        """Back to the cart; only while no card payment stands on it."""
        tendering = self._tendering
        if self.desk.state.busy or self._charging or tendering is None:
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
        return self._charging

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
        if tender.kind == "card":
            self._pay_by_card()
        elif tender.kind == "account":
            self._pay_on_account()
        self._refresh()

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
        was_card = self._tendering.tenders[int(tender_id)].kind == "card"
        self._tendering = self._tendering.remove(int(tender_id))
        self._refresh()
        if was_card:
            self.desk.view.pay.set_message(_tr("Take the card payment back on the terminal as well."))

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
        if amount == 0 or self._charging:
            return
        if self._tendering is not None and amount > abs(self._tendering.still_to_pay_minor):
            self._refuse(TenderTooMuchError(due=self._rest_as_money()))
            return
        self._charging = True
        self.desk.view.pay.set_busy(busy=True)
        self.charge_card(amount, lambda result: self._card_done(result, amount))

    def _rest_as_money(self) -> Money:
        rest = abs(self._tendering.still_to_pay_minor) if self._tendering else 0
        return Money(rest, self.desk.services.currency)

    def _card_done(self, result: CardResult, amount: int) -> None:
        self._charging = False
        self.desk.view.pay.set_busy(busy=False)
        self.desk.view.show_pay()
        if result.outcome is CardOutcome.APPROVED:
            if self._take("card", amount, reference=result.reference):
                self._finish_when_paid()
        elif result.outcome is CardOutcome.UNKNOWN:
            self.desk.view.pay.set_message(
                _tr("It is not known whether the card was charged. Look at the terminal before you go on.")
            )
        else:
            self.desk.view.pay.set_message(_tr("The card was declined. Take another tender."))

    def _pay_on_account(self) -> None:
        customer = self.desk.state.cart.customer
        if customer is None:
            self.choose_customer()
            return
        given = self.desk.state.approval
        approved = given is not None and Permission.SELL_ON_ACCOUNT in given.permissions
        if self.desk.may(Permission.SELL_ON_ACCOUNT) or approved:
            self._take_on_account()
            return
        ask = self.desk.ask_approval
        if ask is not None:
            rest = self._tendering.still_to_pay_minor if self._tendering else 0
            what = _tr("Sell {amount} on account of {name}").format(
                amount=self.desk.formats.money(rest), name=customer.name
            )
            ask(Permission.SELL_ON_ACCOUNT, what, self._account_approved)

    def _account_approved(self, approval: Approval) -> None:
        self.desk.state.approval = approval
        self.desk.view.show_pay()
        self._take_on_account()

    def _take_on_account(self) -> None:
        customer = self.desk.state.cart.customer
        if customer is not None and self._take("account", self._amount_or_rest(), party_id=customer.party_id):
            self._finish_when_paid()

    def customer_chosen(self) -> None:
        """A customer was chosen while paying: go on with what was asked for."""
        if self.is_open:
            self.keep_tendering()
            self.desk.view.show_pay()
            if self._method == "account":
                self._pay_on_account()

    def _finish_when_paid(self) -> None:
        if self._tendering is not None and self._tendering.is_complete:
            self.completed()

    # --- the end ---

    def completed(self) -> None:
        """Enter: what was typed is taken (or the rest in cash), and a paid sale is booked."""
        if self.desk.state.busy or self._charging or self._tendering is None:
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
        state = self.desk.state
        if state.shift is None:
            return
        state.busy = True
        self.desk.view.pay.set_busy(busy=True)
        self.desk.forget_pending_save()
        kind = SaleKind.RETURN if state.returning else SaleKind.SALE
        self.desk.services.gateway.run(
            complete_sale, context=self.desk.services.context, shift_id=state.shift.id, cart=state.cart,
            tenders=list(tendering.tenders), rounding_minor=tendering.rounding_minor, kind=kind,
            approval=state.approval, on_done=lambda sale: self._done(sale, tendering.tenders),
            on_error=self._failed,
        )  # fmt: skip

    def _done(self, sale: CompletedSale, tenders: tuple[Tender, ...]) -> None:
        desk, state = self.desk, self.desk.state
        state.busy = False
        state.last_sale_id, state.last_number = sale.sale_id, sale.number
        self._tendering = None
        state.cards_taken = tuple(c for c in state.cards_taken if c.cart_uuid != state.cart.uuid)
        desk.view.pay.set_busy(busy=False)
        change = desk.formats.money(sale.change_minor) if sale.change_minor else ""
        received = sum(t.tendered_minor for t in tenders)
        summary = _tr("{number}: {total}, received {received}")
        if sale.gross_minor < 0:
            change = desk.formats.money(-received)
            summary = _tr("{number}: {total} paid out")
        desk.view.change.show_change(
            change,
            summary.format(
                number=sale.number, total=desk.formats.money(sale.gross_minor),
                received=desk.formats.money(received),
            ),
            refund=sale.gross_minor < 0,
        )  # fmt: skip
        desk.view.change.set_receipt_state(_tr("The receipt is printing…"))
        desk.view.change.set_note("")
        desk.new_cart()
        desk.view.show_change()
        desk.sound.play("done")
        self.on_completed(sale)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, CommitUnknownError):
            self.desk.services.gateway.ask(
                find_sale_by_uuid, uuid=self.desk.state.cart.uuid, on_done=self._looked_up,
                on_error=self._give_up,
            )  # fmt: skip
            return
        self._give_up(error)

    def _looked_up(self, sale_id: int | None) -> None:
        if sale_id is None:
            self._give_up(SaleNotBookedError())
        else:
            self.desk.services.gateway.ask(get_sale, sale_id=sale_id, on_done=self._found)

    def _found(self, sale: SaleView) -> None:
        tenders = self._tendering.tenders if self._tendering else ()
        done = CompletedSale(
            sale.id, sale.number, sale.gross_minor, sale.change_minor, sale.journal_excerpt, was_there=True
        )
        self._done(done, tenders)

    def _give_up(self, error: Exception) -> None:
        self.desk.state.busy = False
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
