"""Returns, gift cards and points: the shop's rules."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QLineEdit, QWidget

from app.loyalty.rules import Program, Tier
from app.organisation.queries import list_settings
from app.till.foreign import KIND, currency_of
from app.till.operations.foreign import take_foreign_cash
from app.till.operations.layaways import USUAL_DAYS, LayawayPolicy
from app.till.operations.trading_rules import TradingRules, save_trading_rules, trading_rules_of
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.widgets.edits import MoneyEdit, PercentEdit
from ui.widgets.form import Form, NumberBox, Tick, on_change, text_field
from ui.widgets.line_rows import LineRows
from ui.widgets.side_panel import scrolling


class TradingPage(SettingsPage):
    """How long goods come back and by what they are paid, how long cards are taken, what points are worth."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        form = Form(2)
        self.days = NumberBox(0, 3650, 30, tr(" days"))
        self.card_cash = Tick(tr("A sale by card may be paid back in cash"))
        self.loose_cash = Tick(tr("Goods without a receipt may be paid back in cash"))
        form.section(tr("Goods that come back"))
        form.add(tr("How long"), self.days, hint=tr("0: for ever. Later a manager has to allow it."))
        form.add_wide(self.card_cash)
        form.add_wide(self.loose_cash)
        self.months = NumberBox(0, 240, 0, tr(" months"))
        form.section(tr("Gift cards and store credit"))
        form.add(
            tr("How long they are taken"), self.months, hint=tr("0: for ever. Else to the end of that year.")
        )
        self.per_unit = NumberBox(0, 1000, 0)
        self.value = MoneyEdit(tr("What a point is worth"), desk.formats)
        form.section(tr("Points for customers"))
        form.add(tr("Points for each whole unit paid"), self.per_unit, hint=tr("0: no points"))
        form.add(tr("What a point is worth"), self.value, hint=tr("Empty: points cannot be redeemed"))
        self.referral = NumberBox(0, 1_000_000, 0)
        form.add(
            tr("Points for bringing a customer"), self.referral,
            hint=tr("Given when the new customer first earns points."),
        )  # fmt: skip
        self.tiers = LineRows(
            tr("Tiers"), [tr("Tier"), tr("From points"), tr("More points")], self._tier_line,
            tr("Add a tier"), (2, 1, 1),
        )  # fmt: skip
        form.add_wide(self.tiers)
        self.layaway_days = NumberBox(0, 3650, USUAL_DAYS, tr(" days"))
        self.layaway_fee = PercentEdit(tr("Kept when it is forfeited"), desk.formats)
        form.section(tr("Layaways"))
        form.add(tr("To be paid within"), self.layaway_days, hint=tr("0: for ever"))
        form.add(
            tr("Kept when it is forfeited"), self.layaway_fee,
            hint=tr("Per cent of the whole; at most what was paid. Empty: nothing."),
        )  # fmt: skip
        self.foreign = text_field(limit=60)
        form.section(tr("Foreign cash"))
        form.add(
            tr("Taken at the till"), self.foreign, wide=True,
            hint=tr("Codes like USD, CHF; rates are under Currencies, change is given in home currency."),
        )  # fmt: skip
        form.end()
        self.body.addWidget(scrolling(form), 1)
        self.make_foot()
        on_change(
            [
                self.days,
                self.card_cash,
                self.loose_cash,
                self.months,
                self.per_unit,
                self.value,
                self.foreign,
                self.layaway_days,
                self.referral,
                self.layaway_fee,
            ],
            self.touch,
        )
        self.tiers.changed.connect(self.touch)

    def _tier_line(self) -> list[QWidget]:
        return [text_field(limit=40), NumberBox(0, 10_000_000), NumberBox(0, 500, 0, " %")]

    def entered(self) -> None:
        """Show what is set."""
        self.desk.ask(list_settings, self._have)

    def _have(self, settings: dict[str, object]) -> None:
        rules = trading_rules_of(settings)
        self.days.setValue(rules.window_days)
        self.card_cash.setChecked(rules.card_in_cash)
        self.loose_cash.setChecked(rules.loose_in_cash)
        self.months.setValue(rules.voucher_months)
        self.per_unit.setValue(rules.program.points_per_unit)
        self.value.set_value(rules.program.value_minor or None)
        self.referral.setValue(rules.program.referral_points)
        self.layaway_days.setValue(rules.layaway.days)
        self.layaway_fee.set_value(rules.layaway.fee_hundredths or None)
        self.tiers.clear()
        for tier in rules.program.tiers:
            name, start, bonus = cast("tuple[QLineEdit, NumberBox, NumberBox]", self.tiers.add_line())
            name.setText(tier.name)
            start.setValue(tier.from_points)
            bonus.setValue(tier.bonus // 100)
        taken = [currency_of(t.code) for t in self.desk.services.context.tenders if t.kind == KIND]
        self.foreign.setText(", ".join(taken))
        self.set_dirty(dirty=False)

    def save(self) -> None:
        """Keep it for all tills."""
        rows = cast("list[tuple[QLineEdit, NumberBox, NumberBox]]", self.tiers.lines())
        tiers = tuple(
            Tier(name.text().strip(), start.value(), bonus.value() * 100)
            for name, start, bonus in rows
            if name.text().strip()
        )
        program = Program(self.per_unit.value(), self.value.value() or 0, tiers, self.referral.value())
        rules = TradingRules(
            self.days.value(), self.card_cash.isChecked(), self.loose_cash.isChecked(),
            self.months.value(), program,
            LayawayPolicy(self.layaway_days.value(), self.layaway_fee.value() or 0),
        )  # fmt: skip
        self.desk.run(save_trading_rules, lambda _none: self._save_foreign(), self.refused, rules=rules)

    def _save_foreign(self) -> None:
        context = self.desk.services.context
        self.desk.run(
            take_foreign_cash, lambda _none: self._saved(), self.refused,
            currencies=self.foreign.text().split(","), home=context.company.currency, on=context.on,
        )  # fmt: skip

    def _saved(self) -> None:
        self.set_dirty(dirty=False)
        self.reload_context(lambda: self.desk.say(self.tr("Saved.")))
