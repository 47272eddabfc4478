"""Past sales by the hundred thousand, written by SQL alone (history.sql), on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.kernel.ids import EPOCH_MS

SCRIPT: Final = Path(__file__).with_suffix(".sql")
SALES_A_SHIFT: Final = 1000
_PART: Final = 200_000  # so many sales at once: what is in between stays in memory
_DIALECTS: Final = MappingProxyType(
    {
        "sqlite": {
            "day": "date(':first_day', '+' || d || ' days')",
            "at": "strftime('%Y-%m-%d %H:%M:%S', ':first_day', '+' || d || ' days', '+' || s || ' seconds')"
            " || '.000000'",
            "hash": "lower(hex(randomblob(32)))",
            "uuid": "lower(hex(randomblob(16)))",
        },
        "postgresql": {
            "day": "(date ':first_day' + CAST(d AS integer))",
            "at": "(timestamptz ':first_day 00:00+00' + make_interval(secs => d * 86400 + s))",
            "hash": "md5(random()::text) || md5(random()::text)",
            "uuid": "md5(random()::text)",
        },
    }
)


@dataclass(frozen=True, slots=True)
class Past:
    """What lies behind a shop.

    Attributes:
        sales: how many, of six lines each.
        first_product, products: of which goods; ids that follow each other.
        tills: at how many tills, T01 and so on, which are there.
        first_customer, customers: who bought one of twenty; ids that follow each other.
        first_day: of the first shift.
    """

    sales: int
    first_product: int
    products: int
    tills: int = 1
    first_customer: int = 0
    customers: int = 0
    first_day: date = date(2024, 6, 1)

    def last_day(self) -> date:
        """Of the last shift."""
        return self.first_day + timedelta(days=(self.sales - 1) // (SALES_A_SHIFT * self.tills))


def scripts(past: Past, dialect: str) -> Iterator[str]:
    """What writes all of it, part by part, each of whole days."""
    day = SALES_A_SHIFT * past.tills
    step = max(_PART // day, 1) * day
    for since in range(0, past.sales, step):
        yield _script(past, dialect, since, min(since + step, past.sales))


def _script(past: Past, dialect: str, since: int, before: int) -> str:
    script = SCRIPT.read_text()
    moment = datetime.combine(past.first_day, datetime.min.time(), UTC)
    values = {
        **_DIALECTS[dialect], "since": since, "before": before, "tills": past.tills,
        "first_ms": int(moment.timestamp()) * 1000 - EPOCH_MS, "first_product": past.first_product,
        "products": past.products, "first_customer": past.first_customer, "customers": past.customers,
        "first_day": past.first_day.isoformat(),
    }  # fmt: skip
    for name in sorted(values, key=lambda n: (n == "first_day", -len(n))):
        script = script.replace(f":{name}", str(values[name]))
    return script
