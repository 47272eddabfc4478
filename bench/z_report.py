"""The Z of a day of 5,000 sales, read from the summaries, equal to the sums of the lines."""

from __future__ import annotations

import random
import statistics
import time
from typing import Any, Final

from app.till.operations.shifts import Counted, close_shift, save_count
from app.till.shift_report import ShiftReport, expected_by_tender, shift_report
from bench import data
from bench.measure import Options, Result, milliseconds, percentile, ratio_of_rounds, rounded, steady
from bench.sales import RawTill, TillAtWork

NAME: Final = "z_report"
SALES: Final = 5000
_PRODUCTS: Final = 2000


def run(options: Options) -> Result:
    """Ring the day up, close it, read its Z; against its statements by the sqlite3 module, and the lines."""
    sales, rounds, reads = (30, 2, 3) if options.quick else (SALES, 10, 20)
    path = data.copied(data.shop_file(_PRODUCTS), options.folder / "day.db")
    till = TillAtWork(path, recording=True)
    items = till.items(_PRODUCTS, _PRODUCTS)
    for ready in till.ready(items, sales):
        till.complete(ready)
    _close(till)
    report = till.runtime.ask(shift_report, shift_id=till.shift_id)
    raw = RawTill(path)
    _check(report, raw.connection, sales)
    statements = _statements(till)
    ours: list[list[float]] = []
    cpu: list[float] = []
    limit: list[list[float]] = []
    lines: list[float] = []
    with steady():
        for _ in range(rounds):
            block: list[float] = []
            for _ in range(reads):
                cpu_began, began = time.thread_time(), time.perf_counter()
                till.runtime.ask(shift_report, shift_id=till.shift_id)
                block.append(time.perf_counter() - began)
                cpu.append(time.thread_time() - cpu_began)
            ours.append(block)
            limit.append([_timed(raw, statements) for _ in range(reads)])
            lines.append(_timed_lines(raw, till.shift_id))
    till.close()
    raw.close()
    every = [v for block in ours for v in block]
    return Result(
        NAME, ratio=ratio_of_rounds(ours, limit), value=statistics.median(every) * 1000, unit="ms",
        aims={"value": 1.0},
        more={
            "sales": sales, "p99_ms": milliseconds(percentile(every, 99)),
            "cpu_ms": milliseconds(statistics.median(cpu)),
            "raw_ms": milliseconds(statistics.median(v for block in limit for v in block)),
            "from_lines_ms": milliseconds(statistics.median(lines)),
            "ratio_to_lines": rounded(statistics.median(every) / statistics.median(lines)),
            "statements": len(statements),
        },
    )  # fmt: skip


def _close(till: TillAtWork) -> None:
    """Counted as expected, by a manager's rights."""
    expected = till.runtime.ask(expected_by_tender, shift_id=till.shift_id)
    counts = [Counted(code, amount) for code, amount in expected.items() if code != "account"]
    till.runtime.run(
        save_count, actor=till.actor, context=till.context, shift_id=till.shift_id, counts=counts
    )
    till.runtime.run(
        close_shift, actor=till.actor, context=till.context, shift_id=till.shift_id, explanation="",
        next_float_minor=0,
    )  # fmt: skip


def _statements(till: TillAtWork) -> list[tuple[str, Any]]:
    """What the report asks the database."""
    assert till.recorder is not None
    till.recorder.take()
    with till.factory.begin(actor=till.actor) as uow:
        shift_report(uow.connection, shift_id=till.shift_id)
    return [(sql, parameters) for sql, parameters, _many in till.recorder.take() if sql.startswith("SELECT")]


def _timed(raw: RawTill, statements: list[tuple[str, Any]]) -> float:
    began = time.perf_counter()
    raw.connection.execute("BEGIN")
    for statement, parameters in statements:
        raw.connection.execute(statement, parameters).fetchall()
    raw.connection.execute("ROLLBACK")
    return time.perf_counter() - began


_CATEGORIES: Final = """
SELECT category_id, count(*), sum(sale_line.net_minor), sum(sale_line.gross_minor), sum(quantity_milli)
FROM sale_line JOIN sale ON sale.id = sale_id WHERE shift_id = ? GROUP BY category_id"""
_TAXES: Final = """
SELECT tax_code, rate, sum(base_minor), sum(sale_tax.tax_minor)
FROM sale_tax JOIN sale ON sale.id = sale_id WHERE shift_id = ? GROUP BY tax_code, rate"""
_TENDERS: Final = """
SELECT tender_code, count(*), sum(amount_minor) FROM payment WHERE shift_id = ? GROUP BY tender_code"""
_BY_LINES: Final = (_CATEGORIES, _TAXES, _TENDERS)


def _timed_lines(raw: RawTill, shift_id: int) -> float:
    began = time.perf_counter()
    for statement in _BY_LINES:
        raw.connection.execute(statement, (shift_id,)).fetchall()
    return time.perf_counter() - began


def _check(report: ShiftReport, connection: Any, sales: int) -> None:
    """To the cent, whatever way it is added up."""
    categories, taxes, tenders = (
        connection.execute(statement, (report.shift_id,)).fetchall() for statement in _BY_LINES
    )
    assert sum(row[3] for row in categories) == report.total_gross_minor
    assert sum(row[2] for row in categories) == report.total_net_minor
    assert sorted((row[1], row[2], row[3], row[4]) for row in categories) == sorted(
        (c.lines, c.net_minor, c.gross_minor, c.quantity_milli) for c in report.categories
    )
    assert sorted(taxes) == sorted((t.code, t.rate, t.base_minor, t.tax_minor) for t in report.taxes)
    assert sorted(tenders) == sorted((t.code, t.count, t.amount_minor) for t in report.tenders)
    assert report.figures["sales"] == (sales, report.total_gross_minor)
    assert report.z_number is not None
    shuffled = list(report.categories)
    random.Random(1).shuffle(shuffled)  # noqa: S311 - no secret
    assert sum(c.gross_minor for c in shuffled) == sum(t.amount_minor for t in report.tenders)
