"""Reports as files, as a schedule sends them: PDF to be read, XLSX to be reckoned with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection

from app.accounting.table_files import Cell, TableFile, as_xlsx
from app.devices.mail import MailPart
from app.documents.formats import amount, day, quantity
from app.documents.table_pdf import table_pdf
from app.mailing.schedule_rules import Period
from app.mailing.states import ReportKind
from app.mailing.texts import LANGUAGES, language_of
from app.organisation.queries import Company, get_company
from app.reporting.days import list_day_figures
from app.reporting.stock_lists import list_expiring, list_slow_movers, list_to_reorder

PACE_DAYS: Final = 28  # as the lists of the stock pages begin
_LEAD, _COVER, _WITHIN = 7, 14, 30
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class _Made:
    """Rows of a report; whole numbers are amounts in minor units but in the columns of `counts`."""

    rows: Sequence[Sequence[Cell]]
    counts: frozenset[int] = frozenset()


def report_parts(connection: Connection, *, kinds: Sequence[ReportKind], period: Period) -> list[MailPart]:
    """Each report as two files; lists of the stock are as it lies now, at the pace up to the period's end."""
    company = get_company(connection)
    parts: list[MailPart] = []
    for kind in kinds:
        parts.extend(_files(company, kind, _MAKERS[kind](connection, period, company), period))
    return parts


def report_title(kind: ReportKind, language: str) -> str:
    """What a report is called."""
    return _words(kind, language)[0]


def _words(kind: ReportKind, language: str) -> tuple[str, ...]:
    return _HEADS[kind][LANGUAGES.index(language_of(language))]


def _files(company: Company, kind: ReportKind, made: _Made, period: Period) -> list[MailPart]:
    title, *heads = _words(kind, company.language)

    def shown(place: int, cell: Cell) -> str:
        if isinstance(cell, int):
            return str(cell) if place in made.counts else amount(cell, company.currency, company.language)
        return day(cell, company.language) if isinstance(cell, date) else cell or ""

    figures = {place for row in made.rows for place, cell in enumerate(row) if isinstance(cell, int)}
    pdf = table_pdf(
        f"{title} {_days(period, company.language)}", heads,
        [[shown(*at) for at in enumerate(row)] for row in made.rows], figures=frozenset(figures),
        author=company.name, language=company.language,
    )  # fmt: skip
    sheet = as_xlsx(TableFile(title, heads, made.rows, company.currency, made.counts))
    name = f"{title} {period.until.isoformat()}"
    return [MailPart(f"{name}.pdf", pdf), MailPart(f"{name}.xlsx", sheet, _XLSX)]


def _days(period: Period, language: str) -> str:
    if period.since == period.until:
        return day(period.until, language)
    return f"{day(period.since, language)} - {day(period.until, language)}"


def _sales(connection: Connection, period: Period, _company: Company) -> _Made:
    found = list_day_figures(connection, since=period.since, until=period.until)
    rows = [
        (x.business_date, x.sales, x.returns, x.net_minor, x.tax_minor, x.gross_minor, x.discount_minor)
        for x in found
    ]
    return _Made(rows, frozenset({1, 2}))


def _slow(connection: Connection, period: Period, company: Company) -> _Made:
    found = list_slow_movers(connection, on=period.until, days=PACE_DAYS)
    return _Made([
        (x.sku, x.name, _milli(x.on_hand_milli, company), x.value_minor, x.last_sold,
         "" if x.lasts_days is None else str(x.lasts_days))
        for x in found
    ])  # fmt: skip


def _to_order(connection: Connection, period: Period, company: Company) -> _Made:
    found = list_to_reorder(
        connection, on=period.until, days=PACE_DAYS, lead_days=_LEAD, cover_days=_COVER
    )  # fmt: skip
    figures = [(x, (x.free_milli, x.coming_milli, x.need_milli, x.order_milli)) for x in found]
    return _Made([(x.sku, x.name, *(_milli(f, company) for f in milli)) for x, milli in figures])


def _expiring(connection: Connection, period: Period, company: Company) -> _Made:
    found = list_expiring(connection, on=period.until, within=_WITHIN, days=PACE_DAYS)
    return _Made([
        (x.sku, f"{x.name} · {x.lot}", x.expires_on, _milli(x.on_hand_milli, company),
         _milli(x.unsold_milli, company), x.value_minor)
        for x in found
    ])  # fmt: skip


def _milli(milli: int, company: Company) -> str:
    return quantity(milli, company.language)


_MAKERS: Final[dict[ReportKind, Callable[[Connection, Period, Company], _Made]]] = {
    ReportKind.SALES: _sales, ReportKind.SLOW: _slow, ReportKind.TO_ORDER: _to_order,
    ReportKind.EXPIRING: _expiring,
}  # fmt: skip
# title and heads, in English, then in German
_HEADS: Final[dict[ReportKind, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    ReportKind.SALES: (
        ("Sales by day", "Day", "Sales", "Returns", "Net", "Tax", "Gross", "Discounts"),
        ("Umsatz nach Tagen", "Tag", "Verkäufe", "Rückgaben", "Netto", "Steuer", "Brutto", "Rabatte"),
    ),
    ReportKind.SLOW: (
        ("Slow movers", "Number", "Item", "On hand", "Value at cost", "Last sold", "Lasts days"),
        (
            "Ladenhüter",
            "Nummer",
            "Artikel",
            "Bestand",
            "Einstandswert",
            "Zuletzt verkauft",
            "Reicht Tage",
        ),
    ),
    ReportKind.TO_ORDER: (
        ("To be ordered", "Number", "Item", "Free", "Coming", "At least", "Order"),
        ("Zu bestellen", "Nummer", "Artikel", "Frei", "Im Zulauf", "Mindestens", "Bestellen"),
    ),
    ReportKind.EXPIRING: (
        ("Running out of date", "Number", "Item", "Last day", "On hand", "Will be left", "Value at cost"),
        ("Läuft ab", "Nummer", "Artikel", "Letzter Tag", "Bestand", "Bleibt übrig", "Einstandswert"),
    ),
}
