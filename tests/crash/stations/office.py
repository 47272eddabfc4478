"""A station that works on the server itself, as a process: sells, receives, ships, moves, prices, is paid."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from sqlalchemy import select

from app.db.errors import DatabaseError
from app.fulfilment.operations.packing import PackageDraft, pack_shipment
from app.fulfilment.operations.picking import Pick, create_pick_list, record_picks
from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.fulfilment.tables import pick_line, pick_list, shipment
from app.inventory.receipts import ReceivedLine, receive_goods
from app.inventory.tables import transfer
from app.inventory.transfers import receive_transfer, send_transfer
from app.kernel.ids import use_lane
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import CommitUnknownError, Refusal
from app.numbering.lanes import deal_program_lane
from app.orders.drafts import LineDraft, OrderHead
from app.orders.operations.confirm import confirm_order
from app.orders.operations.entry import create_order
from app.orders.tables import sales_order, sales_order_line
from app.payments.customers import PaymentDraft, receive_payment
from app.payments.states import PaymentMethod
from app.pricing.operations import set_price
from app.runtime.run import Runtime
from app.till.cart import Cart
from app.till.cart_json import cart_from_json
from tests.crash.stations.history import Try, read
from tests.crash.stations.place import Place, open_factory
from tests.crash.stations.worker import GIFT_CARDS, Worker, new_token
from tests.integration.till.checkout import card

SKUS: Final = [
    "WINE",
    "WINE",
    "COFFEE",
    "MILK",
]  # of wine there is too little, and none is sold that is not there
KEPT: Final = ["COFFEE", "MILK"]


class Office(Worker):
    """One life of an office station."""

    def __init__(self, place: Place, number: int, seed: int) -> None:
        super().__init__(place, number, seed, Runtime(open_factory(place.urls[number], place, number)))
        with suppress(DatabaseError, CommitUnknownError):  # the server is away just now: the drawn one then
            use_lane(self.runtime.run(deal_program_lane, actor=SYSTEM_ACTOR))

    def live(self) -> None:
        """From the start to the end of the day."""
        self.history.count("lives")
        try:
            for one in read(self.place.history(self.number)).pending():
                self.again(one)
            while not self.place.is_over:
                self.whatever_comes(self.step)
                self.think()
            self.place.board.settle(self.number)
        finally:
            self.runtime.factory.dispose()

    def again(self, one: Try) -> None:
        """What the last life did not hear the end of is sent again, under the same UUID."""
        send: dict[str, Callable[[str, dict[str, Any]], None]] = {
            "sale": self.send_sale, "receipt": self.send_receipt, "order": self.send_order,
            "transfer": self.send_transfer, "payment": self.send_payment, "pick": self.send_pick,
            "pack": self.send_pack,
        }  # fmt: skip
        send[one.kind](one.token, one.detail)

    def step(self) -> None:
        """One thing that people do there."""
        todo: list[tuple[Callable[[], None], int]] = [
            (self.sale, 24), (self.double, 5), (self.gift_card, 4), (self.redeem, 5), (self.receipt, 10),
            (self.order, 12), (self.pick, 12), (self.finish_picks, 8), (self.pack, 10), (self.dispatch, 8),
            (self.move, 6), (self.arrive, 4), (self.price, 4), (self.payment, 6),
        ]  # fmt: skip
        (one,) = self.chance.choices([t for t, _ in todo], [weight for _, weight in todo])
        one()

    def whatever_comes(self, do: Callable[[], Any]) -> bool:
        """A look, or a step that has no UUID: what is refused or unreachable is left for later."""
        try:
            do()
        except (DatabaseError, CommitUnknownError) as error:
            self.note_deadlock(error)
            self.history.count("unreachable")
        except Refusal as error:
            self.history.count(f"refused: {type(error).__name__}")
        else:
            return True
        return False

    def send(self, token: str, operation: Callable[..., Any], **arguments: Any) -> bool:
        """With its UUID, until there is an answer."""

        def ask() -> dict[str, Any]:
            sent = new_token() if self.place.variant == "another uuid at each retry" else token
            done = self.runtime.run(operation, actor=self.actor(), uuid=sent, **arguments)
            # an order and a box have no number yet
            names = ("shipment_id", "order_id", "number")
            return {"number": next(getattr(done, name) for name in names if hasattr(done, name))}

        return self.settled(token, ask)

    # --- sales ---

    def sale(self) -> None:
        """Goods for cash, of which some are short."""
        cart = self.cart(SKUS)
        self.set_out("sale", cart)
        self.send_sale(cart.uuid, {})

    def send_sale(self, token: str, detail: dict[str, Any], cart: Cart | None = None) -> None:
        """Book the cart, whatever happens on the way; again with the same UUID."""
        cart = cart or self.cart_of(token, detail)
        tenders = [tuple(t) for t in detail.get("tenders", [])]

        def ask() -> dict[str, Any]:
            shift = self.shift()
            assert shift is not None  # opened before the play
            done = self.sell(cart, shift, *tenders)
            return {"number": done.number, "gross": abs(done.gross_minor)}

        self.settled(token, ask)

    def cart_of(self, token: str, detail: dict[str, Any]) -> Cart:
        """As it was set out with."""
        text = detail.get("cart") or read(self.place.history(self.number)).tries[token].detail["cart"]
        return cart_from_json(text)

    def double(self) -> None:
        """A double click on Pay, or on Book of a goods receipt."""
        if self.chance.random() < 0.5:
            cart = self.cart(SKUS)
            self.set_out("sale", cart)
            self.twice_at_once(lambda: self.send_sale(cart.uuid, {}, cart))
            return
        token, detail = self.new_receipt()
        self.twice_at_once(lambda: self.send_receipt(token, detail))

    def gift_card(self) -> None:
        """One is sold."""
        cart = card(1000, f"GC-{new_token()[:8]}")
        self.set_out("sale", cart)
        self.send_sale(cart.uuid, {}, cart)

    def redeem(self) -> None:
        """One pays, as far as it goes; all stations want the same few."""
        with self.runtime.factory.read() as connection:
            codes = connection.execute(GIFT_CARDS).scalars().all()
        if not codes:
            return
        cart = Cart().add(
            self.place.items["STAMP"], cashier_id=self.place.users["manager"], quantity_milli=1000
        )
        tenders = [["gift_card", 95, self.chance.choice(codes)]]
        self.set_out("sale", cart, tenders=tenders)
        self.send_sale(cart.uuid, {"tenders": tenders}, cart)

    # --- goods ---

    def new_receipt(self) -> tuple[str, dict[str, Any]]:
        """A few of what is short, more of the rest; the supplier's number is the token."""
        token, sku = new_token(), self.chance.choice(SKUS)
        detail = {"sku": sku, "milli": 3000 if sku == "WINE" else 20_000}
        self.history.set_out(token, "receipt", **detail)
        return token, detail

    def receipt(self) -> None:
        """Goods come."""
        self.send_receipt(*self.new_receipt())

    def send_receipt(self, token: str, detail: dict[str, Any]) -> None:
        """Book it."""
        line = ReceivedLine(self.place.products[detail["sku"]], detail["milli"], 100)
        self.send(token, receive_goods, location_id=self.place.floor, lines=[line], reference=token)

    def move(self) -> None:
        """Goods leave for the store."""
        token = new_token()
        detail = {"sku": self.chance.choice(SKUS), "milli": 1000}
        self.history.set_out(token, "transfer", **detail)
        self.send_transfer(token, detail)

    def send_transfer(self, token: str, detail: dict[str, Any]) -> None:
        """Book it."""
        self.send(
            token, send_transfer, from_location_id=self.place.floor, to_location_id=self.place.store,
            quantities={self.place.products[detail["sku"]]: detail["milli"]},
        )  # fmt: skip

    def arrive(self) -> None:
        """The oldest transfer arrives; another station may have been faster."""
        found = self.first(
            select(transfer.c.id).where(transfer.c.received_at.is_(None)).order_by(transfer.c.id)
        )
        if found:
            self.runtime.run(receive_transfer, actor=self.actor(), transfer_id=found)

    # --- orders ---

    def order(self) -> None:
        """One by telephone."""
        token = new_token()
        detail = {"sku": self.chance.choice(KEPT), "milli": 1000 * self.chance.randint(1, 4)}
        self.history.set_out(token, "order", **detail)
        self.send_order(token, detail)

    def send_order(self, token: str, detail: dict[str, Any]) -> None:
        """Written down, then confirmed."""
        line = LineDraft(self.place.products[detail["sku"]], detail["milli"])
        party = self.place.parties["Unlimited Ltd"]
        if self.send(token, create_order, party_id=party, lines=[line], head=OrderHead()):
            order_id = self.first(select(sales_order.c.id).where(sales_order.c.uuid == token))
            self.whatever_comes(
                lambda: self.runtime.run(confirm_order, actor=self.actor(), order_id=order_id)
            )

    def pick(self) -> None:
        """The oldest order is taken for a walk; another station may want the same."""
        found = self.first(select(sales_order.c.id).where(sales_order.c.to_pick).order_by(sales_order.c.id))
        if found:
            token = new_token()
            self.history.set_out(token, "pick", order=found)
            self.send_pick(token, {"order": found})

    def send_pick(self, token: str, detail: dict[str, Any]) -> None:
        """Make the list."""
        self.send(token, create_pick_list, order_ids=[detail["order"]])

    def finish_picks(self) -> None:
        """Everything on the oldest list is scanned."""
        found = self.first(
            select(pick_list.c.id).where(pick_list.c.finished_at.is_(None)).order_by(pick_list.c.id)
        )
        with self.runtime.factory.read() as connection:
            lines = connection.execute(select(pick_line).where(pick_line.c.pick_list_id == found)).all()
        if lines:
            picks = [Pick(r.id, r.product_id, r.wanted_milli) for r in lines]
            self.runtime.run(record_picks, actor=self.actor(), pick_list_id=found, picks=picks, finish=True)

    def pack(self) -> None:
        """What was picked of the oldest order goes into a box."""
        found = self.first(select(sales_order.c.id).where(sales_order.c.to_pack).order_by(sales_order.c.id))
        with self.runtime.factory.read() as connection:
            lines = connection.execute(
                select(sales_order_line).where(sales_order_line.c.order_id == found)
            ).all()
        contents = {str(r.id): r.picked_milli for r in lines if r.picked_milli}
        if contents:
            token = new_token()
            self.history.set_out(token, "pack", order=found, contents=contents)
            self.send_pack(token, {"order": found, "contents": contents})

    def send_pack(self, token: str, detail: dict[str, Any]) -> None:
        """Book the box."""
        contents = {int(k): v for k, v in detail["contents"].items()}
        self.send(token, pack_shipment, order_id=detail["order"], packages=[PackageDraft(contents, 1500)])

    def dispatch(self) -> None:
        """The oldest box leaves."""
        found = self.first(
            select(shipment.c.id).where(shipment.c.dispatched_at.is_(None)).order_by(shipment.c.id)
        )
        if found:
            self.runtime.run(
                dispatch_shipment, actor=self.actor(), shipment_id=found,
                transport=Transport("Swift", "Parcel", f"SW{found}"), below_zero=True,
            )  # fmt: skip

    # --- money and prices ---

    def price(self) -> None:
        """Milk costs something else from now on, at every till."""
        self.runtime.run(
            set_price, actor=self.actor(), price_list_id=self.place.price_list,
            product_id=self.place.products["MILK"], price_minor=self.chance.randint(90, 140),
        )  # fmt: skip

    def payment(self) -> None:
        """A customer pays on account; the bank's words are the token."""
        token = new_token()
        self.history.set_out(token, "payment")
        self.send_payment(token, {})

    def send_payment(self, token: str, _detail: dict[str, Any]) -> None:
        """Book it."""
        party = self.place.parties["Unlimited Ltd"]
        self.send(token, receive_payment, draft=PaymentDraft(party, 500, PaymentMethod.BANK, reference=token))

    def first(self, statement: Any) -> int:
        """The first id that a select finds; 0 for none."""
        with self.runtime.factory.read() as connection:
            return int(connection.execute(statement.limit(1)).scalar() or 0)


def run(place: Place, number: int, seed: int) -> None:
    """A life in a process of its own."""
    try:
        Office(place, number, seed).live()
    except BaseException:
        traceback.print_exc(file=sys.stderr)
        raise
