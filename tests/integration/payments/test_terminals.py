"""What a terminal said is kept: its mark, its papers without card numbers, and the end of its day."""

from __future__ import annotations

from app.devices.ports import CardAskKind, CardOutcome, CardResult, CardSlip, CardTotals, SlipKind
from app.payments.card_queries import cards_of_cart, customer_slips, slip_lines
from app.payments.operations import open_cards, open_intent, record_intent_result, reverse_intent
from app.payments.tables import card_slip, terminal_day
from app.payments.terminal_days import TerminalDay, record_terminal_day
from app.printing.tables import print_job
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.till.helpers import rows

TERMINAL = "10.0.0.9:20007"
CUSTOMER = CardSlip(SlipKind.CUSTOMER, ("** KUNDENBELEG **", "VISA ****4771"))
MERCHANT = CardSlip(SlipKind.MERCHANT, ("** HÄNDLERBELEG **",))


def ask(
    shop: Shop, amount_minor: int = 1290, *, cart: str = "c", kind: CardAskKind = CardAskKind.PAYMENT
) -> str:
    return shop.runtime.run(
        open_intent, actor=shop.actor(), cart_uuid=cart, till_id=shop.tills["T01"], terminal=TERMINAL,
        amount_minor=amount_minor, currency="EUR", kind=kind, mark="t-1-1",
    )  # fmt: skip


def said(shop: Shop, uuid: str, outcome: CardOutcome, *slips: CardSlip, reference: str = "t-2-2") -> None:
    shop.runtime.run(
        record_intent_result, actor=shop.actor(), intent_uuid=uuid,
        result=CardResult(outcome, reference, slips=slips),
    )  # fmt: skip


def test_the_papers_of_a_payment_stand_under_its_receipt_and_are_not_printed_apart(shop: Shop) -> None:
    said(shop, ask(shop), CardOutcome.APPROVED, CUSTOMER, MERCHANT)
    assert shop.runtime.ask(customer_slips, cart_uuid="c") == [CUSTOMER.lines]
    assert rows(shop, print_job) == []
    assert len(rows(shop, card_slip)) == 2


def test_what_is_to_be_signed_and_what_failed_is_printed_at_once(shop: Shop) -> None:
    said(
        shop,
        ask(shop),
        CardOutcome.APPROVED,
        CardSlip(SlipKind.MERCHANT, ("Unterschrift",), wants_signature=True),
    )
    said(shop, ask(shop), CardOutcome.DECLINED, CUSTOMER)
    jobs = rows(shop, print_job)
    assert [j.kind for j in jobs] == ["card_slip", "card_slip"]
    assert shop.runtime.ask(slip_lines, slip_id=jobs[0].document_id) == ("Unterschrift",)
    assert shop.runtime.ask(customer_slips, cart_uuid="c") == []


def test_only_the_latest_of_a_terminal_can_still_be_asked_for(shop: Shop, clock: SteadyClock) -> None:
    first = ask(shop)
    said(shop, first, CardOutcome.UNKNOWN)
    (found,) = shop.runtime.ask(open_cards, till_id=shop.tills["T01"])
    assert found.is_latest
    asked = found.ask()
    assert (asked.intent_uuid, asked.amount_minor, asked.mark, asked.at) == (first, 1290, "t-1-1", clock())
    said(shop, ask(shop, -500, kind=CardAskKind.REFUND), CardOutcome.UNKNOWN)
    found, newer = shop.runtime.ask(open_cards, till_id=shop.tills["T01"])
    assert (found.is_latest, newer.is_latest) == (False, True)
    assert newer.ask().amount_minor == 500
    assert newer.ask().kind is CardAskKind.REFUND


def test_the_end_of_the_day_is_compared_with_what_was_booked_since_the_one_before(shop: Shop) -> None:
    def close(total: int | None) -> TerminalDay:
        slip = CardSlip(SlipKind.ADMIN, ("KASSENSCHNITT",))
        return shop.runtime.run(
            record_terminal_day, actor=shop.actor(), terminal=TERMINAL, till_id=shop.tills["T01"],
            station="T01", totals=CardTotals(total, (slip,)),
        )  # fmt: skip

    said(shop, ask(shop), CardOutcome.APPROVED)
    said(shop, ask(shop, 1000, cart="other"), CardOutcome.APPROVED, reference="t-3-3")
    shop.runtime.run(
        reverse_intent, actor=shop.actor(), cart_uuid="other", amount_minor=1000, reference="t-3-3"
    )
    said(shop, ask(shop, -1000, cart="other", kind=CardAskKind.REVERSAL), CardOutcome.APPROVED)
    said(shop, ask(shop, -300, kind=CardAskKind.REFUND), CardOutcome.APPROVED)
    said(shop, ask(shop, 700), CardOutcome.UNKNOWN)
    assert [x.after_last_close for x in shop.runtime.ask(cards_of_cart, cart_uuid="c")] == [True]
    day = close(1690)
    assert (day.own_minor, day.open_minor, day.difference_minor) == (990, 700, 700)
    assert [x.after_last_close for x in shop.runtime.ask(cards_of_cart, cart_uuid="c")] == [False]
    said(shop, ask(shop, 50), CardOutcome.APPROVED)
    assert close(50).difference_minor == 0
    assert close(None).difference_minor == 0
    assert [r.own_minor for r in rows(shop, terminal_day)] == [990, 50, 0]
    assert [j.kind for j in rows(shop, print_job)] == ["card_slip"] * 3
