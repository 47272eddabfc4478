"""Deductions and reminders say what their open items and entries say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, func, select

from app.collections.tables import dunning_letter, dunning_letter_line, reduction, reduction_tax
from app.receivables.tables import open_item
from app.reporting.verify.results import Check, differences, sums


def _reductions(connection: Connection) -> Iterator[str]:
    told = sums(connection, select(reduction.c.id, reduction.c.gross_minor, reduction.c.tax_minor), 1)
    items = sums(
        connection,
        select(reduction.c.id, func.abs(open_item.c.amount_minor)).join_from(
            reduction, open_item, open_item.c.id == reduction.c.made_item_id
        ),
        1,
    )
    taxes = sums(
        connection,
        select(reduction_tax.c.reduction_id, func.sum(reduction_tax.c.tax_minor)).group_by(
            reduction_tax.c.reduction_id
        ),
        1,
    )
    right = {key: (items.get(key, (0,))[0], taxes.get(key, (0,))[0]) for key in {*told, *items, *taxes}}
    for (reduction_id,), why in differences(told, right, ("amount", "tax")):
        yield f"deduction {reduction_id}: {why}"


def _letters(connection: Connection) -> Iterator[str]:
    letter, line = dunning_letter.c, dunning_letter_line.c
    told = sums(
        connection,
        select(
            letter.id, letter.overdue_minor, letter.interest_minor, letter.compensation_minor,
            letter.fee_minor + letter.interest_minor + letter.compensation_minor,
        ).where(letter.status == "sent"),
        1,
    )  # fmt: skip
    lines = sums(
        connection,
        select(
            line.letter_id, func.sum(line.open_minor - line.disputed_minor), func.sum(line.interest_minor),
            func.sum(line.compensation_minor),
        ).group_by(line.letter_id),
        1,
    )  # fmt: skip
    charged = sums(
        connection,
        select(open_item.c.document_id, func.sum(open_item.c.amount_minor))
        .where(open_item.c.document_type == "dunning_letter")
        .group_by(open_item.c.document_id),
        1,
    )
    right = {key: (*lines.get(key, (0, 0, 0)), *charged.get(key, (0,))) for key in {*told, *lines, *charged}}
    for (letter_id,), why in differences(told, right, ("sum", "interest", "lump sum", "charge")):
        yield f"reminder {letter_id}: {why}"


COLLECTION_CHECKS: Final = (
    Check("reductions_agree", "What was let go of is what its items and taxes say.", _reductions),
    Check("reminders_agree", "Reminders ask for and charge what their lines and items say.", _letters),
)
