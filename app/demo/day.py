"""A day at the till of the demo shop: opening, forty varied sales, close; each step tells what it did."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Final

from app.demo.data import DemoGoods, load_goods, scale_label
from app.demo.desk import Desk, PinRefusedError
from app.kernel.money import Money
from app.kernel.permission import Permission
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.runtime.approvals import about_sale, about_shift
from app.till.cart import Cart, Discount, DiscountKind, Sellable
from app.till.operations.carts import park_cart, recall_cart, void_line, void_sale
from app.till.operations.cash import move_cash, open_drawer, print_x_report
from app.till.operations.sales import CompletedSale
from app.till.operations.shifts import ClosedShift, Counted, close_shift, open_shift, save_count
from app.till.queries import find_sale_id
from app.till.shift_report import expected_by_tender
from app.till.states import CashMovementKind
from app.till.tender import denominations

FLOAT_MINOR: Final = 15_000
_SHORT_MINOR: Final = 30
_PLAIN_SALES: Final = 26
Story = Iterator[str]


class DemoDay:
    """Plays the day. `pause` is called before each step: a clock may go on, a picture may be taken."""

    def __init__(
        self, desk: Desk, *, pause: Callable[[str], None] = lambda _step: None, seed: int = 7
    ) -> None:
        self._desk = desk
        self._pause = pause
        self._rng = Random(seed)  # noqa: S311 - the same day each time is what is wanted
        self._goods = load_goods(desk.context.company.language)
        self._by_sku = {item.sku: item for item in self._goods}
        self.sales: list[CompletedSale] = []
        self.closed: ClosedShift | None = None

    def play(self) -> Story:
        """From the first PIN to the Z."""
        yield from self._open()
        script = [
            self._quantities, self._weighed, self._pack, self._line_discount, self._park, self._age,
            self._approved_discount, self._void_line, self._split, self._account, self._refused_account,
            self._unknown_code, self._open_item, self._void_sale, self._return, self._no_sale, self._pay_out,
            self._notes, self._reprint, self._x_report,
        ]  # fmt: skip
        # the same mixture each time: one or two plain sales after everything out of the way
        for step, special in enumerate(script):
            self._pause("sale")
            yield from special()
            for _ in range(_PLAIN_SALES * step // len(script), _PLAIN_SALES * (step + 1) // len(script)):
                self._pause("sale")
                yield from self._plain()
        yield from self._close()

    # opening and closing

    def _open(self) -> Story:
        desk = self._desk
        try:
            desk.sign_in("cashier", pin="0000")
        except PinRefusedError as refusal:
            yield f"A wrong PIN: {refusal}"
        desk.sign_in("cashier")
        yield f"{desk.actor.name} signs in"
        self._pause("float")
        counts = self._count(FLOAT_MINOR)
        desk.shift_id = desk.runtime.run(open_shift, actor=desk.actor, context=desk.context, counts=counts)
        yield f"The float of {self._money(FLOAT_MINOR)} is counted; the shift is open"

    def _count(self, amount_minor: int) -> list[Counted]:
        """An amount in notes and coins, with plenty of coins left over for change."""
        counts, rest = [], amount_minor
        for size in denominations(self._desk.context.company.currency):
            pieces = rest // size if size <= 2_000 else rest // (2 * size)  # noqa: PLR2004 - a 20
            if pieces:
                counts.append(Counted("cash", pieces * size, size, pieces))
                rest -= pieces * size
        return counts

    def _close(self) -> Story:
        self._pause("close")
        desk = self._desk
        expected = desk.runtime.ask(expected_by_tender, shift_id=desk.shift_id)
        yield from self._drop(expected["cash"])
        expected = desk.runtime.ask(expected_by_tender, shift_id=desk.shift_id)
        counts = self._count(expected["cash"] - _SHORT_MINOR)
        counts.append(Counted("card", expected.get("card", 0)))
        found = desk.runtime.run(
            save_count, actor=desk.actor, context=desk.context, shift_id=desk.shift_id, counts=counts
        )
        off = sum(d.difference_minor for d in found)
        yield f"The drawer is counted without seeing what is expected: {self._money(off)} off"
        self.closed = desk.runtime.run(
            close_shift, actor=desk.actor, context=desk.context, shift_id=desk.shift_id,
            explanation=self._words("Change given wrong", "Falsch herausgegeben"),
            next_float_minor=FLOAT_MINOR,
        )  # fmt: skip
        yield f"The shift is closed: Z report {self.closed.z_text}"

    def _drop(self, in_drawer: int) -> Story:
        amount = (in_drawer - FLOAT_MINOR) // 10_000 * 10_000
        if amount > 0:
            self._move(CashMovementKind.SAFE_DROP, amount, self._words("To the safe", "In den Tresor"))
            yield f"{self._money(amount)} go into the safe"

    # sales

    def _plain(self) -> Story:
        cart = Cart()
        for item in self._rng.sample(self._counted(), self._rng.randint(1, 6)):
            cart = self._desk.scan(cart, self._code(item))
        if self._rng.random() < 0.35:  # noqa: PLR2004 - about a third
            item = self._rng.choice([g for g in self._goods if g.kind == "weighed"])
            cart = self._desk.scan(cart, scale_label(int(item.sku), self._rng.randrange(150, 1800)))
        yield self._sold("A sale", self._desk.pay(cart, self._rng.choice(("cash", "cash", "card"))))

    def _quantities(self) -> Story:
        cart = self._desk.scan(Cart(), self._of("2001"), 5 * ONE)
        cart = self._desk.scan(cart, self._of("2003"), 2 * ONE)
        yield self._sold("5 x and a scan", self._desk.pay(cart, "cash"))

    def _weighed(self) -> Story:
        cart = self._desk.scan(Cart(), scale_label(3001, 1236))
        cart = self._desk.scan(cart, scale_label(4013, 284))
        yield self._sold("Apples and cheese by label of the scale", self._desk.pay(cart, "card"))

    def _pack(self) -> Story:
        item = self._by_sku["5001"]
        cart = self._desk.scan(Cart(), str(item.pack_code)[1:])
        cart = self._desk.scan(cart, self._code(item))
        yield self._sold("A six-pack and a single bottle", self._desk.pay(cart, "cash"))

    def _line_discount(self) -> Story:
        cart = self._desk.scan(Cart(), self._of("8006"))
        discount = Discount(DiscountKind.PERCENT, 1000, self._words("Scratched", "Verkratzt"))
        cart = self._desk.keep(cart.set_line_discount(cart.lines[0].line_id, discount))
        yield self._sold("10 % off a scratched board", self._desk.pay(cart, "card"))

    def _approved_discount(self) -> Story:
        cart = self._desk.scan(self._desk.scan(Cart(), self._of("8001")), self._of("8004"))
        given = Discount(DiscountKind.PERCENT, 1500)
        try:
            self._desk.pay(self._desk.keep(cart.set_discount(given)), "cash")
        except Refusal as refusal:
            yield f"15 % off the sale is refused: {refusal}"
        approval = self._desk.approval(Permission.SALE_DISCOUNT, about=about_sale(cart.uuid))
        approved = Discount(given.kind, given.value, approver_id=approval.user_id)
        cart = self._desk.keep(cart.set_discount(approved))
        done = self._desk.pay(cart, "cash", approval=approval)
        yield self._sold(f"15 % off, approved by {approval.user_name}", done)

    def _park(self) -> Story:
        desk = self._desk
        cart = desk.scan(desk.scan(Cart(), self._of("6006")), self._of("6010"))
        desk.runtime.run(
            park_cart, actor=desk.actor, till_id=desk.context.till.id, cart=cart, total_minor=desk.due(cart),
            shift_id=desk.shift_id,
        )  # fmt: skip
        yield "A customer has forgotten his purse: the sale is parked"
        yield from self._plain()
        back = desk.runtime.run(
            recall_cart, actor=desk.actor, till_id=desk.context.till.id, cart_uuid=cart.uuid
        )
        yield self._sold("The parked sale is taken up again", desk.pay(back, "cash"))

    def _age(self) -> Story:
        cart = self._desk.scan(Cart(), self._of("5018"))
        age = cart.lines[0].item.min_age
        yield self._sold(f"Wine; the customer is {age} or older", self._desk.pay(cart, "card"))

    def _void_line(self) -> Story:
        desk = self._desk
        cart = desk.scan(desk.scan(Cart(), self._of("7001")), self._of("7008"))
        line = desk.priced(cart).lines[0]
        cart = desk.runtime.run(
            void_line, actor=desk.actor, cart=cart, line_id=line.line.line_id,
            value_minor=line.gross_minor, reason=self._words("Not wanted", "Nicht gewünscht"),
            shift_id=desk.shift_id,
        )  # fmt: skip
        yield self._sold("A line is voided, the rest is sold", desk.pay(desk.keep(cart), "cash"))

    def _void_sale(self) -> Story:
        desk = self._desk
        cart = desk.scan(Cart(), self._of("1001"))
        approval = desk.approval(Permission.VOID_SALE, about=about_sale(cart.uuid))
        desk.runtime.run(
            void_sale, actor=desk.actor, approval=approval, cart=cart, total_minor=desk.due(cart),
            reason=self._words("Customer left", "Kunde gegangen"), shift_id=desk.shift_id,
        )  # fmt: skip
        yield f"A whole sale is voided, approved by {approval.user_name}"

    def _split(self) -> Story:
        cart = self._desk.scan(Cart(), self._of("8005"), 2 * ONE)
        yield self._sold("Part by card, the rest in cash", self._desk.pay(cart, "card:2000", "cash"))

    def _account(self) -> Story:
        cart = self._desk.scan(Cart(), self._of("1001"), 3 * ONE)
        cart = self._desk.customer(cart, "Gasthof zur Mühle")
        approval = self._desk.approval(Permission.SELL_ON_ACCOUNT, about=about_sale(cart.uuid))
        yield self._sold("On account of the inn", self._desk.pay(cart, "account", approval=approval))

    def _refused_account(self) -> Story:
        cart = self._desk.scan(Cart(), self._of("2004"))
        cart = self._desk.customer(cart, "Ida Vogelsang")
        try:
            approval = self._desk.approval(Permission.SELL_ON_ACCOUNT, about=about_sale(cart.uuid))
            self._desk.pay(cart, "account", approval=approval)
        except Refusal as refusal:
            yield f"On account is refused: {refusal}"
        yield self._sold("She pays in cash", self._desk.pay(cart, "cash"))

    def _unknown_code(self) -> Story:
        cart = self._desk.scan(Cart(), self._of("6020"))
        try:
            self._desk.scan(cart, "4006381333931")
        except Refusal as refusal:
            yield f"A strange code is scanned: {refusal}"
        yield self._sold("The sale goes on", self._desk.pay(cart, "cash"))

    def _open_item(self) -> Story:
        like = self._desk.find(self._of("8001"))
        item = Sellable(
            product_id=None, sku="", name=self._words("Flea market lamp", "Lampe vom Flohmarkt"), unit="pc",
            pack_milli=ONE, unit_price_minor=1_200, includes_tax=True, tax_class_id=like.tax_class_id,
            category_id=None,
        )  # fmt: skip
        cart = self._desk.keep(Cart().add(item, cashier_id=self._desk.actor.user_id))
        yield self._sold("An open item", self._desk.pay(cart, "cash"))

    def _return(self) -> Story:
        bought = self._desk.pay(self._desk.scan(Cart(), self._of("8004")), "cash")
        yield self._sold("A mug is bought", bought)
        reason = self._words("Does not fit", "Passt nicht")
        yield self._sold("The mug comes back", self._desk.refund(bought.sale_id, reason))

    def _notes(self) -> Story:
        cart = self._desk.scan(Cart(), self._of("2009"))
        cart = cart.set_line_note(cart.lines[0].line_id, self._words("sliced", "geschnitten"))
        cart = self._desk.keep(cart.set_note(self._words("For the parish hall", "Für das Gemeindehaus")))
        yield self._sold("With a note on the line and on the sale", self._desk.pay(cart, "cash"))

    # what is no sale

    def _no_sale(self) -> Story:
        desk = self._desk
        approval = desk.approval(Permission.NO_SALE, about=about_shift(desk.shift_id))
        desk.runtime.run(
            open_drawer, actor=desk.actor, approval=approval, context=desk.context,
            shift_id=desk.shift_id, reason=self._words("Change for a note", "Geld gewechselt"),
        )  # fmt: skip
        yield "The drawer is opened without a sale"

    def _pay_out(self) -> Story:
        self._move(CashMovementKind.PAY_IN, 5_000, self._words("Coins from the bank", "Münzgeld"))
        self._move(CashMovementKind.PAY_OUT, 1_290, self._words("Flowers", "Blumen"))
        yield f"{self._money(5_000)} paid in, {self._money(1_290)} paid out for flowers"

    def _move(self, kind: CashMovementKind, amount_minor: int, reason: str) -> None:
        desk = self._desk
        desk.runtime.run(
            move_cash, actor=desk.actor, context=desk.context, shift_id=desk.shift_id, kind=kind,
            amount_minor=amount_minor, reason=reason,
        )  # fmt: skip

    def _reprint(self) -> Story:
        from app.printing.operations import reprint

        desk, last = self._desk, self.sales[-1]
        sale_id = desk.runtime.ask(find_sale_id, number=last.number)
        desk.runtime.run(
            reprint, actor=desk.actor, station=desk.context.till.code, kind="receipt", document_type="sale",
            document_id=sale_id,
        )  # fmt: skip
        yield f"Receipt {last.number} is printed again, marked COPY"

    def _x_report(self) -> Story:
        desk = self._desk
        approval = desk.approval(Permission.X_REPORT, about=about_shift(desk.shift_id))
        desk.runtime.run(
            print_x_report, actor=desk.actor, approval=approval, context=desk.context, shift_id=desk.shift_id
        )
        self._pause("x_report")
        yield "An X report in between"

    # words and codes

    def _counted(self) -> list[DemoGoods]:
        return [g for g in self._goods if g.kind == "counted"]

    def _code(self, item: DemoGoods) -> str:
        """What the scanner sends: thirteen digits."""
        return str(item.code)[1:]

    def _of(self, sku: str) -> str:
        return self._code(self._by_sku[sku])

    def _words(self, english: str, german: str) -> str:
        return german if self._desk.context.company.language == "de" else english

    def _money(self, minor: int) -> str:
        return str(Money(minor, self._desk.context.company.currency))

    def _sold(self, what: str, done: CompletedSale) -> str:
        self.sales.append(done)
        change = f", change {self._money(done.change_minor)}" if done.change_minor else ""
        return f"{what}: {done.number}, {self._money(done.gross_minor)}{change}"
