"""The vectors of the back office: stock and its cost, credit, receivables, reminders, the bank."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from app.banking.operations.accounts import AccountDraft, save_bank_account
from app.banking.operations.imports import import_statements
from app.banking.queries import count_lines
from app.collections.operations.contacts import pause_reminders
from app.collections.operations.dunning import propose_run
from app.collections.operations.reductions import reduce_item
from app.collections.refusals import NothingToRemindError
from app.collections.rules import Balance, Level, Rate, fee_of, next_level, simple_interest
from app.collections.states import ReductionKind
from app.credit.rules import CreditStanding, Finding, judge
from app.inventory.rules import Layer, fifo_in, fifo_out
from app.inventory.rules import Level as Stock
from app.invoicing.operations.settle import record_payment
from app.kernel.money import split_by_weight
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.quantity import ONE
from app.orders.rules import available_to_promise
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.receivables.ageing import age_receivables, bucket_sums, list_aged_items
from app.receivables.operations import open_receivable
from app.receivables.queries import list_open_items, owed_minor
from app.receivables.rules import Owed, oldest_first
from app.terms.rules import to_home
from app.terms.states import LatePolicy
from tests.factories.shop import TODAY, Shop
from tests.factories.wholesale import make_wholesale
from tests.vectors.known import OTHERWISE, Vector
from tests.vectors.reckoning import CENT, amounts, compare, units

_STANDING = CreditStanding(None, 0, 0, 0, 0, 0, LatePolicy.ALLOW)


def cost_fifo(vector: Vector) -> None:
    """What came first leaves first, also through negative stock."""
    if "queue" in vector.given:
        _through_negative(vector)
        return
    level = Stock(0, 0, units(vector.given.get("standard_price", 0)) * 1_000_000, fifo=True)
    layers: list[Layer] = []
    costs = []
    for number, move in enumerate(vector.given["moves"]):
        size = int(Decimal(move[1]) * ONE)
        if move[0] == "in":
            level, left, value = fifo_in(level, size, round(Decimal(move[1]) * units(move[2])))
            layers.append(Layer(number, left, value))
        elif move[0] == "out":
            level, cost, changed = fifo_out(level, layers, size)
            now = {x.id: x for x in changed}
            layers = [x for x in (now.get(x.id, x) for x in layers) if x.left_milli]
            costs.append(cost)
    found: dict[str, object] = {"out_values": amounts(costs), "first_out_value": costs[0] * CENT}
    found["valuation_after_receipt"] = level.value_minor * CENT
    known = dict(vector.expected)
    if "left" in known:
        pieces, _at, price = known.pop("left").split()
        assert (level.on_hand_milli, level.value_minor) == (int(pieces) * ONE, int(pieces) * units(price))
    if vector.id in OTHERWISE:
        assert level.value_minor == sum(-c for c in costs) + _received(vector)
        known.pop("valuation_after_receipt")
    compare(known, found)


def _received(vector: Vector) -> int:
    return sum(round(Decimal(m[1]) * units(m[2])) for m in vector.given["moves"] if m[0] == "in")


def _through_negative(vector: Vector) -> None:
    """The queue has the source's pieces; their value bears what was booked too much for the missing ones."""
    (missing, price), (added, cost) = vector.given["queue"][0], vector.given["add"][0]
    level = Stock(int(missing) * ONE, int(missing) * units(price), units(price) * 1_000_000, fifo=True)
    after, left, value = fifo_in(level, int(added) * ONE, int(added) * units(cost))
    assert vector.id in OTHERWISE
    assert [left // ONE] == [int(pieces) for pieces, _price in vector.expected["queue"]]
    assert value == after.value_minor == int(missing) * units(price) + int(added) * units(cost)


def ar_allocation(vector: Vector) -> None:
    """A payment fills the oldest instalment first; so does a credit note."""
    given = vector.given
    parts = split_by_weight(units(given["invoice"]), [int(p) for p in given["terms_pct"]])
    owed = [Owed(at, TODAY + timedelta(days=30 * at), minor) for at, minor in enumerate(parts)]
    found: dict[str, object] = {}
    for name, told in (("payment", "after_payment"), ("then_credit_note", "after_credit_note")):
        if name in given:
            taken = {p.item_id: p.amount_minor for p in oldest_first(units(given[name]), owed)}
            owed = [replace(x, open_minor=x.open_minor - taken.get(x.item_id, 0)) for x in owed]
            found[told] = found["outstanding_by_term"] = amounts(x.open_minor for x in owed)
    compare(vector.expected, found)


def availability(vector: Vector) -> None:
    """On hand and what comes, less what is promised."""
    if "orders_in_sequence" in vector.given:
        left, warned = int(vector.given["on_hand"]) * ONE, []
        for pieces in vector.given["orders_in_sequence"]:
            wanted = int(pieces) * ONE
            warned.append(available_to_promise(TODAY, left, [], []) < wanted)
            left -= wanted
        compare(vector.expected, {"warn": warned})
        return
    example = vector.expected["example"]
    later = TODAY + timedelta(days=3)
    found = available_to_promise(
        later, int(example["actual"]) * ONE, [(later, int(example["ordered"]) * ONE)],
        [(TODAY, int(example["reserved"]) * ONE)],
    )  # fmt: skip
    assert found == int(example["projected"]) * ONE


def credit_orders(vector: Vector) -> None:
    """An invoice of an order takes its place in the exposure; one of something else is added."""
    given = vector.given
    confirmed, down = (
        units(given["confirmed_not_invoiced"]),
        units(given.get("downpayment_invoice_of_that_order", 0)),
    )
    posted = units(given.get("posted_receivable", 0)) + units(given.get("other_invoice", 0)) + down
    standing = replace(
        _STANDING, limit_minor=units(given["limit"]), posted_minor=posted,
        confirmed_minor=max(confirmed - down, 0),
    )  # fmt: skip
    compare(vector.expected, {
        "warn": Finding.CREDIT_LIMIT in judge(standing), "exposure": standing.exposure_minor * CENT,
    })  # fmt: skip


def credit_currency(vector: Vector) -> None:
    """What is ordered in another currency counts at the day's rate."""
    foreign_per_home = Decimal(vector.given["rate"].split()[0])
    rate_micro = int(1_000_000 / foreign_per_home)
    total, homes, warned = 0, [], []
    for text in vector.given["order_foreign"]:
        total += units(text.lstrip("+"))
        homes.append(to_home(total, rate_micro))
        standing = replace(_STANDING, limit_minor=units(vector.given["limit"]), new_minor=homes[-1])
        warned.append(Finding.CREDIT_LIMIT in judge(standing))
    compare(vector.expected, {"home_amounts": amounts(homes), "warn": warned})


def _level(position: int, days: int, fee_minor: int = 0, fee_hundredths: int = 0) -> Level:
    return Level(
        position, f"Level {position}", days, 0, 0, fee_minor, fee_hundredths, interest=False,
        compensation_minor=0, stops_credit=False,
    )  # fmt: skip


def dunning(vector: Vector, shop: Shop) -> None:
    """Fees, interest and levels; who is paused stays where he is."""
    given = vector.given
    if "levels_days" in given:
        _levels(vector, shop)
    elif "levels" in given:
        owed, receivable, found = units(given["due"]), units(given["due"]), []
        for position, x in enumerate(given["levels"], start=1):
            level = _level(position, x["days"], units(x.get("fee", 0)), units(x.get("fee_pct", 0)))
            receivable += fee_of(level, owed)
            found.append(receivable)
        compare(vector.expected, {"receivable_after_each": amounts(found)})
    else:
        owed = units(given["outstanding"])
        rates = [Rate(TODAY, int(Decimal(given["annual_interest_pct"]) * 1000))]
        days = int(given["overdue_days"])
        last = TODAY + timedelta(days=days - 1)
        interest = simple_interest([Balance(TODAY, owed)], rates, first=TODAY, last=last)
        total = owed + fee_of(_level(1, 1, units(given["fee"])), owed) + interest
        compare(vector.expected, {"grand_total": total * CENT})


def _levels(vector: Vector, shop: Shop) -> None:
    levels = [_level(at, days) for at, days in enumerate(vector.given["levels_days"], start=1)]
    late = vector.given["blocked_at_day"]
    first = next_level(levels, days_late=levels[0].days_late, reached=0, days_since=None)
    assert first is not None
    second = next_level(levels, days_late=late, reached=first.position, days_since=late - levels[0].days_late)
    assert second is not None
    compare(vector.expected, {
        f"level_at_day_{levels[0].days_late}": first.position,
        f"level_at_day_{late}_unblocked": second.position,
        f"level_at_day_{late}_if_blocked": first.position if _is_paused(shop, late) else second.position,
    })  # fmt: skip


def _is_paused(shop: Shop, late: int) -> bool:
    """Whether a customer with a pause is left out of a run of reminders on that day."""
    party_id = shop.parties["Unlimited Ltd"]
    _owe(shop, party_id, 10_000, "R1")
    shop.runtime.factory.clock.advance(days=late + 14)  # type: ignore[attr-defined]
    today = TODAY + timedelta(days=late + 14)
    shop.runtime.run(
        pause_reminders, actor=SYSTEM_ACTOR, party_id=party_id, item_id=None, until=today + timedelta(days=7),
        reason="agreed",
    )  # fmt: skip
    try:
        shop.runtime.run(propose_run, actor=SYSTEM_ACTOR, uuid=str(uuid4()))
    except NothingToRemindError:
        return True
    return False


def _owe(shop: Shop, party_id: int, minor: int, number: str, days_ago: int = 0) -> None:
    shop.runtime.run(
        open_receivable, actor=SYSTEM_ACTOR, party_id=party_id, amount_minor=minor, currency="EUR",
        document_type="opening", document_id=int(re.sub(r"\D", "", number)) + 1, document_number=number,
        on=TODAY - timedelta(days=days_ago),
    )  # fmt: skip


def bank_import(vector: Vector, shop: Shop) -> None:
    """Rows that are equal are counted, not looked for."""
    account = AccountDraft("Main", "DE02120300000000202051", "EUR")
    account_id = shop.runtime.run(save_bank_account, actor=SYSTEM_ACTOR, draft=account)
    part_of_day = "whole day" in vector.given["file_2"]
    first, second = (1, 2) if part_of_day else (3, 3)

    def bring(rows: int, name: str) -> int:
        made = shop.runtime.run(
            import_statements, actor=SYSTEM_ACTOR, content=_ofx(rows, name), name=name, account_id=account_id
        )
        return int(made.new)

    after_first = bring(first, "one.ofx")
    added = bring(second, "two.ofx")
    kept = sum(shop.runtime.ask(count_lines).values())
    wanted = {k: first if v == "N" else v for k, v in vector.expected.items()}
    compare(wanted, {
        "rows_after_file_1": after_first, "rows_added_by_file_2": added, "rows": kept,
    })  # fmt: skip
    assert kept == second


def _ofx(rows: int, name: str) -> bytes:
    """Rows equal in date, amount and text, without a number of the bank."""
    row = "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260302<TRNAMT>12.50<FITID><NAME>Same<MEMO>Same words</STMTTRN>"
    body = (
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR"
        "<BANKACCTFROM><BANKID>12030000<ACCTID>DE02120300000000202051<ACCTTYPE>CHECKING</BANKACCTFROM>"
        f"<BANKTRANLIST><DTSTART>20260302<DTEND>20260302{row * rows}</BANKTRANLIST>"
        f"</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n<!-- {name} -->"
    )
    return body.encode()


def ar_ageing(vector: Vector, shop: Shop) -> None:
    """The columns add up to what is owed, and that is the receivable account."""
    trade, party_id = make_wholesale(shop), shop.parties["Unlimited Ltd"]
    for pieces, _limit in enumerate([*vector.given["bucket_limits_days"], "later"], start=1):
        trade.bill(trade.ship_all(trade.order(("WINE", pieces)).order_id))
        shop.runtime.factory.clock.advance(days=31)  # type: ignore[attr-defined]
    today = TODAY + timedelta(days=31 * 5)
    ageing = trade.ask(age_receivables, on=today)
    sums = bucket_sums(trade.ask(list_aged_items, on=today))
    assert sum(bool(minor) for minor in sums.values()) > 2
    outstanding = trade.ask(owed_minor, party_id=party_id)
    assert sum(sums.values()) == outstanding == ageing.total_minor == ageing.ledger_minor
    assert vector.expected.keys() == {"invariant"}


def payment(vector: Vector, shop: Shop) -> None:
    """More than is owed is the customer's; a small rest is written off."""
    party_id = shop.parties["Unlimited Ltd"]
    _owe(shop, party_id, units(vector.given["invoice"]), "R1")

    def pay(minor: int) -> None:
        draft = PaymentDraft(party_id, minor, PaymentMethod.BANK)
        shop.runtime.run(record_payment, actor=SYSTEM_ACTOR, uuid=str(uuid4()), draft=draft, parts=None)

    if "payments" not in vector.given:
        pay(units(vector.given["payment"]))
        balance = shop.runtime.ask(owed_minor, party_id=party_id) * CENT
        assert f"party balance {balance} (customer credit)" == vector.expected["as_overpayment"]
        return
    offered: list[Any] = []
    for text in vector.given["payments"]:
        offered.append(_open(shop, party_id) * CENT)
        pay(units(text))
    (item,) = [x for x in shop.runtime.ask(list_open_items, party_id=party_id) if x.open_minor]
    shop.runtime.run(
        reduce_item, actor=SYSTEM_ACTOR, uuid=str(uuid4()), item_id=item.id,
        kind=ReductionKind.SMALL_DIFFERENCE, amount_minor=units(vector.given["write_off"]), reason="cents",
    )  # fmt: skip
    wanted = vector.expected["amount_to_pay_offered"]
    assert [o for o, w in zip(offered, wanted, strict=True) if w is not None] == [
        Decimal(w) for w in wanted if w is not None
    ]
    assert ("paid" if _open(shop, party_id) == 0 else "open") == vector.expected["state"]


def _open(shop: Shop, party_id: int) -> int:
    return sum(x.open_minor for x in shop.runtime.ask(list_open_items, party_id=party_id) if x.open_minor > 0)
