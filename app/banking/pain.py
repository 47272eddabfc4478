"""The file of a direct debit run: pain.008.001.08, written by sepaxml and valid against its schema."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.banking.refusals import NoLettersError, StatementFileError

SCHEMA: Final = "pain.008.001.08"


@dataclass(frozen=True, slots=True)
class Collection:
    """One debit of a run; cents of the euro."""

    amount_minor: int
    holder: str
    iban: str
    bic: str
    mandate_reference: str
    signed_on: date
    is_first: bool
    kind: str
    end_to_end_id: str
    text: str


def make_pain008(
    *, name: str, iban: str, bic: str, creditor_id: str, collect_on: date,
    collections: Sequence[Collection],
) -> bytes:  # fmt: skip
    """The file; all debits are of one scheme (CORE or B2B).

    Raises:
        NoLettersError: a name of which nothing is left in the letters of banks.
        StatementFileError: what the schema says against it.
    """
    from sepaxml import SepaDD

    for holder in (name, *(c.holder for c in collections)):
        _check_letters(holder)
    config: dict[str, Any] = {
        "name": name[:70], "IBAN": iban, "batch": True, "creditor_id": creditor_id, "currency": "EUR",
        "instrument": collections[0].kind,
    }  # fmt: skip
    if bic:
        config["BIC"] = bic
    writer = SepaDD(config, schema=SCHEMA, clean=True)
    for c in collections:
        payment: dict[str, Any] = {
            "name": c.holder, "IBAN": c.iban, "amount": c.amount_minor,
            "type": "FRST" if c.is_first else "RCUR", "collection_date": collect_on,
            "mandate_id": c.mandate_reference, "mandate_date": c.signed_on, "description": c.text,
            "endtoend_id": c.end_to_end_id,
        }  # fmt: skip
        if c.bic:
            payment["BIC"] = c.bic
        writer.add_payment(payment)
    try:
        made: bytes = writer.export(validate=True)
    except Exception as error:
        raise StatementFileError(detail=str(error).split("\n", maxsplit=1)[0][:160]) from error
    return made


def _check_letters(holder: str) -> None:
    """One name of nothing but signs would spoil the file of all."""
    from text_unidecode import unidecode

    if not unidecode(holder).strip():
        raise NoLettersError(name=holder)
