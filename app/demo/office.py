"""What the office of the demo shop has to do: quotes, orders on their way, invoices, late money, the bank.

Everything goes through the operations that the screens call; days are counted back from today.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from app.access.queries import get_actor
from app.banking.operations.accounts import AccountDraft, save_bank_account
from app.banking.operations.imports import import_statements
from app.banking.run import match_open_lines
from app.collections.operations.contacts import note_contact, promise_payment
from app.collections.operations.disputes import DisputeDraft, open_dispute
from app.collections.operations.dunning import approve_run, do_run, propose_run
from app.collections.states import ContactKind, DisputeReason
from app.db.unit_of_work import UnitOfWorkFactory
from app.demo.operations import TILLS, DemoShop
from app.documents.letter_settings import get_letter_settings
from app.fulfilment.operations.delivery import deliver_shipment
from app.fulfilment.operations.packing import PackageDraft, pack_shipment
from app.fulfilment.operations.picking import Pick, create_pick_list, record_picks
from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.fulfilment.queries import get_pick_list
from app.invoicing.operations.bill import invoice_shipments
from app.invoicing.operations.credit import CreditWish, credit_invoice
from app.invoicing.queries import get_invoice
from app.kernel.quantity import ONE
from app.orders.drafts import LineDraft, OrderHead, SavedOrder
from app.orders.operations.confirm import confirm_order
from app.orders.operations.entry import create_order
from app.orders.operations.quotes import accept_quote, lose_quote, send_quote
from app.organisation.queries import get_company
from app.promotions.drafts import Goods, PromotionDraft
from app.promotions.operations import make_coupons, save_promotion
from app.promotions.states import PromotionKind
from app.runtime.run import Runtime
from app.till.context import load_context

LEAST_DAYS: Final = 7  # with less behind it the shop is made for something else than to be looked at
_PIECE_GRAMS: Final = 500
_NURSERY, _INN, _ARCHITECTS, _WOMAN = (
    "Kindergarten Lindenhof", "Gasthof zur Mühle", "Architekturbüro Terbrüggen", "Ida Vogelsang",
)  # fmt: skip
_GOODS: Final = {
    "inn": (("1001", 6), ("1006", 4)), "nursery": (("1010", 5), ("1011", 4), ("1019", 6)),
    "architects": (("1002", 8), ("1020", 3)), "small": (("1015", 2), ("1016", 2)),
    "large": (("1004", 12),),
}  # fmt: skip
_OPENING: Final = 250_000


@dataclass(frozen=True, slots=True)
class Billed:
    """An invoice, and whose."""

    invoice_id: int
    number: str
    party_id: int
    gross_minor: int
    item_id: int


class Office:
    """The hands of the office and the warehouse, on the days that a plan names."""

    def __init__(self, factory: UnitOfWorkFactory, shop: DemoShop, language: str) -> None:
        self._factory, self._shop, self._language = factory, shop, language
        self._names = 0
        with factory.read() as connection:
            self._company = get_company(connection)
            context = load_context(connection, till_code=TILLS[0], now=factory.clock())
            roles = {user.role: user.id for user in shop.users}
            self._actors = {
                role: get_actor(
                    connection, user_id=roles[role], station=TILLS[0], till_id=context.till.id
                )
                for role in ("office", "clerk", "manager")
            }  # fmt: skip
            self._iban = get_letter_settings(connection).iban
        self._today = self._company.day_of(factory.clock())

    def _said(self, english: str, german: str) -> str:
        return german if self._language == "de" else english

    def _uuid(self) -> str:
        """The same in each demo shop."""
        self._names += 1
        return str(UUID(int=0x7A6B_0000_0000_4000_8000_0000_0000_0000 + self._names))

    def _day(self, ago: int) -> date:
        return self._today - timedelta(days=ago)

    def _do(self, ago: int, role: str, operation: Callable[..., Any], **arguments: Any) -> Any:
        """One operation, one transaction, so many days ago."""
        with self._factory.begin(actor=self._actors[role]) as uow:
            at = datetime.combine(self._day(ago), time(9, 0), ZoneInfo(self._company.time_zone))
            uow.now = min(at.astimezone(UTC) + timedelta(minutes=self._names), uow.now)
            done = operation(uow, **arguments)
            uow.events.clear()  # nobody listens to what happened weeks ago
        return done

    # --- orders ---

    def _draft(self, ago: int, customer: str, goods: str, **head: Any) -> SavedOrder:
        lines = [LineDraft(self._shop.products[sku], pieces * ONE) for sku, pieces in _GOODS[goods]]
        made: SavedOrder = self._do(
            ago, "office", create_order, uuid=self._uuid(), party_id=self._shop.customers[customer],
            lines=lines, head=OrderHead(**head),
        )  # fmt: skip
        return made

    def _order(self, ago: int, customer: str, goods: str) -> SavedOrder:
        draft = self._draft(ago, customer, goods)
        made: SavedOrder = self._do(ago, "office", confirm_order, order_id=draft.order_id)
        return made

    def _pick(self, ago: int, order: SavedOrder, *, finish: bool = True) -> dict[int, int]:
        walk = self._do(ago, "clerk", create_pick_list, uuid=self._uuid(), order_ids=[order.order_id])
        with self._factory.read() as connection:
            _head, cards = get_pick_list(connection, pick_list_id=walk.pick_list_id)
        taken = cards if finish else cards[:1]
        picks = [Pick(card.id, card.product_id, card.left_milli) for card in taken]
        self._do(
            ago, "clerk", record_picks, pick_list_id=walk.pick_list_id, picks=picks, finish=finish
        )  # fmt: skip
        return {card.order_line_id: card.wanted_milli for card in cards}

    def _pack(self, ago: int, order: SavedOrder) -> int:
        contents = self._pick(ago, order)
        grams = sum(contents.values()) // ONE * _PIECE_GRAMS
        packed = self._do(
            ago, "clerk", pack_shipment, uuid=self._uuid(), order_id=order.order_id,
            packages=[PackageDraft(contents, grams)],
        )  # fmt: skip
        return int(packed.shipment_id)

    def _ship(self, ago: int, order: SavedOrder) -> int:
        shipment_id = self._pack(ago, order)
        tracking = f"SW{7_000_000 + self._names}"
        self._do(
            ago, "clerk", dispatch_shipment, shipment_id=shipment_id,
            transport=Transport("Swift", self._said("Parcel", "Paket"), tracking),
        )  # fmt: skip
        return shipment_id

    def sell(self, ago: int, customer: str, goods: str) -> Billed:
        """From an order so many days ago to the invoice of the day after."""
        order = self._order(ago, customer, goods)
        shipment_id = self._ship(ago, order)
        self._do(ago - 1, "clerk", deliver_shipment, shipment_id=shipment_id, received_by=customer)
        bill = self._do(
            ago - 1, "office", invoice_shipments, uuid=self._uuid(), shipment_ids=[shipment_id]
        )  # fmt: skip
        with self._factory.read() as connection:
            found = get_invoice(connection, invoice_id=bill.invoice_id)
        party_id = self._shop.customers[customer]
        return Billed(bill.invoice_id, str(bill.number), party_id, bill.gross_minor, found.items[0].id)

    # --- the plan ---

    def work(self, runtime: Runtime) -> None:
        """Everything, in the order of the days."""
        late = self.sell(32, _INN, "inn")
        paid = self.sell(24, _NURSERY, "nursery")
        partly = self.sell(20, _ARCHITECTS, "architects")
        self._remind(13)
        self._quotes()
        fresh = self.sell(5, _INN, "small")
        self._credit(4, fresh)
        self._late_money(late)
        self._bank(runtime, paid, partly)
        self._under_way()
        self._promotions()

    def _quotes(self) -> None:
        sent = self._draft(6, _NURSERY, "nursery")
        self._do(6, "office", send_quote, order_id=sent.order_id)
        lost = self._draft(6, _WOMAN, "small")
        self._do(6, "office", send_quote, order_id=lost.order_id)
        reason = self._said("Bought elsewhere", "Anderswo gekauft")
        self._do(3, "office", lose_quote, order_id=lost.order_id, reason=reason)
        accepted = self._draft(2, _NURSERY, "small")
        self._do(2, "office", send_quote, order_id=accepted.order_id)
        self._do(1, "office", accept_quote, order_id=accepted.order_id, customer_reference="KL 17")

    def _under_way(self) -> None:
        """An order in each stage: on hold, to pick, being picked, to pack, to ship, on the way."""
        self._order(1, _ARCHITECTS, "large")
        self._ship(2, self._order(2, _NURSERY, "small"))
        self._pack(1, self._order(1, _NURSERY, "inn"))
        self._pick(1, self._order(1, _NURSERY, "architects"))
        self._pick(0, self._order(1, _NURSERY, "nursery"), finish=False)
        self._order(0, _NURSERY, "nursery")

    def _credit(self, ago: int, billed: Billed) -> None:
        with self._factory.read() as connection:
            line = get_invoice(connection, invoice_id=billed.invoice_id).lines[0]
        self._do(
            ago, "office", credit_invoice, uuid=self._uuid(), invoice_id=billed.invoice_id,
            reason=self._said("One packet was torn", "Eine Packung war aufgerissen"),
            wishes=[CreditWish(line.id, ONE)],
        )  # fmt: skip

    def _remind(self, ago: int) -> None:
        run = self._do(ago, "office", propose_run, uuid=self._uuid())
        self._do(ago, "manager", approve_run, run_id=run.run_id)
        self._do(ago, "office", do_run, run_id=run.run_id)

    def _late_money(self, late: Billed) -> None:
        """A talk, a promise, and a part that is in dispute."""
        party = late.party_id
        self._do(
            9, "office", note_contact, party_id=party, kind=ContactKind.CALL,
            remark=self._said("Asks for a week more", "Bittet um eine Woche"),
            next_action=self._said("Call again", "Wieder anrufen"), next_on=self._day(0),
        )  # fmt: skip
        self._do(
            9, "office", promise_payment, uuid=self._uuid(), party_id=party, amount_minor=5_000,
            due_on=self._day(2),
        )  # fmt: skip
        self._do(
            8, "office", open_dispute, uuid=self._uuid(),
            draft=DisputeDraft(
                late.item_id, 1_690, DisputeReason.QUALITY,
                self._said("One bag smelt stale", "Eine Tüte roch muffig"),
                self._actors["office"].user_id, self._day(-4),
            ),
        )  # fmt: skip

    def _bank(self, runtime: Runtime, paid: Billed, partly: Billed) -> None:
        """One statement: an invoice paid, another in part, somebody unknown, the bank's own charge."""
        self.open_account(30)
        part = partly.gross_minor // 2
        lines = (
            (4, paid.gross_minor, paid.number, _NURSERY), (3, part, partly.number, _ARCHITECTS),
            (3, 4_990, self._said("Thanks", "Danke"), "R. Unbekannt"),
            (2, -890, self._said("Account charge", "Kontogebühr"), ""),
        )  # fmt: skip
        content = self.statement(lines).encode("latin-1")
        self._do(1, "office", import_statements, content=content, name="statement.sta")
        match_open_lines(runtime, actor=self._actors["office"])

    def open_account(self, ago: int) -> None:
        """The account whose number stands on the letters."""
        name = self._said("House bank", "Hausbank")
        self._do(
            ago, "manager", save_bank_account,
            draft=AccountDraft(name, self._iban, self._company.currency, holder=self._company.name),
        )  # fmt: skip

    def statement(self, lines: tuple[tuple[int, int, str, str], ...]) -> str:
        """An MT940 file of lines (days ago, minor units, words, whose)."""
        money = [amount for _ago, amount, _text, _who in lines]
        parts = [
            ":20:DEMO", f":25:{self._iban}", ":28C:1/1",
            f":60F:C{self._day(5):%y%m%d}EUR{_comma(_OPENING)}",
        ]  # fmt: skip
        for ago, amount, text, who in lines:
            sign = "D" if amount < 0 else "C"
            day, kind = self._day(ago), "Charges" if amount < 0 else "Transfer"
            parts.append(f":61:{day:%y%m%d}{day:%m%d}{sign}{_comma(abs(amount))}NTRFNONREF")
            parts.append(f":86:166?00{kind}?20{text}?32{who}")
        parts.append(f":62F:C{self._day(1):%y%m%d}EUR{_comma(_OPENING + sum(money))}")
        return "\r\n".join([*parts, "-", ""])

    def _promotions(self) -> None:
        """Two that ask for a coupon; nothing comes off at the till without one."""
        coffee = Goods(products=tuple(self._shop.products[sku] for sku in ("1001", "1004", "1007")))
        drafts = (
            (PromotionDraft(
                self._said("10 % off coffee by the kilo", "10 % auf Kilokaffee"), PromotionKind.PERCENT,
                hundredths=1_000, by_coupon=True, goods=coffee,
            ), "KAFFEE10"),
            (PromotionDraft(
                self._said("5 off from 40 on", "5 ab 40"), PromotionKind.BASKET, amount_minor=500,
                from_minor=4_000, by_coupon=True,
            ), "FUENF"),
        )  # fmt: skip
        for draft, code in drafts:
            promotion_id = self._do(7, "manager", save_promotion, draft=draft)
            self._do(7, "manager", make_coupons, promotion_id=promotion_id, code=code, most_uses=None)


def _comma(minor: int) -> str:
    return f"{minor // 100},{minor % 100:02d}"


def make_office(factory: UnitOfWorkFactory, shop: DemoShop, *, language: str) -> None:
    """Give a demo shop that has traded for some weeks the papers of an office."""
    Office(factory, shop, language).work(Runtime(factory))
