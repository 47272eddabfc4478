"""Numbers without gaps or doubles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from sqlalchemy import Connection, Select, select

from app.numbering.tables import number_series
from app.organisation.tables import till
from app.reporting.verify.results import Check, stream
from app.till.tables import cash_movement, sale, shift, till_taking

_SHOWN_GAPS: Final = 5


def _series(connection: Connection, document_type: str) -> dict[str, Any]:
    rows = connection.execute(select(number_series).where(number_series.c.document_type == document_type))
    return {row.scope: row for row in rows}


def check_numbers(label: str, last: int, numbers: Iterable[int]) -> Iterator[str]:
    """Compare with 1 to `last`; a byte a number, so that a million fit in memory."""
    seen = bytearray(last + 1)
    for number in numbers:
        if not 1 <= number <= last:
            yield f"{label} {number} lies outside of its series, which ends at {last}"
        elif seen[number]:
            yield f"{label} {number} was given twice"
        else:
            seen[number] = 1
    missing = [n for n in range(1, last + 1) if not seen[n]]
    if missing:
        listed = ", ".join(str(n) for n in missing[:_SHOWN_GAPS])
        more = f" and {len(missing) - _SHOWN_GAPS} more" if len(missing) > _SHOWN_GAPS else ""
        yield f"{label}: {listed}{more} missing"


def _of_text(label: str, series: Any, texts: Iterable[str]) -> Iterator[str]:
    numbers: list[int] = []
    for text in texts:
        digits = text.removeprefix(series.prefix)
        if text.startswith(series.prefix) and digits.isascii() and digits.isdigit():
            numbers.append(int(digits))
        else:
            yield f"{label} {text} does not belong to its series {series.prefix}"
    yield from check_numbers(label, series.last_number, numbers)


def _texts(
    connection: Connection, document_type: str, suffix: str, label: str, query: Select[Any], till_id: Any
) -> Iterator[str]:
    known = _series(connection, document_type)
    for row in connection.execute(select(till.c.id, till.c.code)).all():
        mine = query.where(till_id == row.id)
        series = known.pop(f"{row.code}{suffix}", None)
        if series is not None:
            yield from _of_text(
                f"{label} of till {row.code}", series, (t for (t,) in stream(connection, mine))
            )
        elif connection.execute(mine.limit(1)).first() is not None:
            yield f"{label} of till {row.code}: the series is not there"


def _receipts(connection: Connection) -> Iterator[str]:
    yield from _texts(connection, "receipt", "", "receipt", select(sale.c.number), sale.c.till_id)


def _movements(connection: Connection) -> Iterator[str]:
    query = select(cash_movement.c.number).where(cash_movement.c.number.is_not(None))
    yield from _texts(connection, "cash_movement", "-C", "cash slip", query, cash_movement.c.till_id)


def _takings(connection: Connection) -> Iterator[str]:
    yield from _texts(
        connection, "taking", "-T", "money taken", select(till_taking.c.number), till_taking.c.till_id
    )


def _z_reports(connection: Connection) -> Iterator[str]:
    known = _series(connection, "z_report")
    for row in connection.execute(select(till.c.id, till.c.code)).all():
        numbers = [
            int(z)
            for z in connection.execute(
                select(shift.c.z_number).where(shift.c.till_id == row.id, shift.c.z_number.is_not(None))
            ).scalars()
        ]
        series = known.get(row.code)
        last = series.last_number if series is not None else 0
        yield from check_numbers(f"Z report of till {row.code}", last, numbers)


NUMBER_CHECKS: Final = (
    Check("receipts_without_gaps", "Receipt numbers have neither gaps nor doubles.", _receipts),
    Check("slips_without_gaps", "Numbers of cash slips have neither gaps nor doubles.", _movements),
    Check("takings_without_gaps", "Numbers of money taken have neither gaps nor doubles.", _takings),
    Check("z_without_gaps", "Numbers of Z reports have neither gaps nor doubles.", _z_reports),
)
