"""What lists of lots and of pieces have in common: a search, a choice, and a scan that opens one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.orders.screen_queries import ScannedGoods, find_goods
from ui.inventory.area import StockArea
from ui.widgets.form import Choice
from ui.widgets.search_line import SearchLine


class TracedArea(StockArea):
    """A list of what is told apart by a code of its own.

    Subclasses say what finds a code (`finds`), which code a scan of goods holds (`code_of`), and what is said
    when nobody knows it (`unknown`).
    """

    finds: Callable[..., Sequence[Any]]

    def add_search(self, search: SearchLine, view: Choice) -> None:
        """The line above the list."""
        self.search, self.view = search, view
        self.top.addWidget(search, 1)
        self.top.addWidget(view)
        search.searched.connect(lambda _text: self.reload())
        search.down_pressed.connect(self.take_focus)
        view.currentIndexChanged.connect(lambda _place: self.reload())

    def code_of(self, goods: ScannedGoods) -> str:
        """The code within a scan of goods, or ""."""
        raise NotImplementedError

    def unknown(self, code: str) -> str:
        """The sentence for a code that nobody knows."""
        raise NotImplementedError

    def scanned(self, raw: str) -> bool:
        """A code of one opens it; one of goods shows theirs; else it is looked for as it is."""
        self.desk.services.gateway.ask(
            find_goods, on_done=lambda goods: self._scanned(goods, raw),
            on_error=lambda _error: self._find(raw.strip(), None), raw=raw,
        )  # fmt: skip
        return True

    def _scanned(self, goods: ScannedGoods | None, raw: str) -> None:
        if goods is None:
            self._find(raw.strip(), None)
        elif self.code_of(goods):
            self._find(self.code_of(goods), goods.product_id)
        else:
            self.search.setText(goods.name)

    def _find(self, code: str, product_id: int | None) -> None:
        def found(rows: Sequence[Any]) -> None:
            if len(rows) == 1:
                self.open(str(rows[0].id))
            elif rows:
                self.search.setText(code)
            else:
                self.desk.say(self.unknown(code), "warn")

        self.desk.report(type(self).finds, found, code=code, product_id=product_id)
