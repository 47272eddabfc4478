"""Deductions, disputes, promises, plans, contacts and reminders."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, String, Table

from app.collections.states import (
    ContactKind,
    DisputeOutcome,
    DisputeReason,
    DisputeStatus,
    LetterStatus,
    PlanStatus,
    ReductionKind,
    RunStatus,
    VatRelief,
)
from app.db.columns import (
    NAME,
    SHORT,
    KeyType,
    choice,
    code,
    day,
    flag,
    key,
    metadata,
    moment,
    number,
    one_of,
    ref,
    text,
)

# what is let go of an open item, or comes back of it; its money is an open item of its own
reduction = Table(
    "reduction",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", unique=True),
    choice("kind", ReductionKind),
    ref("party_id", "party.id", index=True),
    ref("open_item_id", "open_item.id", index=True),  # what is reduced; a recovery: the money that came
    ref("made_item_id", "open_item.id"),  # the item it opened
    number("write_off_id", null=True),  # a recovery: of which write-off
    day("date"),
    number("net_minor"),
    number("tax_minor"),
    number("gross_minor"),  # positive; in the item's currency
    number("rate_micro"),
    code("reason", length=NAME),
    choice("vat_relief", VatRelief, null=True),
    day("vat_claimed_on", null=True),
    moment("at"),
    number("actor_id"),
    moment("undone_at", null=True),
    number("undone_by", null=True),
    code("undone_reason", length=NAME, null=True),
    one_of("kind", ReductionKind),
    CheckConstraint("net_minor + tax_minor = gross_minor AND gross_minor > 0", name="adds_up"),
)
reduction_tax = Table(
    "reduction_tax",
    metadata,
    ref("reduction_id", "reduction.id", primary_key=True),
    Column("code", String(SHORT), primary_key=True),
    Column("rate", KeyType, primary_key=True, autoincrement=False),
    number("base_minor"),
    number("tax_minor"),
)
dispute = Table(
    "dispute",
    metadata,
    key(),
    code("uuid", unique=True),
    ref("party_id", "party.id", index=True),
    ref("open_item_id", "open_item.id", index=True),
    number("amount_minor"),
    choice("reason", DisputeReason),
    code("note", length=NAME),
    number("owner_id"),
    day("follow_up_on"),
    choice("status", DisputeStatus),
    choice("outcome", DisputeOutcome, null=True),
    code("outcome_note", length=NAME, null=True),
    number("outcome_document_id", null=True),  # the credit note or the deduction
    day("opened_on"),
    moment("opened_at"),
    number("opened_by"),
    day("resolved_on", null=True),
    moment("resolved_at", null=True),
    number("resolved_by", null=True),
    one_of("reason", DisputeReason),
    one_of("status", DisputeStatus),
    CheckConstraint("amount_minor > 0", name="amount_positive"),
    CheckConstraint("status = 'open' OR outcome IS NOT NULL", name="outcome_given"),
)
promise = Table(
    "promise",
    metadata,
    key(),
    code("uuid", unique=True),
    ref("party_id", "party.id", index=True),
    number("amount_minor"),
    day("due_on"),
    code("note", length=NAME),
    day("made_on"),
    moment("at"),
    number("actor_id"),
    moment("withdrawn_at", null=True),
    CheckConstraint("amount_minor > 0", name="amount_positive"),
)
payment_plan = Table(
    "payment_plan",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", unique=True),
    ref("party_id", "party.id", index=True),
    choice("status", PlanStatus),
    number("amount_minor"),
    number("grace_days"),
    day("made_on"),
    moment("at"),
    number("actor_id"),
    day("broken_on", null=True),
    one_of("status", PlanStatus),
)
# the items a plan opened in the place of others
payment_plan_item = Table(
    "payment_plan_item",
    metadata,
    ref("plan_id", "payment_plan.id", primary_key=True),
    ref("open_item_id", "open_item.id", primary_key=True),
    number("position"),  # of the instalment
)
collection_contact = Table(
    "collection_contact",
    metadata,
    key(),
    ref("party_id", "party.id", index=True),
    choice("kind", ContactKind),
    code("note", length=NAME),
    code("next_action", length=NAME),
    day("next_on", null=True),
    moment("at"),
    number("actor_id"),
    code("actor_name", length=NAME),
    moment("done_at", null=True),  # the next action
    one_of("kind", ContactKind),
)
# nobody is reminded: a customer, or one of his items
dunning_pause = Table(
    "dunning_pause",
    metadata,
    key(),
    ref("party_id", "party.id", index=True),
    ref("open_item_id", "open_item.id", null=True),
    code("reason", length=NAME),
    day("until", null=True),
    moment("at"),
    number("actor_id"),
    moment("ended_at", null=True),
)
dunning_level = Table(
    "dunning_level",
    metadata,
    Column("position", KeyType, primary_key=True, autoincrement=False),
    code("name", length=NAME),
    number("days_late"),  # so many days after the due date
    number("days_between"),  # and after the last reminder
    number("least_minor"),  # less than this is not worth a letter
    number("fee_minor"),
    number("fee_hundredths"),  # of the overdue invoices, never of earlier fees
    flag("interest"),
    number("compensation_minor"),  # once for each invoice (Directive 2011/7/EU Art. 6)
    flag("stops_credit"),
    CheckConstraint("days_between >= 0 AND fee_minor >= 0 AND fee_hundredths >= 0", name="not_negative"),
)
dunning_text = Table(
    "dunning_text",
    metadata,
    Column("position", KeyType, primary_key=True, autoincrement=False),
    Column("language", String(SHORT), primary_key=True),
    code("title", length=NAME),
    text("opening"),
    text("closing"),
)
# thousandths of a per cent a year; simple interest of the directive: reference rate and margin
interest_rate = Table(
    "interest_rate",
    metadata,
    Column("valid_from", day("valid_from").type, primary_key=True),
    number("reference"),
    number("margin"),
    code("source", length=NAME),
)
dunning_run = Table(
    "dunning_run",
    metadata,
    key(),
    code("uuid", unique=True),
    choice("status", RunStatus),
    Column("open_key", KeyType, nullable=True, unique=True),  # 1 while it is not done: only one at a time
    day("date"),
    moment("at"),
    number("actor_id"),
    moment("approved_at", null=True),
    number("approved_by", null=True),
    moment("done_at", null=True),
    number("done_by", null=True),
    one_of("status", RunStatus),
)
dunning_letter = Table(
    "dunning_letter",
    metadata,
    key(),
    ref("run_id", "dunning_run.id", index=True),
    ref("party_id", "party.id", index=True),
    choice("status", LetterStatus),
    code("number", null=True, unique=True),
    number("level"),
    code("language"),
    code("currency", length=3),
    day("date"),
    day("pay_until"),
    number("overdue_minor"),
    number("fee_minor"),
    number("interest_minor"),
    number("compensation_minor"),
    number("open_item_id", null=True),  # of what was charged
    one_of("status", LetterStatus),
    CheckConstraint("status <> 'sent' OR number IS NOT NULL", name="number_given"),
)
dunning_letter_line = Table(
    "dunning_letter_line",
    metadata,
    ref("letter_id", "dunning_letter.id", primary_key=True),
    ref("open_item_id", "open_item.id", primary_key=True),
    code("document_number"),
    day("document_date"),
    day("due_date"),
    number("amount_minor"),
    number("open_minor"),
    number("disputed_minor"),
    number("level"),
    number("interest_minor"),
    day("interest_from", null=True),  # charged from this day ...
    day("interest_until", null=True),  # ... up to and including this
    number("compensation_minor"),
    Index("ix_dunning_letter_line__open_item_id", "open_item_id"),
)
