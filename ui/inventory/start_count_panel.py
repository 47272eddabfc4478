"""A stock count is started: where, of what, and whether the counters see what is expected."""

from __future__ import annotations

from typing import Final
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.fulfilment.count_queries import list_countable, products_to_count
from app.fulfilment.goods import Place, list_places
from app.inventory.counts import Count, start_count
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import Choice, Form, Tick
from ui.widgets.text import label, line

_ALL: Final = 0


class StartCountPanel(DocumentPanel):
    """What is to be counted.

    Signals:
        started(object): the id of the count.
    """

    started = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Stock count"))
        self._uuid = str(uuid4())
        self.place_choice, self.what = Choice(), Choice()
        self.blind = Tick(self.tr("Counters do not see what is expected"), on=True)
        self.start_button = Button(self.tr("Start"), "primary", icon="task_alt", hint="F10")
        form = Form(2)
        form.add(self.tr("Where"), self.place_choice)
        form.add(self.tr("What"), self.what)
        form.add_wide(self.blind)
        form.end()
        self.page.addWidget(form)
        self.page.addWidget(
            label(
                self.tr("The stock as it is now is noted. You can go on selling while it is counted."),
                tokens.BODY, 400, "text2", wrap=True,
            )
        )  # fmt: skip
        self.page.addStretch(1)
        self.content.addLayout(line(None, self.start_button))
        self.first = self.what
        self.place_choice.currentIndexChanged.connect(lambda _place: self._ask_categories())
        self.start_button.clicked.connect(self.start)

    def load(self) -> None:
        """The places, then what lies there."""
        self.ask(list_places, self._have_places)

    def _have_places(self, places: list[Place]) -> None:
        here = self.desk.services.context.stock_location_id
        self.place_choice.set_options([(p.id, p.name) for p in places], here)
        self._ask_categories()

    def _ask_categories(self) -> None:
        self.ask(list_countable, self._have_categories, location_id=self.place_choice.value())

    def _have_categories(self, found: list[tuple[int, str, int]]) -> None:
        number = self.desk.formats.number
        options = [(i, f"{name} ({number(count)})") for i, name, count in found]
        whole = self.tr("Everything ({count})").format(count=number(sum(x[2] for x in found)))
        self.what.set_options([(_ALL, whole), *options], _ALL)

    def start(self) -> None:
        """Take the snapshot."""
        if self.what.value() == _ALL:
            self._start(None)
        else:
            self.ask(
                products_to_count, self._start, location_id=self.place_choice.value(),
                category_id=self.what.value(),
            )  # fmt: skip

    def _start(self, product_ids: list[int] | None) -> None:
        self.run(
            start_count, self._started, uuid=self._uuid, location_id=self.place_choice.value(),
            product_ids=product_ids, is_blind=self.blind.isChecked(),
        )  # fmt: skip

    def _started(self, count: Count) -> None:
        self.started.emit(count.count_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 starts."""
        if event.key() == Qt.Key.Key_F10:
            self.start()
        else:
            super().keyPressEvent(event)
