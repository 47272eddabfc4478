"""What the shop's people are told in their chat: closed days, cashiers who stand out, lost backups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import Connection, select

from app.db.unit_of_work import UnitOfWork
from app.documents.formats import day, money
from app.kernel.permission import Permission, permitted
from app.mailing.gateways import get_chat_settings
from app.mailing.notices import LOOK_BACK
from app.mailing.states import Alert
from app.mailing.tables import mail_message
from app.mailing.texting import queue_alert
from app.mailing.texts import LANGUAGES, language_of
from app.organisation.queries import get_company
from app.reporting.loss import CashierRow, Figure, list_cashiers
from app.till.store_day import get_store_day
from app.till.tables import store_day

WATCHED_DAYS: Final = 28  # the period in which cashiers are laid beside each other


@dataclass(frozen=True, slots=True)
class DueAlert:
    """Something the shop's people have not been told yet."""

    kind: Alert
    uuid: str  # the same for every station that finds it
    text: str  # "" where there is nothing to tell after all


def list_due_alerts(
    connection: Connection, *, now: datetime, known: frozenset[str] = frozenset()
) -> list[DueAlert]:
    """The news of the shop that were not told yet, oldest first; nothing where no chat is set up.

    A closed day leads to its figures, and to a word about the cashiers who stand out against the others in
    the four weeks up to it. Both are told once.

    Args:
        connection: where to read.
        now: the time.
        known: UUIDs that were looked at before and had nothing to tell.
    """
    settings = get_chat_settings(connection)
    if not settings.is_set_up:
        return []
    since = max(now - LOOK_BACK, settings.alerts_since or now)
    closed = connection.execute(
        select(store_day.c.id, store_day.c.store_id, store_day.c.business_date)
        .where(store_day.c.at >= since)
        .order_by(store_day.c.at)
    ).all()
    found: list[DueAlert] = []
    for row in closed:
        for kind, write in _TELLERS:
            uuid = str(uuid5(NAMESPACE_OID, f"takings alert {kind} {row.id}"))
            if kind in settings.alerts and uuid not in known and not _is_told(connection, uuid):
                text = write(connection, row.store_id, row.business_date)
                found.append(DueAlert(kind, uuid, text))
    return found


def _is_told(connection: Connection, uuid: str) -> bool:
    found = connection.execute(select(mail_message.c.id).where(mail_message.c.uuid == uuid))
    return found.one_or_none() is not None


def _words(language: str) -> dict[str, str]:
    return {name: texts[LANGUAGES.index(language_of(language))] for name, texts in _TEXTS.items()}


def _closed_day(connection: Connection, store_id: int, business_date: date) -> str:
    """The figures of a closed day."""
    company = get_company(connection)
    found = get_store_day(connection, store_id=store_id, business_date=business_date)
    words = _words(company.language)
    banked = found.closed.banked_minor if found.closed is not None else 0
    rows = [
        words["closed"].format(
            store=found.store_name, day=day(business_date, company.language),
            by=found.closed.by if found.closed is not None else "",
        ),
        words["takings"].format(amount=money(found.gross_minor, company.currency, company.language)),
        words["difference"].format(
            amount=money(found.over_short_minor, company.currency, company.language)
        ),
        words["banked"].format(amount=money(banked, company.currency, company.language)),
    ]  # fmt: skip
    return "\n".join(rows)


def _unusual(connection: Connection, _store_id: int, business_date: date) -> str:
    """The cashiers who stand out; "" where none does."""
    since = business_date - timedelta(days=WATCHED_DAYS - 1)
    company = get_company(connection)
    words = _words(company.language)
    rows = [
        words["cashier"].format(name=row.name, figures=_figures(row, company.currency, company.language))
        for row in list_cashiers(connection, since=since, until=business_date)
        if row.unusual
    ]
    if not rows:
        return ""
    period = f"{day(since, company.language)} - {day(business_date, company.language)}"
    return "\n".join([words["unusual"].format(period=period), *rows])


def _figures(row: CashierRow, currency: str, language: str) -> str:
    words = _words(language)
    return ", ".join(
        words["figure"].format(
            name=words[figure.value], count=row.figures[figure].count,
            amount=money(row.figures[figure].amount_minor, currency, language),
        )
        for figure in Figure
        if figure in row.unusual
    )  # fmt: skip


@permitted(Permission.SYSTEM)
def tell_of_backup(uow: UnitOfWork, *, uuid: str, till: str, reason: str) -> bool:
    """A backup was not made: tell it where that is switched on; returns whether it was.

    Raises:
        as app.mailing.texting.queue_alert.
    """
    settings = get_chat_settings(uow.connection)
    if not settings.is_set_up or Alert.BACKUP_FAILED not in settings.alerts:
        return False
    words = _words(get_company(uow.connection).language)
    queue_alert(uow, uuid=uuid, text=words["backup"].format(till=till, reason=reason))
    return True


_TELLERS: Final[tuple[tuple[Alert, Callable[[Connection, int, date], str]], ...]] = (
    (Alert.DAY_CLOSED, _closed_day),
    (Alert.UNUSUAL, _unusual),
)
# in English, then in German
_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "closed": ("{store}: {day} was closed by {by}.", "{store}: {day} wurde abgeschlossen von {by}."),
    "takings": ("Takings: {amount}", "Umsatz: {amount}"),
    "difference": ("Over or short: {amount}", "Kassendifferenz: {amount}"),
    "banked": ("To the bank: {amount}", "Zur Bank: {amount}"),
    "unusual": (
        "More often than all others together ({period}):",
        "Häufiger als bei allen anderen zusammen ({period}):",
    ),
    "cashier": ("{name}: {figures}", "{name}: {figures}"),
    "figure": ("{name} {count} ({amount})", "{name} {count} ({amount})"),
    "backup": (
        "The backup at till {till} was not made: {reason}",
        "Die Datensicherung an Kasse {till} ist fehlgeschlagen: {reason}",
    ),
    "sales": ("sales", "Verkäufe"),
    "refunds": ("refunds", "Erstattungen"),
    "no_receipt": ("taken back without a receipt", "Rücknahmen ohne Bon"),
    "voided_lines": ("voided lines", "stornierte Positionen"),
    "voided_sales": ("voided sales", "abgebrochene Verkäufe"),
    "no_sales": ("drawer opened without a sale", "Lade ohne Verkauf geöffnet"),
    "overrides": ("prices changed", "geänderte Preise"),
    "discounts": ("discounts by hand", "Rabatte von Hand"),
    "differences": ("cash differences", "Kassendifferenzen"),
    "rerung": ("given up and rung again for less", "abgebrochen und billiger neu getippt"),
    "unsold": ("taken back, not sold that day", "zurückgenommen, an dem Tag nicht verkauft"),
    "just_under": ("just under the limit", "knapp unter der Grenze"),
    "one_pair": ("allowed by the same person", "von derselben Person erlaubt"),
    "short": ("shifts a little short", "Schichten mit kleinem Fehlbetrag"),
    "zeroed": ("evened out before the close", "vor dem Abschluss ausgeglichen"),
    "late": ("in the last hour", "in der letzten Stunde"),
}
