"""Whom to call today and why; what a reminder says on paper."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from app.collections.letter_queries import LetterRow, list_letters
from app.collections.operations.contacts import note_contact, pause_reminders, promise_payment
from app.collections.operations.disputes import DisputeDraft, open_dispute
from app.collections.operations.dunning import approve_run, do_run, propose_run
from app.collections.operations.plans import break_plan, make_plan
from app.collections.refusals import NothingToRemindError
from app.collections.states import ContactKind, DisputeReason, WorkReason
from app.collections.workbench import WorkRow, list_work
from app.documents.reminder_papers import build_reminder, build_reminders, reminder_paper
from tests.integration.collections.conftest import Late


def work(late: Late) -> WorkRow:
    (row,) = late.ask(list_work, on=late.clock().date(), party_id=late.party)
    return row


def test_the_largest_stake_comes_first_with_its_reason(late: Late) -> None:
    late.bill(("COFFEE", 2), customer="Limited Ltd")
    late.bill(("COFFEE", 10))
    assert late.ask(list_work, on=late.clock().date()) == []
    late.wait(15)
    rows = late.ask(list_work, on=late.clock().date())
    assert [(r.name, r.stake_minor, r.days_late, r.reasons) for r in rows] == [
        ("Unlimited Ltd", 11_900, 1, (WorkReason.OVERDUE,)),
        ("Limited Ltd", 2380, 1, (WorkReason.OVERDUE,)),
    ]


def test_who_was_spoken_with_waits_until_the_next_action(late: Late) -> None:
    late.bill(("COFFEE", 10))
    late.wait(20)
    later = late.clock().date() + timedelta(days=3)
    late.run(
        note_contact, party_id=late.party, kind=ContactKind.CALL, remark="ill", next_action="call the boss",
        next_on=later,
    )  # fmt: skip
    assert work(late).reasons == ()
    late.wait(3)
    row = work(late)
    assert (row.reasons, row.next_action) == ((WorkReason.NEXT_ACTION,), "call the boss")
    late.run(pause_reminders, party_id=late.party, reason="court")
    assert work(late).paused
    assert work(late).reasons == (WorkReason.NEXT_ACTION,)


def test_a_promise_silences_and_a_broken_one_speaks_first(late: Late) -> None:
    late.bill(("COFFEE", 10))
    late.wait(20)
    due_on = late.clock().date() + timedelta(days=5)
    late.run(promise_payment, uuid="p", party_id=late.party, amount_minor=11_900, due_on=due_on)
    assert (work(late).stake_minor, work(late).reasons) == (0, ())
    late.wait(8)
    assert (work(late).stake_minor, work(late).broken) == (11_900, 1)
    assert work(late).reasons[0] is WorkReason.BROKEN_PROMISE
    late.run(note_contact, party_id=late.party, kind=ContactKind.CALL, remark="pays tomorrow")
    assert work(late).reasons == ()


def test_a_dispute_to_be_looked_after_and_a_broken_plan(late: Late) -> None:
    item = late.item(late.bill(("COFFEE", 10)))
    other = late.item(late.bill(("WINE", 10)))
    late.wait(20)
    today = late.clock().date()
    owner = late.trade.shop.users["office"]
    draft = DisputeDraft(item.id, 11_900, DisputeReason.PRICE, "too dear", owner, today)
    late.run(open_dispute, uuid="d", draft=draft)
    assert work(late).stake_minor == 8330
    assert WorkReason.DISPUTE_DUE in work(late).reasons
    parts = [(today, 4000), (today + timedelta(days=30), 4330)]
    plan = late.run(make_plan, uuid="p", item_ids=[other.id], instalments=parts)
    late.wait(10)
    late.run(break_plan, plan_id=plan.plan_id)
    late.wait(1)
    assert WorkReason.BROKEN_PLAN in work(late).reasons
    assert work(late).stake_minor == 8330


def letters(late: Late, *, send: bool) -> list[LetterRow]:
    run = late.run(propose_run, uuid=str(uuid4()))
    if send:
        late.run(approve_run, run_id=run.run_id)
        late.run(do_run, run_id=run.run_id)
    return late.ask(list_letters, run_id=run.run_id)


def test_a_reminder_says_what_was_frozen_and_a_preview_says_so(late: Late) -> None:
    bill = late.bill(("COFFEE", 10))
    late.wait(20)
    (letter,) = letters(late, send=False)
    shown = late.ask(reminder_paper, letter_id=letter.id)
    assert (shown.mark, shown.title) == ("PREVIEW - NOT SENT", "Payment reminder")
    assert late.ask(reminder_paper, letter_id=letter.id, language="de").title == "Zahlungserinnerung"
    with pytest.raises(NothingToRemindError):
        late.ask(build_reminders, run_id=letter.run_id)
    late.run(approve_run, run_id=letter.run_id)
    late.run(do_run, run_id=letter.run_id)
    late.pay(11_900)
    sent = late.ask(reminder_paper, letter_id=letter.id)
    assert (sent.mark, sent.title) == ("", "Payment reminder DL-2026-000001")
    assert sent.intro.endswith("paid by 2026-04-01.")
    (row,) = sent.rows
    assert row.cells == ("1", f"Invoice {bill.number}", "2026-03-02", "2026-03-16", "6", "119.00")
    assert sent.totals[-1].amount == "€ 119.00"
    pdf = late.ask(build_reminder, letter_id=letter.id)
    assert pdf.startswith(b"%PDF")
    assert pdf == late.ask(build_reminder, letter_id=letter.id)
    assert late.ask(build_reminders, run_id=letter.run_id).startswith(b"%PDF")


def test_a_reminder_that_was_paid_in_between_has_no_paper(late: Late) -> None:
    late.bill(("COFFEE", 10))
    late.wait(20)
    (letter,) = letters(late, send=False)
    late.pay(11_900)
    with pytest.raises(NothingToRemindError):
        late.ask(build_reminder, letter_id=letter.id)
