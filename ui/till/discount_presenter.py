"""Discounts and changed prices: within the role's limit at once, beyond it with somebody's PIN."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from app.access.queries import Role
from app.kernel.permission import Approval, Permission
from app.kernel.refusal import Refusal
from app.kernel.text import clean
from app.pricing.limits import limits_of
from app.pricing.rules import ProductLimit
from app.runtime.approvals import about_sale
from app.till.cart import Cart, Discount, DiscountKind
from app.till.limits import beyond_limits, changed_by_hand, lowered_minor
from app.till.rules import ExceededDiscount, check_discount_limits, price_cart
from ui.shell.errors import describe
from ui.till.desk import Desk
from ui.till.panels_ask import DiscountPanel, LinePanel, ReasonPanel

_REASON_CHARS = 100


def _tr(text: str) -> str:
    return QCoreApplication.translate("Discount", text)


class DiscountPresenter:
    """Gives discounts and sets prices."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._line = ""  # the line the panel is about, whatever is selected since
        self.do: Callable[[str], None] = lambda _action: None  # other actions of the line panel

    @cached_property
    def _panel(self) -> DiscountPanel:
        panel = DiscountPanel(self.desk.formats)
        panel.applied.connect(self.applied)
        panel.removed.connect(self.removed)
        return panel

    @cached_property
    def _line_panel(self) -> LinePanel:
        panel = LinePanel(self.desk.formats)
        panel.changed.connect(self.line_changed)
        panel.action.connect(lambda name: self.do(name))  # noqa: PLW0108 - set later
        return panel

    # --- one line ---

    def show_line(self, line_id: str) -> None:
        """A tap on the selected line: its quantity and price."""
        line = self.desk.state.cart.line(line_id)
        self._line = line_id
        self._line_panel.ask(line.item.name, line.quantity_milli, line.unit_price_minor)
        self.desk.view.show_panel(self._line_panel)

    def line_changed(self, quantity_milli: int, price_minor: int) -> None:
        """Quantity and price of the line panel."""
        try:
            before = self.desk.state.cart.line(self._line)
            if quantity_milli != before.quantity_milli:
                self.desk.set_cart(self.desk.state.cart.set_quantity(self._line, quantity_milli))
        except Refusal as refusal:
            self._line_panel.set_message(describe(refusal))
            return
        self.desk.view.close_panel()
        if price_minor != before.unit_price_minor:
            self.set_price(self._line, price_minor)

    # --- discounts ---

    def show(self) -> None:
        """Ask for a discount, on the selected line or on the sale."""
        state, formats = self.desk.state, self.desk.formats
        if state.cart.is_empty:
            self.desk.say(_tr("There is nothing to give a discount on."), "error")
            return
        actor = self.desk.services.gateway.actor
        self._line = state.selected
        limit = _tr(
            "Your limit: {line} on a line, {sale} on the sale. Beyond it a supervisor is asked."
        ).format(
            line=formats.percent(actor.line_discount_limit if actor else 0),
            sale=formats.percent(actor.sale_discount_limit if actor else 0),
        )
        line_discount = state.cart.line(self._line).discount if self._line else None
        self._panel.ask(
            line_name=self.desk.line_name, scope="line",
            reasons=[_tr("Regular customer"), _tr("Damaged"), _tr("Last piece"), _tr("Staff")], limit=limit,
            has_discount=bool(line_discount or state.cart.discount),
        )  # fmt: skip
        self.desk.view.show_panel(self._panel)

    def applied(self, scope: str, kind: str, value: int, reason: str) -> None:
        """What was typed or tapped in the panel."""
        discount = Discount(DiscountKind(kind), value, clean(reason)[:_REASON_CHARS])
        self.give(self._line if scope == "line" else "", discount, self._refused)

    def removed(self, scope: str) -> None:
        """Take the discount away."""
        cart = self.desk.state.cart
        cleared = cart.set_line_discount(self._line, None) if scope == "line" else cart.set_discount(None)
        self.desk.set_cart(cleared)
        self.desk.view.close_panel()

    def _refused(self, error: Exception) -> None:
        self.desk.sound.play("error")
        self._panel.set_message(describe(error))

    def give(
        self, line_id: str, discount: Discount, on_error: Callable[[Exception], None] | None = None
    ) -> None:
        """Give a discount on a line, "" for the whole sale; beyond the limit somebody is asked."""
        refuse = on_error or self.desk.refuse
        try:
            wanted = _with(self.desk.state.cart, line_id, discount)
            price_cart(wanted, self.desk.services.context.price_settings)
            beyond = self._beyond(wanted, line_id)
        except Refusal as refusal:
            refuse(refusal)
            return
        right = Permission.LINE_DISCOUNT if line_id else Permission.SALE_DISCOUNT
        if beyond is None and self.desk.may(right):
            self._set(line_id, discount, refuse)
            return
        self._ask(line_id, discount, right, beyond.hundredths if beyond else 0, refuse)

    def _beyond(self, cart: Cart, line_id: str) -> ExceededDiscount | None:
        actor = self.desk.services.gateway.actor
        found = check_discount_limits(
            cart,
            line_limit=actor.line_discount_limit if actor else 0,
            sale_limit=actor.sale_discount_limit if actor else 0,
        )
        return next((x for x in found if (x.line_id or "") == line_id), None)

    def _ask(
        self, line_id: str, discount: Discount, right: Permission, share: int,
        refuse: Callable[[Exception], None],
    ) -> None:  # fmt: skip
        ask, formats = self.desk.ask_approval, self.desk.formats
        actor = self.desk.services.gateway.actor
        if ask is None or actor is None:
            return
        own = actor.line_discount_limit if line_id else actor.sale_discount_limit
        size = (
            formats.percent(discount.value)
            if discount.kind is DiscountKind.PERCENT
            else formats.money(discount.value)
        )
        name = self.desk.state.cart.line(line_id).item.name if line_id else _tr("the whole sale")

        def fits(role: Role) -> bool:
            return (role.line_discount_limit if line_id else role.sale_discount_limit) >= share

        def then(approval: Approval) -> None:
            self._set(line_id, replace(discount, approver_id=approval.user_id), refuse)

        ask(
            right, _tr("Discount of {size} on {name}").format(size=size, name=name), then,
            about=about_sale(self.desk.state.cart.uuid),
            limit=_tr("Your limit is {limit}.").format(limit=formats.percent(own)), fits=fits,
        )  # fmt: skip

    def _set(self, line_id: str, discount: Discount, refuse: Callable[[Exception], None]) -> None:
        try:
            self.desk.set_cart(_with(self.desk.state.cart, line_id, discount))
        except Refusal as refusal:
            refuse(refusal)
            return
        self.desk.view.hide_banner()
        self.desk.view.close_panel()

    # --- before paying ---

    def check_limits(self, go_on: Callable[[], None]) -> None:
        """Before payment: a discount that has grown beyond the limit since is asked for again.

        An amount off the sale becomes a larger share when a line is taken off.
        """
        cart = self.desk.state.cart
        if cart.discount is None and all(line.discount is None for line in cart.lines):
            self._check_products(go_on)
            return
        for line_id in ("", *(line.line_id for line in cart.lines)):
            beyond = self._beyond(cart, line_id)
            discount = cart.line(line_id).discount if line_id else cart.discount
            if beyond is not None and discount is not None:
                right = Permission.LINE_DISCOUNT if line_id else Permission.SALE_DISCOUNT
                self._ask(line_id, discount, right, beyond.hundredths, self.desk.refuse)
                return
        self._check_products(go_on)

    def _check_products(self, go_on: Callable[[], None]) -> None:
        """Before payment: lowest prices and largest discounts of the products themselves."""
        priced, given = self.desk.state.priced, self.desk.state.approval
        changed = [] if priced is None else changed_by_hand(priced)
        allowed = self.desk.may(Permission.BELOW_LIMIT)
        lowered = 0 if priced is None else lowered_minor(priced)
        yes = given is not None and Permission.BELOW_LIMIT in given.permissions
        covered = given is not None and yes and (given.amount_minor or 0) >= lowered
        if not changed or allowed or covered:
            go_on()
            return

        def have(limits: dict[int, ProductLimit]) -> None:
            found = beyond_limits(priced, limits) if priced is not None else []
            if not found:
                go_on()
                return
            word = (
                _tr("Sell {name} below its lowest price")
                if found[0].below_floor
                else _tr("A larger discount than {name} allows")
            )
            if self.desk.ask_approval is not None:
                self.desk.ask_approval(
                    Permission.BELOW_LIMIT, word.format(name=found[0].name),
                    lambda approval: self._limit_approved(approval, go_on),
                    about=about_sale(self.desk.state.cart.uuid), amount_minor=lowered,
                )  # fmt: skip

        self.desk.services.gateway.ask(
            limits_of, product_ids=[p.line.item.product_id or 0 for p in changed], on_done=have,
            on_error=self.desk.refuse,
        )  # fmt: skip

    def _limit_approved(self, approval: Approval, go_on: Callable[[], None]) -> None:
        self.desk.state.approval = approval
        go_on()

    # --- prices ---

    def set_price(self, line_id: str, minor: int) -> None:
        """Another unit price for a line: for a reason, and by who may or whom he asks."""
        line = self.desk.state.cart.line(line_id)
        if minor == line.unit_price_minor:
            return
        try:
            self.desk.state.cart.set_price(line_id, minor, approver_id=None)
        except Refusal as refusal:  # no price of its own, or none at all: said before anybody is asked
            self.desk.refuse(refusal)
            return
        formats = self.desk.formats
        text = _tr("Price of {name}: {new} instead of {old}").format(
            name=line.item.name, new=formats.money(minor), old=formats.money(line.unit_price_minor)
        )
        panel = ReasonPanel(_tr("Change the price"), text, price_reasons(), _tr("Change the price"))
        panel.given.connect(lambda reason: self._price_allowed(line_id, minor, text, reason))
        self.desk.view.show_panel(panel)

    def _price_allowed(self, line_id: str, minor: int, what: str, reason: str) -> None:
        self.desk.view.close_panel()
        if self.desk.may(Permission.PRICE_OVERRIDE):
            self._set_price(line_id, minor, None, reason)
            return
        if self.desk.ask_approval is not None:
            self.desk.ask_approval(
                Permission.PRICE_OVERRIDE, what,
                lambda approval: self._set_price(line_id, minor, approval.user_id, reason),
                about=about_sale(self.desk.state.cart.uuid), amount_minor=minor,
            )  # fmt: skip

    def _set_price(self, line_id: str, minor: int, approver_id: int | None, reason: str) -> None:
        try:
            changed = self.desk.state.cart.set_price(
                line_id, minor, approver_id=approver_id, reason=clean(reason)[:_REASON_CHARS]
            )
            self.desk.set_cart(changed)
        except Refusal as refusal:
            self.desk.refuse(refusal)


def price_reasons() -> list[str]:
    """Why a price is changed by hand; another reason may be typed."""
    return [_tr("The label says so"), _tr("Damaged"), _tr("A competitor's price"), _tr("Agreed")]


def _with(cart: Cart, line_id: str, discount: Discount) -> Cart:
    return cart.set_line_discount(line_id, discount) if line_id else cart.set_discount(discount)
