"""Promotions and coupons at the till."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from app.kernel.refusal import Refusal
from app.promotions.queries import find_coupon
from app.promotions.refusals import CouponOfAnotherError, UnknownCouponError
from app.promotions.rules import Coupon
from app.till.cart import CartCoupon
from ui.shell.errors import describe
from ui.till.desk import Desk
from ui.till.panels_promotion import PromotionPanel
from ui.widgets.row_list import Row


def _tr(text: str) -> str:
    return QCoreApplication.translate("Promotion", text)


class PromotionPresenter:
    """Shows what works on the sale, takes coupons, takes promotions off and puts them on again."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @cached_property
    def _panel(self) -> PromotionPanel:
        panel = PromotionPanel()
        panel.coupon_given.connect(self._typed)
        panel.toggled.connect(self.toggle)
        self.desk.on_cart_changed.append(self._show_rows)
        return panel

    @property
    def is_open(self) -> bool:
        """Whether its panel is shown."""
        return "_panel" in self.__dict__ and self.desk.view.panel() is self._panel

    def show(self) -> None:
        """What works on this sale."""
        self._panel.set_message("")
        self._show_rows()
        self.desk.view.show_panel(self._panel)

    def _show_rows(self) -> None:
        cart, totals = self.desk.state.cart, dict[int, tuple[str, int]]()
        for r in cart.reductions:
            totals[r.promotion_id] = (r.name, totals.get(r.promotion_id, ("", 0))[1] + r.amount_minor)
        codes = {c.promotion_id: c.code for c in cart.coupons}
        rows = [
            Row(str(key), name, codes.get(key, ""), self.desk.formats.signed_money(-minor))
            for key, (name, minor) in totals.items()
        ]
        waiting = [c for c in cart.coupons if c.promotion_id not in totals]
        rows += [Row(f"c{c.coupon_id}", c.code, _tr("takes off nothing yet"), "") for c in waiting]
        self._panel.show_rows(rows, automatic=cart.automatic)

    def toggle(self) -> None:
        """Take promotions off the sale, or let them work again."""
        cart = self.desk.state.cart
        self.desk.set_cart(cart.set_automatic(on=not cart.automatic))

    def scanned(self, raw: str, otherwise: Callable[[], None]) -> None:
        """A code that is no product: a coupon, or something else."""
        self._find(raw, lambda coupon: self._take(coupon) if coupon else otherwise(), self.desk.refuse)

    def _typed(self, text: str) -> None:
        def take(coupon: Coupon | None) -> None:
            if coupon is None:
                self._refused(UnknownCouponError(code=text.strip()))
            else:
                self._panel.set_message("")
                self._take(coupon)

        self._find(text, take, self._refused)

    def _refused(self, error: Exception) -> None:
        self.desk.sound.play("error")
        self._panel.set_message(describe(error))

    def _find(
        self, raw: str, on_done: Callable[[Coupon | None], None], on_error: Callable[[Exception], None]
    ) -> None:
        self.desk.services.gateway.ask(find_coupon, code=raw, on_done=on_done, on_error=on_error)

    def _take(self, coupon: Coupon) -> None:
        cart, desk = self.desk.state.cart, self.desk
        owner = cart.customer.party_id if cart.customer else None
        refuse = self._refused if self.is_open else desk.refuse
        if coupon.party_id is not None and coupon.party_id != owner:
            refuse(CouponOfAnotherError(code=coupon.code))
            return
        taken = cart.put_coupon(CartCoupon(coupon.coupon_id, coupon.code, coupon.promotion_id))
        try:
            desk.set_cart(taken)
        except Refusal as refusal:
            refuse(refusal)
            return
        desk.sound.play("good")
        works = any(r.promotion_id == coupon.promotion_id for r in desk.state.cart.reductions)
        text = _tr("Coupon {code} is taken.") if works else _tr("Coupon {code}: takes off nothing yet.")
        desk.say(text.format(code=coupon.code), "info")
