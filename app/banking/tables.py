"""Bank accounts, statements and lines; matches; who pays from where; direct debits and advices."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Table, UniqueConstraint, text

from app.banking.states import (
    AliasKind,
    FileFormat,
    LineStatus,
    MandateKind,
    MatchedBy,
    MatchKind,
    MatchStatus,
    PartKind,
    RunStatus,
)
from app.db.columns import NAME, KeyType, choice, code, day, flag, key, metadata, moment, number, one_of, ref
from app.db.columns import text as long_text

_POSTED = text("status = 'posted'")

bank_account = Table(
    "bank_account",
    metadata,
    key(),
    code("name", length=NAME, unique=True),
    code("holder", length=NAME),
    code("number"),  # IBAN, or the bank's own number; capitals without blanks
    code("bic"),
    code("currency", length=3),
    code("role"),  # what is booked on: "bank", "bank:2"
    code("creditor_id"),  # of direct debits; "" where none is collected
    flag("active"),
    number("version"),
    UniqueConstraint("number", "currency"),
)
bank_file = Table(
    "bank_file",
    metadata,
    key(),
    code("sha256", length=64, unique=True),
    code("name", length=NAME),
    choice("format", FileFormat),
    moment("at"),
    number("actor_id"),
    one_of("format", FileFormat),
)
bank_statement = Table(
    "bank_statement",
    metadata,
    key(),
    ref("account_id", "bank_account.id", index=True),
    ref("file_id", "bank_file.id"),
    choice("format", FileFormat),
    code("number"),
    day("from_day", null=True),
    day("to_day", null=True),
    number("opening_minor", null=True),
    number("closing_minor", null=True),
    number("sum_minor"),  # of every booked line in it, kept before or now
    number("new_count"),
    number("known_count"),  # lines that an earlier file had brought
    flag("proven"),  # opening + sum = closing
    number("gap_first", null=True),  # missing before it: numbers ...
    number("gap_last", null=True),
    number("gap_closed_minor", null=True),  # ... and balances that do not meet
    number("gap_opened_minor", null=True),
    moment("at"),
    number("actor_id"),
    one_of("format", FileFormat),
    CheckConstraint("NOT proven OR opening_minor + sum_minor = closing_minor", name="adds_up"),
)
bank_line = Table(
    "bank_line",
    metadata,
    key(),
    ref("statement_id", "bank_statement.id", index=True),
    ref("account_id", "bank_account.id"),
    number("position"),
    day("booked_on"),
    day("value_on"),
    number("amount_minor"),  # in positive, out negative
    code("currency", length=3),
    code("name", length=NAME),
    code("iban"),
    long_text("text"),
    code("reference"),
    code("end_to_end_id"),
    code("mandate_id"),
    code("bank_reference"),
    code("code"),
    number("charges_minor"),
    number("foreign_minor"),
    code("foreign_currency"),
    code("return_reason"),
    number("batch"),
    code("fingerprint", length=NAME),
    choice("status", LineStatus),
    code("note", length=NAME, null=True),  # why it is left out
    one_of("status", LineStatus),
    UniqueConstraint("account_id", "fingerprint"),
    Index("ix_bank_line__status_booked_on", "status", "booked_on"),
    Index("ix_bank_line__account_id_booked_on", "account_id", "booked_on"),
)
# how a line was booked; an undone one stays, for the history
bank_match = Table(
    "bank_match",
    metadata,
    key(),
    code("uuid", unique=True),
    ref("line_id", "bank_line.id", index=True),
    choice("kind", MatchKind),
    choice("status", MatchStatus),
    choice("matched_by", MatchedBy),
    number("party_id", null=True),
    number("amount_minor"),  # the line's
    day("business_date"),
    long_text("evidence"),  # canonical JSON: the reasons as they were shown
    moment("at"),
    number("actor_id"),
    moment("undone_at", null=True),
    number("undone_by", null=True),
    code("undone_reason", length=NAME, null=True),
    one_of("kind", MatchKind),
    one_of("status", MatchStatus),
    one_of("matched_by", MatchedBy),
    Index(
        "uq_bank_match__one_posted", "line_id", unique=True, sqlite_where=_POSTED, postgresql_where=_POSTED
    ),
)
# what a match is made of; item, credit, account and payment parts come to the line, with the rest taken off
bank_match_part = Table(
    "bank_match_part",
    metadata,
    ref("match_id", "bank_match.id", primary_key=True),
    Column("position", KeyType, primary_key=True, autoincrement=False),
    choice("kind", PartKind),
    number("amount_minor"),
    number("open_item_id", null=True),
    number("payment_id", null=True),
    number("reduction_id", null=True),
    number("allocation_id", null=True),  # of a credit note that was set against it
    code("account_code", null=True),
    day("on", null=True),  # of a card payout: the day whose cards it settles
    one_of("kind", PartKind),
    Index("ix_bank_match_part__payment_id", "payment_id"),
)
payer_alias = Table(
    "payer_alias",
    metadata,
    key(),
    choice("kind", AliasKind),
    code("value", length=NAME),
    ref("party_id", "party.id"),
    number("match_id", null=True),  # learnt from it; NULL: entered
    moment("at"),
    number("actor_id"),
    moment("undone_at", null=True),
    one_of("kind", AliasKind),
    Index("ix_payer_alias__kind_value", "kind", "value"),
    Index("ix_payer_alias__match_id", "match_id"),
)
sepa_mandate = Table(
    "sepa_mandate",
    metadata,
    key(),
    code("reference", unique=True),
    ref("party_id", "party.id", index=True),
    choice("kind", MandateKind),
    code("holder", length=NAME),
    code("iban"),
    code("bic"),
    day("signed_on"),
    day("last_used_on", null=True),  # the first collection is told apart from the next ones
    moment("revoked_at", null=True),
    moment("at"),
    number("actor_id"),
    one_of("kind", MandateKind),
)
debit_run = Table(
    "debit_run",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", unique=True),
    ref("account_id", "bank_account.id"),
    choice("status", RunStatus),
    day("collect_on"),
    number("amount_minor"),
    long_text("xml"),  # pain.008 as it was given to the bank
    moment("at"),
    number("actor_id"),
    moment("closed_at", null=True),
    number("closing_match_id", null=True),  # the line its money came with
    one_of("status", RunStatus),
)
debit_run_line = Table(
    "debit_run_line",
    metadata,
    ref("run_id", "debit_run.id", primary_key=True),
    Column("position", KeyType, primary_key=True, autoincrement=False),
    ref("mandate_id", "sepa_mandate.id"),
    ref("party_id", "party.id"),
    ref("open_item_id", "open_item.id", index=True),
    code("end_to_end_id"),
    number("amount_minor"),
    CheckConstraint("amount_minor > 0", name="amount_positive"),
    Index("ix_debit_run_line__end_to_end_id", "end_to_end_id"),
)
remittance_advice = Table(
    "remittance_advice",
    metadata,
    key(),
    code("uuid", unique=True),
    ref("party_id", "party.id", index=True),
    code("reference"),
    day("on"),
    number("amount_minor"),
    number("match_id", null=True),  # the line that came with it
    moment("at"),
    number("actor_id"),
    CheckConstraint("amount_minor > 0", name="amount_positive"),
)
remittance_advice_line = Table(
    "remittance_advice_line",
    metadata,
    ref("advice_id", "remittance_advice.id", primary_key=True),
    Column("position", KeyType, primary_key=True, autoincrement=False),
    ref("open_item_id", "open_item.id"),
    number("amount_minor"),
    number("discount_minor"),
)
