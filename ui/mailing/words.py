"""Words for what the outbox keeps as codes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.devices.mail import MailSecurity
from app.mailing.queries import MailRow
from app.mailing.states import Alert, Channel, Every, MailKind, MailStatus, ReportKind


def mail_kind(kind: MailKind) -> str:
    """What a message is about."""
    tr = QCoreApplication.translate
    return {
        MailKind.QUOTE: tr("Mail", "Quote"),
        MailKind.ORDER: tr("Mail", "Order confirmation"),
        MailKind.CHANGED_DATE: tr("Mail", "Changed date"),
        MailKind.READY: tr("Mail", "Ready to be fetched"),
        MailKind.SHIPPED: tr("Mail", "Shipped"),
        MailKind.DELIVERED: tr("Mail", "Delivered"),
        MailKind.INVOICE: tr("Mail", "Invoice"),
        MailKind.CREDIT_NOTE: tr("Mail", "Credit note"),
        MailKind.STATEMENT: tr("Mail", "Statement"),
        MailKind.REMINDER: tr("Mail", "Reminder"),
        MailKind.RECEIPT: tr("Mail", "Receipt"),
        MailKind.ALERT: tr("Mail", "Alert"),
        MailKind.REPORT: tr("Mail", "Report"),
    }[kind]


def channel_word(channel: Channel) -> str:
    """How a message leaves."""
    tr = QCoreApplication.translate
    return {
        Channel.MAIL: tr("Mail", "E-mail"), Channel.SMS: tr("Mail", "SMS"), Channel.CHAT: tr("Mail", "Chat"),
    }[channel]  # fmt: skip


def alert_word(alert: Alert) -> str:
    """What the shop's people are told in the chat."""
    tr = QCoreApplication.translate
    return {
        Alert.DAY_CLOSED: tr("Mail", "A store's day was closed"),
        Alert.UNUSUAL: tr("Mail", "A cashier stands out against the others"),
        Alert.BACKUP_FAILED: tr("Mail", "A backup was not made"),
    }[alert]


def report_word(kind: ReportKind) -> str:
    """What is sent by a schedule."""
    tr = QCoreApplication.translate
    return {
        ReportKind.SALES: tr("Mail", "Sales by day"),
        ReportKind.SLOW: tr("Mail", "Slow movers"),
        ReportKind.TO_ORDER: tr("Mail", "To be ordered"),
        ReportKind.EXPIRING: tr("Mail", "Running out of date"),
    }[kind]


def every_word(every: Every) -> str:
    """How often."""
    tr = QCoreApplication.translate
    return {
        Every.DAY: tr("Mail", "Every day"),
        Every.WEEK: tr("Mail", "Every week, on Monday"),
        Every.MONTH: tr("Mail", "Every month, on the first"),
    }[every]


def mail_status(status: MailStatus) -> str:
    """Where a message stands."""
    tr = QCoreApplication.translate
    return {
        MailStatus.WAITING: tr("Mail", "Waiting"),
        MailStatus.SENDING: tr("Mail", "Being sent"),
        MailStatus.SENT: tr("Mail", "Sent"),
        MailStatus.FAILED: tr("Mail", "Failed"),
        MailStatus.NEEDS_ATTENTION: tr("Mail", "Needs attention"),
        MailStatus.CANCELLED: tr("Mail", "Not sent"),
    }[status]


def mail_trouble(row: MailRow) -> str:
    """Why a message is not sent, in the user's language; the server's own words stay in brackets."""
    return trouble_words(row.last_error)


def trouble_words(kept: str) -> str:
    """What was kept of a failure, in the user's language."""
    words, bracket, said = kept.partition(" (")
    told = QCoreApplication.translate("Refusal", words) if words else ""
    return f"{told[:1].upper()}{told[1:]}{bracket}{said}"


def security_words(security: MailSecurity) -> str:
    """How the way to the server is kept from others."""
    tr = QCoreApplication.translate
    return {
        MailSecurity.STARTTLS: tr("Mail", "STARTTLS (usual, port 587)"),
        MailSecurity.TLS: tr("Mail", "TLS from the start (port 465)"),
        MailSecurity.NONE: tr("Mail", "none (only in the house)"),
    }[security]


def language_word(language: str) -> str:
    """A language as its readers call it: it is for them."""
    return {"en": "English", "de": "Deutsch"}.get(language, language)
