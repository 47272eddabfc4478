"""Runs of reminders: proposed, approved, done once; what is paused is left out."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text, update

from app.collections.claims import draft_letters
from app.collections.letter_queries import list_letters, list_runs, list_sent_lines
from app.collections.levels import RateRow, list_levels, list_rates, list_texts, save_levels, save_rates
from app.collections.operations.contacts import (
    end_pause,
    note_contact,
    pause_reminders,
    promise_payment,
    withdraw_promise,
)
from app.collections.operations.disputes import DisputeDraft, change_dispute, open_dispute, resolve_dispute
from app.collections.operations.dunning import (
    SavedRun,
    approve_run,
    choose_letter,
    do_run,
    drop_run,
    propose_run,
)
from app.collections.operations.plans import break_plan, make_plan
from app.collections.operations.reductions import reduce_item
from app.collections.queries import list_contacts, list_disputes, list_pauses, list_plans, list_promises
from app.collections.refusals import (
    DisputeAmountError,
    LevelsError,
    NoSuchDisputeError,
    NothingToRemindError,
    OutcomeError,
    PauseError,
    PlanEndedError,
    PlanError,
    PlanItemsError,
    PromiseAmountError,
    RateError,
    RunOpenError,
    RunStateError,
    SayWhyError,
)
from app.collections.rules import Level
from app.collections.states import (
    ContactKind,
    DisputeOutcome,
    DisputeReason,
    LetterStatus,
    PlanStatus,
    PromiseStatus,
    ReductionKind,
    RunStatus,
)
from app.credit.operations import hold_after, lift_stop
from app.credit.queries import credit_standing
from app.credit.rules import Finding, judge
from app.invoicing.operations.credit import CreditWish
from app.invoicing.queries import get_invoice
from app.kernel.permission import PermissionNeededError
from app.parties.tables import party
from app.receivables.ageing import age_receivables
from app.receivables.queries import list_open_items, owed_minor
from app.reporting.verify import verify_database
from app.reporting.verify.collections import COLLECTION_CHECKS
from app.terms.queries import get_terms
from tests.factories.shop import TODAY
from tests.integration.collections.conftest import Late


def propose(late: Late, by: str = "system") -> SavedRun:
    return late.trade.run(propose_run, by=by, uuid=str(uuid4()))


def remind(late: Late) -> SavedRun:
    run = propose(late)
    late.run(approve_run, run_id=run.run_id)
    return late.run(do_run, run_id=run.run_id)


def drafts(late: Late) -> list[tuple[int, int]]:
    found = late.ask(draft_letters, on=late.clock().date(), company_currency="EUR")
    return [(d.level.position, d.overdue_minor) for d in found]


def is_a_business(late: Late) -> None:
    with late.trade.shop.runtime.factory.begin(actor=late.trade.shop.actor("manager")) as uow:
        uow.connection.execute(update(party).values(tax_number="DE136695976"))


def books_hold(late: Late) -> None:
    assert [r for r in late.ask(verify_database) if not r.holds] == []
    assert late.ask(age_receivables, on=late.clock().date()).difference_minor == 0


def test_three_levels_with_fee_interest_and_lump_sum_each_charged_once(late: Late) -> None:
    is_a_business(late)
    item = late.item(late.bill(("COFFEE", 100)))  # 1071.00, due after 14 days
    late.wait(17)
    assert drafts(late) == [(1, 107_100)]
    remind(late)
    assert late.ask(owed_minor, party_id=late.party) == 107_100
    with pytest.raises(NothingToRemindError):
        propose(late)
    late.wait(14)  # 17 days late
    before = late.balances()
    remind(late)
    (second, _first) = late.ask(list_letters, party_id=late.party)
    interest = round(107_100 * 10_150 * 17 / 100_000 / 365)
    assert (second.number, second.level) == ("DL-2026-000002", 2)
    assert (second.fee_minor, second.interest_minor, second.compensation_minor) == (500, interest, 0)
    after = late.balances()
    assert after["1300"] - before["1300"] == 500 + interest
    assert (after["4930"], after["4910"]) == (-500, -interest)
    late.wait(14)
    remind(late)
    third = late.ask(list_letters, party_id=late.party)[0]
    further = round(107_100 * 10_150 * 14 / 100_000 / 365)
    assert (third.fee_minor, third.interest_minor, third.compensation_minor) == (1000, further, 4000)
    lines = late.ask(list_sent_lines, letter_id=third.id)
    assert [(x.document_number, x.level, x.open_minor) for x in lines] == [(item.document_number, 3, 107_100)]
    late.wait(60)
    with pytest.raises(NothingToRemindError):
        propose(late)
    late.pay(late.ask(owed_minor, party_id=late.party))
    assert late.ask(list_open_items, party_id=late.party) == []
    books_hold(late)


def test_a_run_is_looked_at_approved_and_done_once(late: Late) -> None:
    for customer, pieces in (("Unlimited Ltd", 10), ("Limited Ltd", 1)):
        late.bill(("COFFEE", pieces), customer=customer)
    late.wait(20)
    uuid = str(uuid4())
    run = late.trade.run(propose_run, by="office", uuid=uuid)
    assert late.trade.run(propose_run, by="office", uuid=uuid).was_there
    assert (run.letters, late.ask(list_runs)[0].overdue_minor) == (2, 13_090)
    with pytest.raises(RunOpenError):
        propose(late)
    with pytest.raises(RunStateError):
        late.run(do_run, run_id=run.run_id)
    with pytest.raises(PermissionNeededError):
        late.trade.run(approve_run, by="office", run_id=run.run_id)
    first, second = late.ask(list_letters, run_id=run.run_id)
    late.run(choose_letter, letter_id=first.id, send=False)
    late.run(approve_run, run_id=run.run_id)
    with pytest.raises(RunStateError):
        late.run(choose_letter, letter_id=first.id, send=True)
    late.pay(1190, party=second.party_id)
    late.run(do_run, run_id=run.run_id)
    statuses = {x.id: (x.status, x.number) for x in late.ask(list_letters, run_id=run.run_id)}
    assert statuses == {first.id: (LetterStatus.LEFT_OUT, None), second.id: (LetterStatus.PAID, None)}
    assert late.run(do_run, run_id=run.run_id).was_there
    again = propose(late)
    assert again.letters == 1
    late.run(drop_run, run_id=again.run_id)
    assert late.ask(list_runs)[0].status is RunStatus.DROPPED
    remind(late)
    assert [x.number for x in late.ask(list_letters, party_id=first.party_id)] == ["DL-2026-000001"]
    books_hold(late)


def test_a_pause_a_promise_and_money_not_applied_hold_a_reminder_back(late: Late) -> None:
    item = late.item(late.bill(("COFFEE", 10)))
    other = late.item(late.bill(("WINE", 10)))
    late.wait(20)
    assert drafts(late) == [(1, 20_230)]
    with pytest.raises(SayWhyError):
        late.run(pause_reminders, party_id=late.party, reason="")
    pause = late.run(pause_reminders, party_id=late.party, item_id=item.id, reason="asked the driver")
    assert drafts(late) == [(1, 8330)]
    until = late.clock().date() + timedelta(days=2)
    late.run(pause_reminders, party_id=late.party, reason="holidays", until=until)
    assert drafts(late) == []
    assert len(late.ask(list_pauses, on=until, party_id=late.party)) == 2
    late.wait(3)
    late.run(end_pause, pause_id=pause)
    with pytest.raises(PauseError):
        late.run(end_pause, pause_id=pause)
    due_on = late.clock().date() + timedelta(days=5)
    with pytest.raises(PromiseAmountError):
        late.run(promise_payment, uuid="x", party_id=late.party, amount_minor=0, due_on=due_on)
    promise = late.run(
        promise_payment, uuid="y", party_id=late.party, amount_minor=other.open_minor + 11_900, due_on=due_on
    )
    assert drafts(late) == []
    late.run(withdraw_promise, promise_id=promise)
    late.run(promise_payment, uuid="z", party_id=late.party, amount_minor=11_900, due_on=due_on)
    assert drafts(late) == [(1, 8330)]
    late.wait(8)
    statuses = [p.status for p in late.ask(list_promises, on=late.clock().date())]
    assert statuses == [PromiseStatus.WITHDRAWN, PromiseStatus.BROKEN]
    assert drafts(late) == [(1, 20_230)]
    late.pay(30_000, party=late.party)
    assert drafts(late) == []


def test_what_is_in_dispute_is_left_out_until_it_is_rejected(late: Late) -> None:
    item = late.item(late.bill(("COFFEE", 10)))
    late.wait(20)
    follow_up = late.clock().date() + timedelta(days=7)
    owner = late.trade.shop.users["office"]
    wrong = DisputeDraft(item.id, 2380, DisputeReason.QUANTITY, "two were missing", owner, follow_up)
    dispute = late.trade.run(open_dispute, by="office", uuid="d1", draft=wrong)
    assert late.run(open_dispute, uuid="d1", draft=wrong) == dispute
    with pytest.raises(DisputeAmountError, match="at most"):
        late.run(
            open_dispute, uuid="d2",
            draft=DisputeDraft(item.id, 9521, DisputeReason.PRICE, "too dear", owner, follow_up),
        )  # fmt: skip
    assert drafts(late) == [(1, 9520)]
    late.run(change_dispute, dispute_id=dispute, owner_id=owner, follow_up_on=follow_up)
    with pytest.raises(SayWhyError):
        late.run(resolve_dispute, dispute_id=dispute, outcome=DisputeOutcome.REJECTED, note="")
    late.run(resolve_dispute, dispute_id=dispute, outcome=DisputeOutcome.REJECTED, note="he signed for ten")
    assert drafts(late) == [(1, 11_900)]
    with pytest.raises(NoSuchDisputeError):
        late.run(resolve_dispute, dispute_id=dispute, outcome=DisputeOutcome.REJECTED, note="again")


def test_a_dispute_ends_in_a_credit_note_or_a_discount(late: Late) -> None:
    bill = late.bill(("COFFEE", 10))
    item = late.item(bill)
    owner = late.trade.shop.users["office"]
    for uuid in ("a", "b"):
        draft = DisputeDraft(item.id, 1190, DisputeReason.QUALITY, "damp", owner, TODAY)
        late.run(open_dispute, uuid=uuid, draft=draft)
    first, second = late.ask(list_disputes)
    with pytest.raises(OutcomeError):
        late.run(resolve_dispute, dispute_id=first.id, outcome=DisputeOutcome.CREDIT_NOTE, note="one back")
    line = late.ask(get_invoice, invoice_id=bill.invoice_id).lines[0]
    note = late.run(
        resolve_dispute, dispute_id=first.id, outcome=DisputeOutcome.CREDIT_NOTE, note="one back",
        wishes=[CreditWish(line.id, 1000)],
    )  # fmt: skip
    assert late.ask(get_invoice, invoice_id=note).row.gross_minor == 1190
    late.run(resolve_dispute, dispute_id=second.id, outcome=DisputeOutcome.DISCOUNT, note="sold as seconds")
    assert late.ask(owed_minor, party_id=late.party) == 11_900 - 1190 - 1190
    ended = late.ask(list_disputes, open_only=False, party_id=late.party)
    assert {d.outcome for d in ended} == {DisputeOutcome.CREDIT_NOTE, DisputeOutcome.DISCOUNT}
    books_hold(late)


def test_instalments_take_the_place_of_due_dates_and_a_broken_plan_is_due_at_once(late: Late) -> None:
    items = [late.item(late.bill((sku, 10))) for sku in ("COFFEE", "WINE")]  # 119.00 and 83.30
    late.wait(20)
    today = late.clock().date()
    days = [today + timedelta(days=30 * n) for n in (0, 1, 2)]
    ids = [i.id for i in items]
    with pytest.raises(PlanError, match=r"202\.30"):
        late.run(make_plan, uuid="p", item_ids=ids, instalments=[(days[0], 10_000)])
    with pytest.raises(PlanItemsError):
        late.run(make_plan, uuid="p", item_ids=[], instalments=[(days[0], 10_000)])
    parts = list(zip(days, (10_000, 10_000, 230), strict=True))
    plan = late.run(make_plan, uuid="p", item_ids=ids, instalments=parts, grace_days=5)
    assert late.run(make_plan, uuid="p", item_ids=ids, instalments=parts).was_there
    owed = late.ask(list_open_items, party_id=late.party)
    spread = [(i.document_number, i.due_date, i.open_minor) for i in owed]
    first, second = (i.document_number for i in items)
    assert spread == [
        (first, days[0], 10_000), (first, days[1], 1900), (second, days[1], 8100), (second, days[2], 230)
    ]  # fmt: skip
    assert drafts(late) == []
    assert late.ask(age_receivables, on=today - timedelta(days=1)).total_minor == 20_230
    books_hold(late)
    late.pay(10_000)
    late.wait(36)
    run = propose(late)  # the second instalment is six days late: the rest is due today
    assert run.letters == 1
    (row,) = late.ask(list_plans, party_id=late.party)
    assert (row.status, row.number) == (PlanStatus.BROKEN, plan.number)
    left = {(i.due_date, i.open_minor) for i in late.ask(list_open_items, party_id=late.party)}
    assert left == {(days[1], 1900), (days[1], 8100), (late.clock().date(), 230)}
    with pytest.raises(PlanEndedError):
        late.run(break_plan, plan_id=plan.plan_id)
    books_hold(late)


def test_a_plan_whose_instalments_are_paid_is_done(late: Late) -> None:
    item = late.item(late.bill(("WINE", 10)))
    late.run(make_plan, uuid="p", item_ids=[item.id], instalments=[(TODAY, 8330)])
    late.pay(8330)
    assert [p.status for p in late.ask(list_plans)] == [PlanStatus.DONE]


def test_the_last_reminder_stops_credit_until_it_is_paid(late: Late) -> None:
    levels = [Level(1, "Only one", 1, 0, 0, 0, 0, interest=False, compensation_minor=0, stops_credit=True)]
    late.run(save_levels, levels=levels, texts=[])
    late.bill(("COFFEE", 10))
    late.wait(20)

    def findings() -> list[Finding]:
        terms = late.ask(get_terms, party_id=late.party)
        on = late.clock().date()
        return judge(late.ask(credit_standing, terms=terms, confirmed_minor=0, new_minor=1, on=on))

    assert findings() == []
    late.run(hold_after, days=6)
    assert findings() == []
    late.run(hold_after, days=5)
    assert findings() == [Finding.OVERDUE]
    late.run(hold_after, days=0)
    remind(late)
    assert findings() == [Finding.OVERDUE]
    late.run(lift_stop, party_id=late.party)
    assert findings() == []


def test_levels_and_rates_are_kept_and_must_make_sense(late: Late) -> None:
    levels, texts = late.ask(list_levels), late.ask(list_texts)
    with pytest.raises(LevelsError):
        late.run(save_levels, levels=[*levels, levels[0]], texts=texts)
    late.run(save_levels, levels=levels[:2], texts=texts)
    assert late.ask(list_levels) == levels[:2]
    assert late.ask(list_texts) == texts
    with pytest.raises(RateError):
        late.run(save_rates, rates=[RateRow(TODAY, -9000, 8000, "")])
    late.run(save_rates, rates=[RateRow(TODAY, 1270, 9000, "Bundesbank")])
    assert [r.rate.thousandths for r in late.ask(list_rates)] == [10_270]


def test_a_note_does_what_was_to_be_done_before(late: Late) -> None:
    later = TODAY + timedelta(days=3)
    late.run(
        note_contact, party_id=late.party, kind=ContactKind.CALL, remark="nobody there",
        next_action="call again", next_on=later,
    )  # fmt: skip
    assert [(c.next_on, c.done) for c in late.ask(list_contacts, party_id=late.party)] == [(later, False)]
    late.run(note_contact, party_id=late.party, kind=ContactKind.CALL, remark="pays on Friday")
    assert [c.done for c in late.ask(list_contacts, party_id=late.party)] == [True, True]
    with pytest.raises(SayWhyError):
        late.run(note_contact, party_id=late.party, kind=ContactKind.NOTE, remark=" ")


def test_tampering_with_deductions_and_reminders_is_named(late: Late) -> None:
    item = late.item(late.bill(("COFFEE", 10)))
    late.run(
        reduce_item, uuid="r", item_id=item.id, kind=ReductionKind.ALLOWANCE, amount_minor=119, reason="x"
    )
    late.wait(20)
    remind(late)
    books_hold(late)
    factory, manager = late.trade.shop.runtime.factory, late.trade.shop.actor("manager")
    checks = {c.name: c for c in COLLECTION_CHECKS}
    for tampering, back, check in (
        ("reduction SET gross_minor = gross_minor + 1, net_minor = net_minor + 1",
         "reduction SET gross_minor = gross_minor - 1, net_minor = net_minor - 1", "reductions_agree"),
        ("reduction_tax SET tax_minor = tax_minor - 1", "reduction_tax SET tax_minor = tax_minor + 1",
         "reductions_agree"),
        ("dunning_letter SET fee_minor = fee_minor + 100", "dunning_letter SET fee_minor = fee_minor - 100",
         "reminders_agree"),
        ("dunning_letter_line SET open_minor = open_minor + 1",
         "dunning_letter_line SET open_minor = open_minor - 1", "reminders_agree"),
    ):  # fmt: skip
        with factory.begin(actor=manager) as uow:
            uow.connection.execute(text(f"UPDATE {tampering}"))
        with factory.read() as connection:
            assert len(list(checks[check].find(connection))) == 1
        with factory.begin(actor=manager) as uow:
            uow.connection.execute(text(f"UPDATE {back}"))
