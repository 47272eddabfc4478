"""The journal: append only, each row chained to the one before."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table

from app.db.columns import NAME, KeyType, code, key, metadata, moment, number, text

journal = Table(
    "journal",
    metadata,
    Column("chain", code("chain").type, primary_key=True),  # a till's code, or "office"
    Column("seq", KeyType, primary_key=True, autoincrement=False),  # 1, 2, 3 ... without a gap
    moment("at"),
    number("actor_id"),
    number("approver_id", null=True),
    code("kind"),  # "sale.completed", "drawer.no_sale" ...
    code("document_type", null=True),
    number("document_id", null=True),
    text("payload"),  # canonical JSON, with values
    code("previous_hash", length=64),
    code("hash", length=64),
    code("signed_by", length=64, null=True),  # fingerprint of the key; part of what is hashed
    code("signature", length=128, null=True),  # Ed25519 over the hash, hexadecimal
    Index("ix_journal__document_id", "document_id"),
)
# who signs: the public half; the private one lies in the key store of its machine
journal_key = Table(
    "journal_key",
    metadata,
    key(),
    code("fingerprint", length=64, unique=True),  # SHA-256 of the public key
    code("public_key", length=64),
    code("station"),  # where it was made
    moment("made_at"),
    number("made_by"),
    moment("retired_at", null=True),  # it signs nothing later; what it signed stays good
    code("followed_by", length=64, null=True),  # the key that took its place
)
# the last row of each chain: locked while the next is written
journal_head = Table(
    "journal_head",
    metadata,
    Column("chain", code("chain").type, primary_key=True),
    number("last_seq"),
    code("last_hash", length=64),
    number("perpetual_minor"),  # all sales minus returns since the chain began
)
# the life of a document by document: what the journal says by time (its proof is there)
document_step = Table(
    "document_step",
    metadata,
    key(),
    code("document_type"),
    number("document_id"),
    code("step"),  # "confirmed", "on_hold", "picked", "mailed" ...
    moment("at"),
    number("actor_id"),
    code("actor_name", length=NAME),
    code("detail", length=NAME, null=True),
    Index("ix_document_step__document_id", "document_id", "id"),
)
