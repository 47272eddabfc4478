"""A quarter of trading in the tables that the operations of the till write, as far as the report reads them.

Real operations would take an hour; that they write what is written here is shown one by one in
tests/integration/reporting/test_loss_patterns.py.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import insert

from app.access.tables import role, user_account
from app.audit.tables import journal
from app.db.unit_of_work import UnitOfWork
from app.inventory.tables import product_day
from app.kernel.permission import SYSTEM_ACTOR
from app.till.tables import (
    cash_movement,
    sale,
    sale_line,
    sale_return,
    sale_return_line,
    shift,
    shift_difference,
)
from tests.factories.shop import Shop
from tests.scenarios.fraud.people import Person

FIRST: Final = date(2026, 1, 5)
GOODS: Final = 600
SALES_A_SHIFT: Final = 40
LIMIT: Final = 500  # of a cashier's discount on the sale, hundredths of a per cent
_HOURS: Final = 8
_TABLES: Final = (
    shift, shift_difference, cash_movement, sale, sale_line, sale_return, sale_return_line, journal,
    product_day,
)  # fmt: skip

Rows = dict[str, list[dict[str, Any]]]


class Quarter:
    """Writes so many days; `sales` is how many sales there were, `ids` who is who."""

    def __init__(self, shop: Shop, people: list[Person], rng: random.Random) -> None:
        self.sales = 0
        self.ids: dict[str, int] = {}
        self._shop, self._people, self._rng = shop, people, rng
        self._next = 10**15
        self._seq = 0
        self._z = 0
        self._rows: Rows = defaultdict(list)
        self._sold: dict[int, int] = {}

    def write(self, days: int) -> None:
        """The people, and all their days, one transaction a day."""
        factory = self._shop.runtime.factory
        with factory.begin(actor=SYSTEM_ACTOR) as uow:
            self._hire(uow)
        for place in range(days):
            on = FIRST + timedelta(days=place // 6 * 7 + place % 6)
            self._sold = {}
            for person in self._people:
                self._shift(person, on)
            self._rows["product_day"] += [
                {"product_id": product, "business_date": on, "sold_milli": milli, "in_milli": 0,
                 "out_milli": 0, "revenue_minor": 0}
                for product, milli in self._sold.items()
            ]  # fmt: skip
            with factory.begin(actor=SYSTEM_ACTOR) as uow:
                for table in _TABLES:
                    if self._rows[table.name]:
                        uow.connection.execute(insert(table), self._rows.pop(table.name))

    def _hire(self, uow: UnitOfWork) -> None:
        roles = {r.code: r.id for r in uow.connection.execute(role.select())}
        names = [*(p.name for p in self._people), "S1", "S2", "S3"]
        for name in names:
            self.ids[name] = self._id()
            uow.connection.execute(
                insert(user_account),
                {
                    "id": self.ids[name], "name": name, "pin_hash": "-", "language": None, "active": True,
                    "role_id": roles["supervisor" if name.startswith("S") else "cashier"],
                    "failed_attempts": 0, "locked_until": None,
                },
            )  # fmt: skip

    def _id(self) -> int:
        self._next += 1
        return self._next

    def _happens(self, person: Person, what: str) -> bool:
        return self._rng.random() < person.habits[what]

    def _approver(self, person: Person) -> int:
        friend = self._happens(person, "pair")
        return self.ids["S1" if friend else self._rng.choice(("S1", "S2", "S3"))]

    def _when(self, person: Person, opened: datetime) -> datetime:
        """A moment for what may be late."""
        hour = _HOURS - 1 if self._happens(person, "late") else self._rng.randrange(_HOURS - 1)
        return opened + timedelta(hours=hour, minutes=self._rng.randrange(1, 59))

    def _shift(self, person: Person, on: date) -> None:
        rng, user, shift_id = self._rng, self.ids[person.name], self._id()
        opened = datetime.combine(on, time(rng.choice((7, 9, 12))), UTC)
        closed = opened + timedelta(hours=_HOURS)
        self._z += 1
        self._rows["shift"].append(
            {
                "id": shift_id, "till_id": self._shop.tills["T01"], "drawer": "", "carried_from": None,
                "status": "closed", "business_date": on, "opened_at": opened, "opened_by": user,
                "float_minor": 20000, "closed_at": closed, "closed_by": user, "z_number": self._z,
                "next_float_minor": 20000, "note": None, "journal_excerpt": "", "perpetual_minor": 0,
                "version": 1,
            }
        )  # fmt: skip
        self._close(person, shift_id, closed)
        for _ in range(SALES_A_SHIFT + rng.randrange(-8, 9)):
            at = opened + timedelta(seconds=rng.randrange(60, _HOURS * 3600 - 60))
            self._customer(person, shift_id, opened, at)

    def _close(self, person: Person, shift_id: int, closed: datetime) -> None:
        short, over = person.habits["short"], person.habits["over"]
        drawn, size = self._rng.random(), self._rng.randrange(10, 440, 10)
        difference = -size if drawn < short else size if drawn < short + over else 0
        if self._happens(person, "settled"):
            before = closed - timedelta(minutes=self._rng.randrange(2, 25))
            self._moved(person, shift_id, before, "pay_out", size)
        self._rows["shift_difference"].append(
            {"shift_id": shift_id, "tender_code": "cash", "expected_minor": 50000,
             "counted_minor": 50000 + difference, "difference_minor": difference}
        )  # fmt: skip

    def _customer(self, person: Person, shift_id: int, opened: datetime, at: datetime) -> None:
        """One sale, and what happens beside it."""
        goods = [self._good() for _ in range(self._rng.choice((1, 1, 2, 3)))]
        self._sale(person, shift_id, at, goods)
        if self._happens(person, "void_line"):
            self._void(person, shift_id, self._when(person, opened), [self._good()], "cart.line_voided")
        if self._happens(person, "void_sale"):
            self._give_up(person, shift_id, self._when(person, opened))
        if self._happens(person, "no_sale"):
            self._moved(person, shift_id, self._when(person, opened), "no_sale", 0)
        for what in ("refund", "loose"):
            if self._happens(person, what):
                self._back(person, shift_id, self._when(person, opened), is_loose=what == "loose")

    def _good(self) -> int:
        return int(GOODS * self._rng.random() ** 2) + 1

    def _price(self, good: int) -> int:
        return 100 + good * 37 % 2000

    def _give_up(self, person: Person, shift_id: int, at: datetime) -> None:
        goods = list(dict.fromkeys(self._good() for _ in range(3)))
        self._void(person, shift_id, at, goods, "cart.voided")
        if self._happens(person, "rerung") and len(goods) > 1:
            self._sale(person, shift_id, at + timedelta(seconds=1), goods[:1])

    def _void(self, person: Person, shift_id: int, at: datetime, goods: list[int], kind: str) -> None:
        value = sum(self._price(g) for g in goods)
        payload: dict[str, object] = {"cart": "x", "reason": "changed his mind"}
        if kind == "cart.voided":
            lines = [[f"P{g}", 1000, self._price(g)] for g in goods]
            payload |= {"total_minor": value, "lines": lines}
        else:
            payload |= {"sku": f"P{goods[0]}", "quantity_milli": 1000, "value_minor": value}
        self._note(person, at, kind, "shift", shift_id, payload)

    def _note(
        self, person: Person, at: datetime, kind: str, document: str, document_id: int,
        payload: dict[str, object], approver_id: int | None = None,
    ) -> None:  # fmt: skip
        self._seq += 1
        self._rows["journal"].append(
            {
                "chain": "F01", "seq": self._seq, "at": at, "actor_id": self.ids[person.name],
                "approver_id": approver_id, "kind": kind, "document_type": document,
                "document_id": document_id, "payload": json.dumps(payload), "previous_hash": "", "hash": "",
                "signed_by": None, "signature": None,
            }
        )  # fmt: skip

    def _moved(self, person: Person, shift_id: int, at: datetime, kind: str, amount: int) -> None:
        self._rows["cash_movement"].append(
            {
                "id": self._id(), "shift_id": shift_id, "till_id": self._shop.tills["T01"], "number": None,
                "kind": kind, "amount_minor": amount, "reason": "change", "bag": None, "at": at,
                "actor_id": self.ids[person.name],
            }
        )  # fmt: skip

    def _sale(self, person: Person, shift_id: int, at: datetime, goods: list[int]) -> None:
        self.sales += 1
        payload: dict[str, object] = {}
        gross, discount, approver = sum(self._price(g) for g in goods), 0, None
        if self._happens(person, "discount"):
            value = self._rng.choice((470, 480, 490, LIMIT)) if self._happens(person, "under") else 200
            discount = gross * value // 10_000
            payload["discounts"] = [[0, "percent", value, "regular customer", None]]
        lowered = 0
        if self._happens(person, "override"):
            lowered = self._price(goods[0]) // 10
            approver = self._approver(person)
            listed = self._price(goods[0])
            payload["prices"] = [[1, listed, listed - lowered, approver, "label"]]
        sale_id = self._head(person, shift_id, at, "sale", gross - discount - lowered, discount)
        self._lines(person, sale_id, goods, lowered)
        for good in goods:
            self._sold[good] = self._sold.get(good, 0) + 1000
        self._note(person, at, "sale.completed", "sale", sale_id, payload)

    def _head(
        self, person: Person, shift_id: int, at: datetime, kind: str, gross: int, discount: int = 0
    ) -> int:
        sale_id = self._id()
        self._rows["sale"].append(
            {
                "id": sale_id, "uuid": f"u{sale_id}", "number": f"N{sale_id}", "kind": kind,
                "till_id": self._shop.tills["T01"], "shift_id": shift_id, "business_date": at.date(),
                "completed_at": at, "cashier_id": self.ids[person.name], "party_id": None, "currency": "EUR",
                "net_minor": gross, "tax_minor": 0, "gross_minor": gross, "discount_minor": discount,
                "rounding_minor": 0, "cost_minor": 0, "change_minor": 0, "note": None, "payload_hash": "",
                "journal_excerpt": "",
            }
        )  # fmt: skip
        return sale_id

    def _lines(self, person: Person, sale_id: int, goods: list[int], lowered: int, sign: int = 1) -> None:
        user = self.ids[person.name]
        for position, good in enumerate(goods, start=1):
            price = self._price(good)
            taken = price - (lowered if position == 1 else 0)
            self._rows["sale_line"].append(
                {
                    "sale_id": sale_id, "position": position, "product_id": good, "sku": f"P{good}",
                    "name": f"P{good}", "barcode": None, "unit": "pc", "quantity_milli": sign * 1000,
                    "base_quantity_milli": sign * 1000, "unit_price_minor": taken, "includes_tax": True,
                    "list_price_minor": price, "line_discount_minor": 0, "sale_discount_minor": 0,
                    "net_minor": sign * taken, "tax_minor": 0, "gross_minor": sign * taken, "cost_minor": 0,
                    "category_id": None, "tax_class_id": 1, "cashier_id": user, "seller_id": user,
                    "note": None, "mark": None,
                }
            )  # fmt: skip

    def _back(self, person: Person, shift_id: int, at: datetime, *, is_loose: bool) -> None:
        """Goods of a receipt of another day, or without one."""
        good = self._good()
        if is_loose:
            sold_today = sorted(self._sold)
            # what only this shop's goods beyond the last ever sold could be: nobody buys them
            unsold = self._happens(person, "unsold") or not sold_today
            good = GOODS + self._rng.randrange(1, 50) if unsold else self._rng.choice(sold_today)
        sale_id = self._head(person, shift_id, at, "return", -self._price(good))
        self._lines(person, sale_id, [good], 0, -1)
        origin = None if is_loose else 1
        self._sold[good] = self._sold.get(good, 0) - 1000
        self._rows["sale_return"].append(
            {"sale_id": sale_id, "origin_sale_id": origin, "exchange_sale_id": None}
        )
        self._rows["sale_return_line"].append(
            {"sale_id": sale_id, "position": 1, "origin_sale_id": origin, "origin_position": None,
             "quantity_milli": 1000, "reason": "does not fit", "condition": "shelf"}
        )  # fmt: skip
        self._note(person, at, "return.completed", "sale", sale_id, {}, self._approver(person))
