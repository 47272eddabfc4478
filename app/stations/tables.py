"""A till's own queue of what the server must hear of, and what the server knows of its tills."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, UniqueConstraint

from app.audit.tables import journal
from app.db.columns import NAME, KeyType, choice, code, metadata, moment, number, one_of, ref, text
from app.stations.states import InboxStatus, MessageKind, SelfStatus

# --- in the till's own database ---

# one row: which till this machine is; no row: a shop on one machine, or a station at the server itself
station_self = Table(
    "station_self",
    metadata,
    Column("till_id", KeyType, primary_key=True, autoincrement=False),
    code("till_code"),
    number("epoch"),  # grows when another machine takes the till's place
    number("lane"),  # of the ids made here
    # what the server knows this machine by, another at each greeting; those of before too, since a server
    # that was restored from a backup shows one of them
    text("tokens"),
    code("next_token", length=64, null=True),  # proposed, and not confirmed yet
    choice("status", SelfStatus),
    number("last_seq"),  # of the last message written here
    moment("last_at", null=True),  # of the last document: what a clock that jumped is noticed by
    number("close_allowed_seq"),  # a manager let the shift be closed with what is unsent up to here
    number("replica_version"),  # of the server's goods, prices, customers and rights, as they lie here
    number("stock_version"),  # likewise of its stock
    code("server_mark", length=100, null=True),  # by whose counting these two are: a standby counts anew
    one_of("status", SelfStatus),
)
# written in the transaction of what it tells of
outbox = Table(
    "outbox",
    metadata,
    Column("seq", KeyType, primary_key=True, autoincrement=False),  # 1, 2, 3 ... without a gap
    code("uuid", unique=True),
    number("epoch"),
    choice("kind", MessageKind),
    code("label", length=NAME),  # number and amount, for the list of what is unsent
    number("amount_minor"),
    text("payload"),
    code("hash", length=64),
    moment("made_at"),
    moment("acked_at", null=True),
    number("tries"),  # how often the server refused it
    code("last_error", length=NAME, null=True),
    one_of("kind", MessageKind),
    Index("ix_outbox__acked_at", "acked_at", "seq"),
)

# --- in the server's database ---

station = Table(
    "station",
    metadata,
    Column("till_id", KeyType, primary_key=True, autoincrement=False),
    number("epoch"),
    number("last_seq"),  # of the last message that was taken or set aside
    code("token", length=64, null=True),  # NULL: nobody has joined with the code yet
    code("role", length=NAME),  # of the database, with only the rights a till needs
    text("sealed", null=True),  # the PINs' pepper under the one-time code, until it is used
    moment("registered_at"),
    moment("joined_at", null=True),
    moment("retired_at", null=True),
    moment("seen_at", null=True),
    number("skew_seconds", null=True),  # the till's clock less the server's
    number("unsent", null=True),  # as the till said last
    code("alarm", length=NAME, null=True),  # two machines are this till
)
inbox = Table(
    "inbox",
    metadata,
    ref("till_id", "till.id", primary_key=True),
    Column("epoch", KeyType, primary_key=True, autoincrement=False),
    Column("seq", KeyType, primary_key=True, autoincrement=False),
    code("uuid", unique=True),
    choice("kind", MessageKind),
    code("label", length=NAME),
    code("hash", length=64),
    moment("made_at"),
    moment("received_at"),
    choice("status", InboxStatus),
    code("remark", length=NAME, null=True),  # why it waits; or what differs here from what the till knew
    text("payload", null=True),  # only of what waits
    one_of("status", InboxStatus),
    Index("ix_inbox__status", "status"),
)
# the till's own journal as the till wrote it: the witness outside the till (design/reliability.md 4.3)
station_journal = Table(
    "station_journal",
    metadata,
    ref("till_id", "till.id", primary_key=True),
    Column("epoch", KeyType, primary_key=True, autoincrement=False),
    Column("seq", KeyType, primary_key=True, autoincrement=False),
    *(Column(c.name, c.type, nullable=c.nullable) for c in journal.columns if c.name != "seq"),
    UniqueConstraint("till_id", "epoch", "hash"),
)
