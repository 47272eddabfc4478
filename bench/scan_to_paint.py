"""From a scan to its painted line in the cart, with 1,000,000 products."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bench import data
from bench.measure import Options, Result, milliseconds, percentile, ratio_of_rounds, rounded, steady
from bench.sales import RawTill, TillAtWork
from bench.screen import PaintWatch, Screen, Waiter
from ui.theme import font, tokens
from ui.widgets.cart_list import CartList

NAME: Final = "scan_to_paint"
PRODUCTS: Final = 1_000_000
LINES: Final = 60
_LOOK_UP: Final = (
    "SELECT name, price_minor FROM barcode JOIN product ON product.id = barcode.product_id"
    " JOIN price ON price.product_id = product.id WHERE barcode.code = ?"
)


class RawRow(QWidget):
    """The least that shows a line: one row with a name and an amount."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.texts = ("", "")
        self.painted: Callable[[], None] = lambda: None
        self.resize(480, tokens.LINE_H)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        painter.setFont(font(tokens.LABEL, 600))
        where = QRect(20, 0, self.width() - 40, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.texts[0])
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.texts[1])
        painter.end()
        self.painted()


def run(options: Options) -> Result:
    """Receipts of sixty lines, every scan of a product of its own; ours and the limit by turns."""
    products, rounds, lines = (2000, 2, 5) if options.quick else (PRODUCTS, 8, LINES)
    path = data.shop_file(products)
    watch = PaintWatch(CartList)
    till = TillAtWork(path)
    screen = Screen(till, options.folder)
    raw = RawTill(path)
    ours, limit = _ours(screen, watch), _limit(raw)
    chosen = random.Random(11)  # noqa: S311 - no secret
    taken: list[list[tuple[float, float]]] = []
    limits: list[list[tuple[float, float]]] = []
    with steady():
        for number in range(rounds + 1):
            codes = [data.gtin(n)[1:] for n in chosen.sample(range(products), lines)]
            mine = [ours(code) for code in codes]
            least = [limit(code) for code in codes]
            assert len(screen.page.desk.state.cart.lines) == lines
            screen.page.desk.new_cart()
            screen.rest()
            if number:
                taken.append(mine)
                limits.append(least)
    screen.close()
    raw.connection.execute("DELETE FROM cart")
    raw.close()
    till.close()
    return _result(products, lines, taken, limits)


def _ours(screen: Screen, watch: PaintWatch) -> Callable[[str], tuple[float, float]]:
    waiter = Waiter()

    def scan(code: str) -> tuple[float, float]:
        watch.then = waiter.happened
        cpu_began, began = time.process_time(), time.perf_counter()
        screen.page.scanned(code)
        waiter.wait()
        taken = time.perf_counter() - began, time.process_time() - cpu_began
        watch.then = lambda: None
        screen.rest()  # the cart is saved, the rest of the screen painted
        return taken

    return scan


def _limit(raw: RawTill) -> Callable[[str], tuple[float, float]]:
    row, waiter = RawRow(), Waiter()
    row.show()
    row.painted = waiter.happened
    row.update()
    waiter.wait()

    def scan(code: str) -> tuple[float, float]:
        cpu_began, began = time.process_time(), time.perf_counter()
        name, minor = raw.connection.execute(_LOOK_UP, ("0" + code,)).fetchone()
        row.texts = (name, f"{minor / 100:.2f}")
        row.update()
        waiter.wait()
        return time.perf_counter() - began, time.process_time() - cpu_began

    return scan


def _result(products: int, lines: int, taken: list[list[Any]], limits: list[list[Any]]) -> Result:
    wall = [w for block in taken for w, _cpu in block]
    cpu = [c for block in taken for _wall, c in block]
    raw = [c for block in limits for _wall, c in block]
    return Result(
        NAME,
        ratio=ratio_of_rounds(
            [[c for _w, c in block] for block in taken], [[c for _w, c in block] for block in limits]
        ),
        value=percentile(cpu, 99) * 1000, unit="ms CPU at the 99th percentile", aims={"value": 8.0},
        more={
            "products": products, "scans": len(cpu), "lines": lines,
            "p50_ms": milliseconds(statistics.median(cpu)), "max_ms": milliseconds(max(cpu)),
            "wall_p50_ms": milliseconds(statistics.median(wall)),
            "wall_p99_ms": milliseconds(percentile(wall, 99)),
            "raw_p50_ms": milliseconds(statistics.median(raw)),
            "raw_p99_ms": milliseconds(percentile(raw, 99)),
            "last_over_first": rounded(_last_over_first(taken)),
        },
    )  # fmt: skip


def _last_over_first(taken: list[list[Any]]) -> float:
    """Whether a long receipt is slower than a short one: CPU of its last tenth over its first."""
    size = max(len(taken[0]) // 10, 1)
    first = statistics.median(c for block in taken for _wall, c in block[1 : size + 1])
    last = statistics.median(c for block in taken for _wall, c in block[-size:])
    return float(last / first)
