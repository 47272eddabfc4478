"""A till without a window: what a cashier's hands do, through the operations that the screens call."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from app.access.operations import approve, sign_in
from app.catalog.barcodes import parse_scan
from app.demo.operations import DemoShop, DemoUser
from app.devices.ports import CardOutcome, CardResult
from app.kernel.permission import SYSTEM_ACTOR, Actor, Approval, Permission
from app.kernel.refusal import Refusal
from app.payments.operations import open_intent, record_intent_result
from app.runtime.approvals import about_sale
from app.runtime.run import Runtime
from app.till.back import Back
from app.till.cart import Cart, CartCustomer, Sellable
from app.till.context import TillContext
from app.till.lookup import find_sellable
from app.till.operations.carts import begin_tendering, save_cart
from app.till.operations.sales import CompletedSale, complete_sale
from app.till.returnable import get_returnable, line_back
from app.till.rules import PricedCart, price_cart
from app.till.tender import Tendering, quick_notes


class UnknownCodeError(Refusal):
    """Nothing has this code."""

    message = "Unknown code {code}. Create the product, or link the code to one."


class PinRefusedError(Refusal):
    """A PIN that does not fit."""

    message = "{name}: this PIN was not accepted."


@dataclass(slots=True)
class Desk:
    """One till and whoever stands at it."""

    runtime: Runtime
    context: TillContext
    shop: DemoShop
    pepper: bytes
    actor: Actor = SYSTEM_ACTOR
    shift_id: int = 0

    def user(self, role: str) -> DemoUser:
        """The demo's person of a role."""
        return next(u for u in self.shop.users if u.role == role)

    def sign_in(self, role: str, *, pin: str | None = None) -> None:
        """By PIN; raises PinRefusedError."""
        user = self.user(role)
        answer = self.runtime.run(
            sign_in, actor=self._system(), user_id=user.id, pin=user.pin if pin is None else pin,
            pepper=self.pepper, station=self.context.till.code, till_id=self.context.till.id,
        )  # fmt: skip
        if answer.actor is None:
            raise PinRefusedError(name=user.name)
        self.actor = answer.actor

    def _system(self) -> Actor:
        return Actor(
            user_id=0, name="system", role="system", permissions=SYSTEM_ACTOR.permissions,
            station=self.context.till.code, till_id=self.context.till.id,
        )  # fmt: skip

    def approval(
        self, permission: Permission, *, about: str, amount_minor: int | None = None, role: str = "supervisor"
    ) -> Approval:
        """Somebody else's PIN, in place, for one thing."""
        user = self.user(role)
        answer = self.runtime.run(
            approve, actor=self._system(), user_id=user.id, pin=user.pin, pepper=self.pepper,
            permission=permission, asked_by=self.actor.user_id, about=about, amount_minor=amount_minor,
        )  # fmt: skip
        if answer.approval is None:
            raise PinRefusedError(name=user.name)
        return answer.approval

    def find(self, raw: str) -> Sellable:
        """What a scan stands for; raises UnknownCodeError and what the code itself is refused for."""
        found = self.runtime.ask(
            find_sellable, scan=parse_scan(raw), price_list_id=self.context.till.price_list_id,
            location_id=self.context.stock_location_id, on=self.context.on,
        )  # fmt: skip
        if found is None:
            raise UnknownCodeError(code=raw)
        return found

    def scan(self, cart: Cart, raw: str, quantity_milli: int | None = None) -> Cart:
        """Scan into the cart, which is saved at once."""
        return self.keep(
            cart.add(self.find(raw), cashier_id=self.actor.user_id, quantity_milli=quantity_milli)
        )

    def keep(self, cart: Cart) -> Cart:
        """Save the cart as it stands, as the screen does after each change."""
        self.runtime.run(
            save_cart, actor=self.actor, till_id=self.context.till.id, cart=cart, total_minor=self.due(cart)
        )
        return cart

    def priced(self, cart: Cart) -> PricedCart:
        """What it comes to."""
        return price_cart(cart, self.context.price_settings)

    def due(self, cart: Cart) -> int:
        """The total with tax."""
        return self.priced(cart).gross_minor

    def customer(self, cart: Cart, name: str) -> Cart:
        """Whose sale it is."""
        return self.keep(cart.set_customer(CartCustomer(self.shop.customers[name], name)))

    def pay(self, cart: Cart, *wishes: str, approval: Approval | None = None) -> CompletedSale:
        """Pay with the tenders wished for, in order: "cash", "card", "account", or "card:500" for a part."""
        due = self.due(cart)
        self.runtime.run(
            begin_tendering, actor=self.actor, till_id=self.context.till.id, cart=cart, total_minor=due
        )
        company = self.context.company
        paying = Tendering(due, company.currency, company.cash_rounding_minor)
        for wish in wishes:
            paying = self._take(cart, paying, wish)
        return self.complete(cart, paying, approval)

    def refund(self, sale_id: int, reason: str) -> CompletedSale:
        """The first goods of a receipt come back, somebody allows it, cash goes out."""
        found = self.runtime.ask(get_returnable, sale_id=sale_id).lines[0]
        back = line_back(found, found.receipt.left_milli, cashier_id=self.actor.user_id, back=Back(reason))
        cart = Cart().put(back)
        approval = self.approval(Permission.RETURN, about=about_sale(cart.uuid))
        company = self.context.company
        paying = Tendering(self.due(cart), company.currency, company.cash_rounding_minor)
        paying = paying.add("cash", "cash", abs(paying.cash_due_minor))
        return self.complete(cart, paying, approval)

    def complete(self, cart: Cart, paying: Tendering, approval: Approval | None) -> CompletedSale:
        """Book it."""
        return self.runtime.run(
            complete_sale, actor=self.actor, approval=approval, context=self.context,
            shift_id=self.shift_id, cart=cart, tenders=paying.tenders,
            rounding_minor=paying.rounding_minor,
        )  # fmt: skip

    def _take(self, cart: Cart, paying: Tendering, wish: str) -> Tendering:
        code, _, part = wish.partition(":")
        amount = int(part) if part else paying.still_to_pay_minor
        if code == "card":
            return paying.add(code, code, amount, reference=self._card(cart, amount))
        if code == "account":
            return paying.add(code, code, amount, party_id=cart.customer.party_id if cart.customer else None)
        if part:
            return paying.add(code, code, amount)
        # one of the notes that the screen proposes, as most people pay
        notes = quick_notes(paying.cash_due_minor, paying.currency)
        return paying.add(code, code, notes[min(2, len(notes) - 1)])

    def _card(self, cart: Cart, amount_minor: int) -> str:
        """Written down first, then asked, then what the terminal said."""
        uuid = self.runtime.run(
            open_intent, actor=self.actor, cart_uuid=cart.uuid, till_id=self.context.till.id,
            terminal="manual", amount_minor=amount_minor, currency=self.context.company.currency,
        )  # fmt: skip
        reference = f"A{uuid4().int % 1_000_000:06d}"
        self.runtime.run(
            record_intent_result, actor=self.actor, intent_uuid=uuid,
            result=CardResult(CardOutcome.APPROVED, reference),
        )  # fmt: skip
        return reference
