"""The checks of a confirmation, shown together: what passed, what holds the order, what is short."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.credit.rules import Finding
from app.kernel.permission import Actor, Permission
from app.orders.screen_queries import Checks
from ui.formatting import Formats
from ui.theme import pixmap, theme, theme_changed, tokens
from ui.widgets.text import Card, label, line

_GOOD, _WARN, _BAD = "ok", "warn", "danger"


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One line of the card."""

    tone: str  # "ok", "warn" or "danger"
    text: str


def check_rows(checks: Checks, formats: Formats, actor: Actor | None) -> list[CheckRow]:
    """The lines of the card: customer, validity, credit, overdue, approval, discount, availability."""
    rows = [_customer(checks, formats), _credit(checks, formats), _overdue(checks, formats)]
    rows += [_approval(checks, formats, actor), _discount(checks, formats, actor)]
    return [row for row in rows if row is not None] + _availability(checks, formats)


def _customer(checks: Checks, formats: Formats) -> CheckRow | None:
    tr = QCoreApplication.translate
    if not checks.customer_active:
        return CheckRow(_BAD, tr("OrderChecks", "The customer is blocked."))
    if checks.expired_on is not None:
        text = tr("OrderChecks", "The quote was valid until {day}.")
        return CheckRow(_BAD, text.format(day=formats.date(checks.expired_on)))
    return None


def _credit(checks: Checks, formats: Formats) -> CheckRow:
    tr = QCoreApplication.translate
    standing = checks.standing
    exposure = formats.money(standing.exposure_minor)
    if standing.limit_minor is None:
        text = tr("OrderChecks", "Credit: {exposure} with this order, no limit")
        return CheckRow(_GOOD, text.format(exposure=exposure))
    limit = formats.money(standing.limit_minor)
    bad = Finding.CREDIT_LIMIT in checks.findings or Finding.NO_CREDIT in checks.findings
    text = (
        tr("OrderChecks", "Credit: {exposure} with this order is above the limit of {limit}")
        if bad
        else tr("OrderChecks", "Credit: {exposure} with this order, limit {limit}")
    )
    return CheckRow(_BAD if bad else _GOOD, text.format(exposure=exposure, limit=limit))


def _overdue(checks: Checks, formats: Formats) -> CheckRow:
    tr = QCoreApplication.translate
    late = checks.standing.overdue_minor
    if not late:
        return CheckRow(_GOOD, tr("OrderChecks", "Nothing overdue"))
    stops = Finding.OVERDUE in checks.findings or Finding.NO_CREDIT in checks.findings
    text = tr("OrderChecks", "Overdue: {amount}").format(amount=formats.money(late))
    return CheckRow(_BAD if stops else _WARN, text)


def _approval(checks: Checks, formats: Formats, actor: Actor | None) -> CheckRow | None:
    tr = QCoreApplication.translate
    if checks.approval_minor is None:
        return None
    limit = formats.money(checks.approval_minor)
    if checks.amount_minor > checks.approval_minor and not _may_release(actor):
        return CheckRow(_BAD, tr("OrderChecks", "Orders above {limit} need a yes").format(limit=limit))
    return CheckRow(_GOOD, tr("OrderChecks", "No yes needed up to {limit}").format(limit=limit))


def _discount(checks: Checks, formats: Formats, actor: Actor | None) -> CheckRow | None:
    tr = QCoreApplication.translate
    if not checks.discount_hundredths:
        return None
    allowed = actor.sale_discount_limit if actor is not None else 0
    above = checks.discount_hundredths > allowed and not _may_release(actor)
    text = tr("OrderChecks", "Discount off the list: {given}").format(
        given=formats.percent(checks.discount_hundredths)
    )
    if above:
        text += tr("OrderChecks", ", allowed {allowed}").format(allowed=formats.percent(allowed))
    return CheckRow(_BAD if above else _GOOD, text)


def _may_release(actor: Actor | None) -> bool:
    return actor is not None and actor.may(Permission.RELEASE_ORDER)


def _availability(checks: Checks, formats: Formats) -> list[CheckRow]:
    tr = QCoreApplication.translate
    if not checks.short:
        return [CheckRow(_GOOD, tr("OrderChecks", "All goods are available"))]
    rows: list[CheckRow] = []
    for short in checks.short:
        text = tr("OrderChecks", "{name}: {quantity} missing").format(
            name=short.name, quantity=formats.quantity(short.missing_milli)
        )
        if short.next_due is not None:
            text += tr("OrderChecks", ", expected on {day}").format(day=formats.date(short.next_due))
        rows.append(CheckRow(_WARN, text))
    return rows


class ChecksCard(Card):
    """Setters: set_rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, well=True)
        self.body.addWidget(label(self.tr("Checks"), tokens.LABEL, 600))
        self._lines: list[tuple[QWidget, QLabel, CheckRow]] = []
        theme_changed().changed.connect(self._paint_signs)

    def rows(self) -> list[CheckRow]:
        """What is shown."""
        return [row for _part, _sign, row in self._lines]

    def set_rows(self, rows: list[CheckRow]) -> None:
        """Show these."""
        for part, _sign, _row in self._lines:
            self.body.removeWidget(part)
            part.deleteLater()
        self._lines.clear()
        for row in rows:
            part, sign = QWidget(), QLabel()
            sign.setFixedSize(22, 22)
            inner = line(sign, label(row.text, tokens.SUB, wrap=True), gap=8)
            inner.setStretch(1, 1)
            inner.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
            part.setMinimumHeight(24)
            part.setLayout(inner)
            part.setAccessibleName(row.text)
            self.body.addWidget(part)
            self._lines.append((part, sign, row))
        self._paint_signs()

    def _paint_signs(self) -> None:
        icons = {_GOOD: "check_circle", _WARN: "warning", _BAD: "error"}
        for _part, sign, row in self._lines:
            tone = getattr(theme(), row.tone)
            sign.setPixmap(pixmap(icons[row.tone], tone, 20, self.devicePixelRatioF()))
