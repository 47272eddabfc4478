"""Gift cards and store credit: paid by, paid out on, sold, loaded and asked about."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from uuid import uuid4

from PySide6.QtCore import QCoreApplication

from app.loyalty.queries import Points, points_of
from app.loyalty.rules import program_of
from app.till.cart import CartLine, Sellable
from app.till.context import TenderType
from app.till.states import TakingKind
from app.till.taking import Taking
from app.till.tender import Tendering
from app.vouchers.queries import VoucherRow, find_voucher
from app.vouchers.refusals import NoSuchVoucherError
from app.vouchers.rules import new_code
from app.vouchers.states import VoucherKind, VoucherStatus
from ui.shell.errors import describe
from ui.till.desk import Desk
from ui.till.panels_voucher import GiftCardPanel, VoucherPanel
from ui.till.pay_figures import POINTS


def _tr(text: str) -> str:
    return QCoreApplication.translate("Voucher", text)


class VoucherPresenter:
    """Asks for numbers and says what is on a card.

    Hook: `take(tender_code, minor, number)`, what is paid by a card or paid out on it.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.take: Callable[[str, int, str], None] = lambda _code, _minor, _number: None
        self._tender = ""
        self._rest = 0
        self._is_refund = False

    @cached_property
    def _panel(self) -> VoucherPanel:
        panel = VoucherPanel(self.desk.formats)
        panel.submitted.connect(self._submitted)
        panel.number_changed.connect(self._look)
        return panel

    @cached_property
    def _sell_panel(self) -> GiftCardPanel:
        panel = GiftCardPanel(self.desk.formats)
        panel.number_changed.connect(self._look_for_sale)
        panel.new_number.connect(lambda: panel.set_number(new_code(VoucherKind.GIFT_CARD)))
        panel.submitted.connect(self._sell)
        panel.paid_out.connect(self._pay_out)
        return panel

    # --- paying by it ---

    def choose(self, tender: TenderType, tendering: Tendering) -> None:
        """Pay by gift card or store credit: ask for the number; a refund makes new store credit."""
        rest = tendering.still_to_pay_minor
        if rest < 0 and tender.kind == VoucherKind.STORE_CREDIT.value:
            self.take(tender.code, -rest, new_code(VoucherKind.STORE_CREDIT))
            return
        if tender.kind == POINTS:
            self._pay_by_points(tender, rest)
            return
        self._tender, self._rest, self._is_refund = tender.code, abs(rest), rest < 0
        self._panel.ask(self._rest, refund=self._is_refund)
        self.desk.view.show_panel(self._panel)

    def _pay_by_points(self, tender: TenderType, rest: int) -> None:
        """As much as the customer's points are worth; a refund gives points back."""
        customer = self.desk.state.cart.customer
        value = program_of(self.desk.services.context.settings).value_minor
        if customer is None or not value:
            return
        if rest < 0:
            self.take(tender.code, -rest, "")
            return

        def have(found: Points) -> None:
            worth = found.points * value
            if worth <= 0:
                self.desk.sound.play("error")
                self.desk.view.pay.set_message(_tr("The customer has no points."))
            else:
                self.take(tender.code, worth, "")

        self.desk.services.gateway.ask(
            points_of, party_id=customer.party_id, on_done=have, on_error=self.desk.refuse
        )

    @property
    def is_asking(self) -> bool:
        """Whether a number is asked for on the screen."""
        panel = self.desk.view.panel()
        return panel is not None and any(
            name in self.__dict__ and panel is self.__dict__[name] for name in ("_panel", "_sell_panel")
        )

    def scanned(self, raw: str) -> None:
        """A number was scanned into the panel that asks for one."""
        panel = self.desk.view.panel()
        if isinstance(panel, (VoucherPanel, GiftCardPanel)):
            panel.set_number(raw)

    def scanned_while_paying(self, raw: str, tenders: dict[str, str], otherwise: Callable[[], None]) -> None:
        """A code that is no product: a card pays what it can; `tenders` are codes by kind."""

        def show(found: VoucherRow | None) -> None:
            code = tenders.get(found.kind) if found else None
            if found is None or code is None:
                otherwise()
            else:
                self.desk.sound.play("good")
                self.take(code, found.balance_minor, found.code)

        self.desk.services.gateway.ask(find_voucher, code=raw, on_done=show, on_error=self.desk.refuse)

    def _look(self, number: str) -> None:
        self._ask(number, lambda found: self._panel.show_card(_told(found, self.desk)))

    def _submitted(self, number: str, typed: int | None) -> None:
        def show(found: VoucherRow | None) -> None:
            if found is None:
                self._refuse(number)
                return
            most = self._rest if self._is_refund else min(found.balance_minor, self._rest)
            self.take(self._tender, most if typed is None else typed, found.code)

        self._ask(number, show)

    def _refuse(self, number: str) -> None:
        self.desk.sound.play("error")
        self._panel.set_message(describe(NoSuchVoucherError(code=number)))

    def _ask(self, number: str, show: Callable[[VoucherRow | None], None]) -> None:
        if number:
            self.desk.services.gateway.ask(find_voucher, code=number, on_done=show, on_error=self.desk.refuse)

    # --- selling and loading ---

    def show(self) -> None:
        """Sell or load a gift card, or see what is on one."""
        self._sell_panel.ask()
        self.desk.view.show_panel(self._sell_panel)

    def _look_for_sale(self, number: str) -> None:
        self._ask(
            number, lambda found: self._sell_panel.show_card(_told(found, self.desk), new=found is None)
        )

    def _sell(self, number: str, minor: int) -> None:
        self._put(number, minor, _tr("Gift card"))

    def _pay_out(self, number: str) -> None:
        def show(found: VoucherRow | None) -> None:
            if found is None or not found.balance_minor:
                self._sell_panel.set_message(_tr("There is nothing on this card."))
            else:
                self._put(found.code, -found.balance_minor, _tr("Gift card paid out"))

        self._ask(number, show)

    def _put(self, number: str, minor: int, name: str) -> None:
        """The money stands in the cart and is paid with everything else."""
        actor = self.desk.services.gateway.actor
        if actor is None:
            return
        taking = Taking(TakingKind.VOUCHER, number)
        self.desk.view.show_sell()
        line = money_line(name, minor, taking, cashier_id=actor.user_id)
        self.desk.set_cart(self.desk.state.cart.put(line), select=line.line_id)
        self.desk.sound.play("good")


def money_line(name: str, minor: int, taking: Taking, *, cashier_id: int) -> CartLine:
    """A line of the cart for money that is taken."""
    item = Sellable(
        product_id=None, sku="", name=name, unit="pc", pack_milli=1000, unit_price_minor=minor,
        includes_tax=True, tax_class_id=0, category_id=None, discountable=False,
    )  # fmt: skip
    return CartLine(uuid4().hex, item, 1000, minor, cashier_id, taking=taking)


def _told(found: VoucherRow | None, desk: Desk) -> str:
    """What is on a card, in words."""
    if found is None:
        return _tr("A new number: nothing is on it yet.")
    amount = desk.formats.money(found.balance_minor)
    if found.status == VoucherStatus.BLOCKED.value:
        return _tr("Blocked, with {amount} on it.").format(amount=amount)
    if found.expires_on is not None:
        text = _tr("{amount} is on it, until {day}.")
        return text.format(amount=amount, day=desk.formats.date(found.expires_on))
    return _tr("{amount} is on it.").format(amount=amount)
