"""The mark of a document on paper, as a QR code: its place in the journal, and that place's signature."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select

from app.audit.chains import known_keys
from app.audit.signatures import entry_message, is_signed_by
from app.audit.tables import journal, journal_key
from app.kernel.refusal import Refusal

_FORMAT: Final = "TAKINGS1"
_PARTS: Final = 9
SIGN_RECEIPTS: Final = "journal.sign_receipts"  # setting: each receipt is signed and bears the code


class NotACodeError(Refusal):
    """Some other code."""

    message = "That is not the code of a receipt or a Z report of Takings."


@dataclass(frozen=True, slots=True)
class PaperCode:
    """What the code on a paper says; a signature of "" was not made for that very entry."""

    tax_number: str
    number: str
    at: str  # ISO 8601, UTC
    amount_minor: int
    chain: str
    seq: int
    hash: str
    fingerprint: str
    signature: str

    @property
    def text(self) -> str:
        """The content of the QR code."""
        return ";".join(
            (
                _FORMAT, self.tax_number, self.number, self.at, str(self.amount_minor),
                f"{self.chain}:{self.seq}", self.hash, self.fingerprint, self.signature,
            )
        )  # fmt: skip


def read_code(text: str) -> PaperCode:
    """What a scanned code says; raises NotACodeError."""
    parts = text.strip().split(";")
    if len(parts) != _PARTS or parts[0] != _FORMAT:
        raise NotACodeError
    chain, _colon, seq = parts[5].rpartition(":")
    try:
        return PaperCode(parts[1], parts[2], parts[3], int(parts[4]), chain, int(seq), *parts[6:])
    except ValueError as error:
        raise NotACodeError from error


def code_of(
    connection: Connection, *, chain: str, kinds: tuple[str, ...], document_id: int, number: str,
    at: datetime, amount_minor: int, tax_number: str,
) -> PaperCode | None:  # fmt: skip
    """The code of a document; None when its entry is not in that chain.

    The newest entries are looked through first: there is no index by document on the way of a sale.
    """
    row = connection.execute(
        select(journal.c.seq, journal.c.hash, journal.c.signed_by, journal.c.signature)
        .where(journal.c.chain == chain, journal.c.document_id == document_id, journal.c.kind.in_(kinds))
        .order_by(journal.c.seq.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    return PaperCode(
        tax_number, number, at.isoformat(timespec="seconds"), amount_minor, chain, row.seq, row.hash,
        row.signed_by or "", row.signature or "",
    )  # fmt: skip


def check_code(connection: Connection, *, text: str) -> str:
    """Whether a paper is one of ours: "" when it is, else what is wrong in a sentence.

    Raises:
        NotACodeError: it is the code of something else.
    """
    code = read_code(text)
    row = connection.execute(
        select(journal.c.hash, journal.c.payload).where(
            journal.c.chain == code.chain, journal.c.seq == code.seq
        )
    ).one_or_none()
    if row is None:
        return f"the journal of {code.chain} has no entry {code.seq}: it was cut off"
    if row.hash != code.hash:
        return f"entry {code.seq} of {code.chain} is another one: the journal was written anew"
    if code.number not in row.payload or f":{code.amount_minor}" not in row.payload:
        return "number or amount of the paper are not those of the journal"
    if not code.signature:
        return ""
    known = known_keys(connection.execute(select(journal_key))).get(code.fingerprint)
    if known is None or not is_signed_by(known.public_key, entry_message(code.hash), code.signature):
        return "the signature on the paper does not fit"
    return ""
