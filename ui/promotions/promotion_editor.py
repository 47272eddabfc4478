"""One promotion: what it does, for which goods, when, and its coupons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from app.catalog.queries import Category, list_all_categories
from app.kernel.refusal import Refusal
from app.promotions.drafts import MOST_BIRTHDAY_DAYS, PromotionDraft
from app.promotions.operations import save_promotion, set_promotion_active
from app.promotions.queries import PromotionView, get_promotion
from app.promotions.rules.model import DAY_MINUTES
from app.promotions.states import PromotionKind, PromotionMode
from ui.office.section import OfficeDesk
from ui.promotions.coupons_page import CouponsPage
from ui.promotions.goods_box import GoodsBox
from ui.promotions.words import half_hours, kinds, modes, read_tiers, tiers_text, weekday_names
from ui.shell.errors import describe
from ui.widgets.button import Button
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import MoneyEdit, PercentEdit
from ui.widgets.form import Choice, Form, NumberBox, Tick, text_field
from ui.widgets.optional_day import OptionalDay
from ui.widgets.side_panel import scrolling
from ui.widgets.text import column

_K = PromotionKind
# which fields count for which kind
_USED = {
    "percent": {_K.PERCENT, _K.BUY_GET, _K.BUNDLE, _K.BASKET},
    "amount": {_K.AMOUNT, _K.PRICE, _K.BUNDLE, _K.BASKET},
    "buy": {_K.BUY_GET, _K.BUNDLE},
    "get": {_K.BUY_GET},
    "tiers": {_K.TIERS},
    "least": {_K.BASKET},
    "with_tax": {_K.BASKET},
    "most_times": {_K.BUY_GET, _K.BUNDLE},
}
_MOST_COUNT = 1000


class PromotionEditor(EditorPanel):
    """The panel of a promotion.

    Signals:
        done(str): saved, started or stopped; its name.
    """

    done = Signal(str)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._view: PromotionView | None = None
        self._make_fields()
        self.tabs = QTabWidget()
        super().__init__(self.tr("New promotion"), self.tabs, parent=parent)
        self._lay_out()
        self.first = self.name
        self.active_button = Button(self.tr("Stop"), icon="block")
        self.active_button.setVisible(False)
        self.active_button.clicked.connect(self._toggle_active)
        self.foot.insertWidget(0, self.active_button)
        self.watch(self._watched())
        for box in (self.goods, self.left_out, self.gets):
            box.changed.connect(self.touch)
        self.kind.currentIndexChanged.connect(lambda _place: self._show_fields())
        self.saved.connect(self._write)
        self._show_fields()
        desk.ask(list_all_categories, self._have_categories)

    def _make_fields(self) -> None:
        tr, formats = self.tr, self._desk.formats
        self.name = text_field()
        self.kind, self.mode = Choice(kinds()), Choice(modes())
        self.priority = NumberBox(0, 99)
        self.percent = PercentEdit(tr("Per cent off"), formats)
        self.amount = MoneyEdit(tr("Amount"), formats)
        self.buy, self.get = NumberBox(1, _MOST_COUNT, 2), NumberBox(1, _MOST_COUNT, 1)
        self.tiers = text_field(placeholder=tr("3: 5; 10: 10"))
        self.least = MoneyEdit(tr("From this amount on"), formats)
        self.with_tax = Tick(tr("The amount includes tax"), on=True)
        self.most = MoneyEdit(tr("At most off one sale"), formats)
        self.most_times = NumberBox(0, _MOST_COUNT)
        self.most_times.setSpecialValueText(tr("no limit"))
        today: date = self._desk.services.context.on
        self.first_day, self.last_day = OptionalDay(today), OptionalDay(today)
        self.weekdays = [Tick(name, on=True) for name in weekday_names()]
        self.from_minute, self.to_minute = Choice(half_hours(), 0), Choice(half_hours(), DAY_MINUTES)
        self.by_coupon = Tick(tr("Only with a coupon"))
        self.birthday = NumberBox(-1, MOST_BIRTHDAY_DAYS, -1, tr(" days before and after"))
        self.birthday.setSpecialValueText(tr("always"))
        self.goods = GoodsBox(tr("For these goods"), tr("All goods."), self._desk)
        self.left_out = GoodsBox(tr("Not for these"), tr("None is left out."), self._desk)
        self.gets = GoodsBox(tr("What one gets"), tr("The cheapest of those that are bought."), self._desk)

    def _watched(self) -> list[QWidget]:
        return [
            self.name, self.kind, self.mode, self.priority, self.percent, self.amount, self.buy, self.get,
            self.tiers, self.least, self.with_tax, self.most, self.most_times, self.first_day, self.last_day,
            *self.weekdays, self.from_minute, self.to_minute, self.by_coupon, self.birthday,
        ]  # fmt: skip

    def _lay_out(self) -> None:
        tr = self.tr
        self.what = Form(2)
        self.what.add(tr("Name, as it stands on the receipt"), self.name, wide=True)
        self.what.add(tr("What it does"), self.kind)
        self.what.add(tr("Beside others"), self.mode)
        self._rows = {
            "percent": self.what.add(tr("Per cent off"), self.percent),
            "amount": self.what.add(tr("Amount"), self.amount),
            "buy": self.what.add(tr("Buy"), self.buy),
            "get": self.what.add(tr("Get"), self.get),
            "tiers": self.what.add(tr("Quantity and per cent"), self.tiers, wide=True),
            "least": self.what.add(tr("From this amount on"), self.least),
            "with_tax": self.what.add("", self.with_tax),
            "most": self.what.add(tr("At most off one sale"), self.most),
            "most_times": self.what.add(tr("At most so often in one sale"), self.most_times),
        }
        self.what.add(tr("Priority, the highest first"), self.priority)
        self.what.add("", self.by_coupon)
        self.what.end()
        self.tabs.addTab(scrolling(self.what), tr("What"))
        self.tabs.addTab(scrolling(self._goods_page()), tr("Goods"))
        self.tabs.addTab(scrolling(self._calendar()), tr("When"))
        self.coupons = CouponsPage(self._desk)
        self.tabs.addTab(self.coupons, tr("Coupons"))
        self.tabs.setTabEnabled(3, False)
        self.tabs.setAccessibleName(tr("Promotion"))

    def _goods_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("plainBody")
        body = column(page, gap=14)
        for box in (self.goods, self.left_out, self.gets):
            body.addWidget(box)
        body.addStretch(1)
        return page

    def _calendar(self) -> QWidget:
        tr, form = self.tr, Form(2)
        form.add(tr("First day"), self.first_day)
        form.add(tr("Last day"), self.last_day)
        form.add(tr("From"), self.from_minute)
        form.add(tr("Until"), self.to_minute)
        form.add(tr("Only around the customer's birthday"), self.birthday)
        form.section(tr("On these weekdays"))
        for tick in self.weekdays:
            form.add("", tick)
        form.end()
        return form

    def _show_fields(self) -> None:
        kind = PromotionKind(self.kind.value())
        for name, used in _USED.items():
            self._rows[name].setEnabled(kind in used)
        self.gets.setVisible(kind is _K.BUY_GET)

    def _have_categories(self, categories: list[Category]) -> None:
        for box in (self.goods, self.left_out, self.gets):
            box.set_categories(categories)

    # --- one that is there ---

    def load(self, promotion_id: int) -> None:
        """Read a promotion."""
        self._desk.ask(get_promotion, self._have, promotion_id=promotion_id)

    def _have(self, view: PromotionView) -> None:
        self._view, draft = view, view.draft
        self.set_title(draft.name)
        self.name.setText(draft.name)
        self.kind.choose(draft.kind)
        self.mode.choose(draft.mode)
        self.priority.setValue(draft.priority)
        self.percent.set_value(draft.hundredths or None)
        self.amount.set_value(draft.amount_minor or None)
        self.buy.setValue(draft.buy_count or 2)
        self.get.setValue(draft.get_count or 1)
        self.tiers.setText(tiers_text(draft.tiers, self._desk.formats))
        self.least.set_value(draft.from_minor or None)
        self.with_tax.setChecked(draft.with_tax)
        self.most.set_value(draft.most_minor)
        self.most_times.setValue(draft.most_times or 0)
        self._have_calendar(draft)
        for box, goods in (
            (self.goods, draft.goods), (self.left_out, draft.left_out), (self.gets, draft.gets)
        ):  # fmt: skip
            box.load(goods)
        self.coupons.load(view.id)
        self.tabs.setTabEnabled(3, draft.by_coupon)
        self.active_button.setVisible(True)
        self.active_button.setText(self.tr("Stop") if view.active else self.tr("Start again"))
        self._show_fields()
        self.clean()

    def _have_calendar(self, draft: PromotionDraft) -> None:
        self.first_day.set_value(draft.first_day)
        self.last_day.set_value(draft.last_day)
        for i, tick in enumerate(self.weekdays):
            tick.setChecked(bool(draft.weekdays >> i & 1))
        self.from_minute.set_options(half_hours(draft.from_minute), draft.from_minute)
        self.to_minute.set_options(half_hours(draft.to_minute), draft.to_minute)
        self.by_coupon.setChecked(draft.by_coupon)
        self.birthday.setValue(-1 if draft.birthday_days is None else draft.birthday_days)

    # --- saving ---

    def draft(self) -> PromotionDraft:
        """What stands in the fields; what does not count for the kind is left out."""
        kind = PromotionKind(self.kind.value())
        gets = self.gets.goods() if kind is _K.BUY_GET else PromotionDraft("", kind).gets
        wanted = PromotionDraft(
            name=self.name.text(), kind=kind, mode=PromotionMode(self.mode.value()),
            priority=self.priority.value(), most_minor=self.most.value(),
            by_coupon=self.by_coupon.isChecked(),
            birthday_days=self.birthday.value() if self.birthday.value() >= 0 else None,
            first_day=self.first_day.value(), last_day=self.last_day.value(),
            weekdays=sum(tick.isChecked() << i for i, tick in enumerate(self.weekdays)),
            from_minute=self.from_minute.value(), to_minute=self.to_minute.value(), goods=self.goods.goods(),
            left_out=self.left_out.goods(), gets=gets,
        )  # fmt: skip
        return replace(wanted, **self._values(kind))

    def _values(self, kind: PromotionKind) -> dict[str, Any]:
        values: dict[str, Any] = {
            "hundredths": (self.percent.value() or 0) if kind in _USED["percent"] else 0,
            "amount_minor": (self.amount.value() or 0) if kind in _USED["amount"] else 0,
            "buy_count": self.buy.value() if kind in _USED["buy"] else 0,
            "get_count": self.get.value() if kind in _USED["get"] else 0,
            "most_times": (self.most_times.value() or None) if kind in _USED["most_times"] else None,
        }
        if kind is _K.TIERS:
            values["tiers"] = read_tiers(self.tiers.text(), self._desk.formats)
        if kind is _K.BASKET:
            values |= {"from_minor": self.least.value() or 0, "with_tax": self.with_tax.isChecked()}
        return values

    def _write(self) -> None:
        edits = (self.percent, self.amount, self.least, self.most)
        wrong = next((e.error() for e in edits if e.isEnabled() and e.error()), "")
        if wrong:
            self.refuse(wrong)
            return
        try:
            draft = self.draft()
        except Refusal as refusal:
            self.refuse(describe(refusal))
            return
        view = self._view
        self._desk.run(
            save_promotion, lambda _id: self._written(draft.name), self._refused, draft=draft,
            promotion_id=view.id if view else None, version=view.version if view else 0,
        )  # fmt: skip

    def _written(self, name: str) -> None:
        self.clean()
        self.done.emit(name)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))

    def _toggle_active(self) -> None:
        view = self._view
        if view is not None:
            self._desk.run(
                set_promotion_active, lambda _none: self._written(view.draft.name), self._refused,
                promotion_id=view.id, active=not view.active,
            )  # fmt: skip
