"""Every list and report of the office with ten million sale lines behind it, on both databases.

The real pages are gone through, one after the other; nothing is chosen beforehand, so a new page is measured
as soon as it is there.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from bench import past_shop
from bench.measure import Options, Result, rounded
from bench.past_shop import Size

if TYPE_CHECKING:
    from collections.abc import Collection

NAME: Final = "reports"
_ROUNDS: Final = 2  # pages are made in the first; the best of both counts
_SHOWN: Final = 6
_QUICK_PAGES: Final = frozenset({"dashboard", "shifts"})
_BLOCKED_MS: Final = 50.0
Found = dict[str, tuple[float, float, float, str]]  # page -> CPU s, wall s, longest stretch ms, slowest query


def run(options: Options) -> Result:
    """The empty shop, the big one, the big one on PostgreSQL."""
    small, big = (Size(200, 0), past_shop.QUICK) if options.quick else (past_shop.SMALL, past_shop.BIG)
    pages = _QUICK_PAGES if options.quick else None
    now = big.now()
    empty = _gone_through(f"sqlite:///{past_shop.sqlite_file(small)}", options, now, pages)
    full = _gone_through(f"sqlite:///{past_shop.sqlite_file(big)}", options, now, pages)
    with past_shop.postgres_url(big) as url:
        postgres = _gone_through(url, options, now, pages)
    both = full.keys() & empty.keys()
    blocked = {name: found[2] for name, found in full.items()}
    return Result(
        NAME, ratio=sum(full[n][0] for n in both) / sum(empty[n][0] for n in both),
        value=_worst(full, year=False), unit="ms until the slowest page is there",
        aims={"value": 1000.0, "postgres_ms": 1000.0, "blocked_ms": _BLOCKED_MS},
        more={
            "sale_lines": big.sales * 6, "pages": len(full), "slowest": _slowest(full),
            "postgres_ms": _worst(postgres, year=False), "year_ms": _worst(full, year=True),
            "year_postgres_ms": _worst(postgres, year=True),
            "slowest_postgres": _slowest(postgres), "blocked_ms": rounded(max(blocked.values())),
            "blocked": {
                name: rounded(ms)
                for name, ms in sorted(blocked.items(), key=lambda x: -x[1])[:_SHOWN]
            },
            "pages_blocked_longer": sum(ms > _BLOCKED_MS for ms in blocked.values()),
        },
    )  # fmt: skip


def _gone_through(url: str, options: Options, now: datetime, pages: Collection[str] | None) -> Found:
    """The best of the rounds, page by page."""
    best: Found = {}
    from bench.office import OfficeAtWork

    office = OfficeAtWork(url, options.folder, now)
    try:
        for _ in range(1 if options.quick else _ROUNDS):
            for name, opened in office.walk(pages):
                taken = (opened.cpu, opened.wall, opened.stretch_ms, opened.slowest())
                known = best.get(name, taken)
                first, other = (taken, known) if taken[1] <= known[1] else (known, taken)
                best[name] = (min(first[0], other[0]), first[1], min(first[2], other[2]), first[3])
    finally:
        office.close()
    return best


def _worst(found: Found, *, year: bool) -> float:
    """Wall ms of the slowest page as it opens, or of one that is asked for more than a year."""
    return rounded(max((f[1] for n, f in found.items() if n.endswith("@year") is year), default=0.0) * 1000)


def _slowest(found: Found) -> dict[str, list[object]]:
    """Page -> wall ms, CPU ms, the query that took longest."""
    worst = sorted(found.items(), key=lambda x: -x[1][1])[:_SHOWN]
    return {name: [rounded(f[1] * 1000), rounded(f[0] * 1000), f[3]] for name, f in worst}
