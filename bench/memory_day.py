"""What a day of sales leaves in memory: the resident size after 1,000 sales (or 10,000) over that before."""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path
from typing import Final

from bench import data
from bench.measure import Options, Result, rounded
from bench.sales import TillAtWork
from bench.screen import Screen
from ui.shell.garbage import give_back

NAME: Final = "memory_day"
_PRODUCTS: Final = 2000
_WARM: Final = 100
_PAGE: Final = 4096


def resident_mb() -> float:
    """Megabytes of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 1e6


def run(options: Options) -> Result:
    """Six scans, Pay, exact cash: through the screens, with the receipt printed."""
    sales, warm = (10, 5) if options.quick else (10_000 if options.long else 1000, _WARM)
    empty = resident_mb()
    till = TillAtWork(data.copied(data.shop_file(_PRODUCTS), options.folder / "day.db"))
    screen = Screen(till, options.folder)
    _sell(screen, warm, 0)
    before = _settled()
    steps: list[float] = []
    part = max(sales // 10, 1)
    for done in range(0, sales, part):
        _sell(screen, part, warm + done)
        steps.append(rounded(_settled() - before))
    more = steps[-1]
    screen.close()
    till.close()
    return Result(
        NAME, ratio=(before + more) / before, value=more, unit="MB more", aims={"value": 10.0},
        more={
            "sales": sales, "before_mb": rounded(before), "after_mb": rounded(before + more),
            "imported_mb": rounded(empty), "steps_mb": steps,
        },
    )  # fmt: skip


def _settled() -> float:
    """What the window's own timer does every few seconds is done before it is measured."""
    gc.collect()
    give_back()
    return resident_mb()


def _sell(screen: Screen, count: int, first: int) -> None:
    page = screen.page
    for number in range(first, first + count):
        for line in range(6):
            page.scanned(data.gtin((number * 6 + line * 331) % _PRODUCTS)[1:])
            screen.until(partial(_has, screen, line + 1), "scanned")
        page.actions_.do("pay")
        screen.until(lambda: page.view.page() == "pay", "paying")
        page.parts.pay.completed()
        screen.until(lambda: page.view.page() == "change", "sold")


def _has(screen: Screen, lines: int) -> bool:
    return len(screen.page.desk.state.cart.lines) == lines
