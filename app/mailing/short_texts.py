"""The words of short messages until the shop writes its own: one or two parts of 160 signs."""

from __future__ import annotations

from typing import Final

from app.mailing.rules import Text
from app.mailing.states import MailKind
from app.mailing.texts import LANGUAGES, language_of

# in English, then in German; the gaps are those of the e-mails (app.mailing.texts.GAPS)
_TEXTS: Final[dict[MailKind, tuple[str, str]]] = {
    MailKind.ORDER: (
        "{company}: thank you for your order {number} of {amount}.",
        "{company}: vielen Dank für Ihren Auftrag {number} über {amount}.",
    ),
    MailKind.CHANGED_DATE: (
        "{company}: new delivery date for your order {number}.\n{items}",
        "{company}: neuer Liefertermin für Ihren Auftrag {number}.\n{items}",
    ),
    MailKind.READY: (
        "{company}: your order {number} is ready to be fetched. Amount {amount}. {phone}",
        "{company}: Ihr Auftrag {number} ist abholbereit. Betrag {amount}. {phone}",
    ),
    MailKind.SHIPPED: (
        "{company}: your order {order_number} is on its way with {carrier}.\n{tracking_link}",
        "{company}: Ihr Auftrag {order_number} ist unterwegs mit {carrier}.\n{tracking_link}",
    ),
    MailKind.DELIVERED: (
        "{company}: your order {order_number} was delivered on {delivered}.\n{received_by}",
        "{company}: Ihr Auftrag {order_number} wurde am {delivered} zugestellt.\n{received_by}",
    ),
    MailKind.REMINDER: (
        "{company}: {amount} was due on {due} (reminder {number}). Please pay, or call us: {phone}",
        "{company}: {amount} war am {due} fällig (Mahnung {number}). Bitte zahlen Sie. Fragen? {phone}",
    ),
    MailKind.RECEIPT: (
        "{company}: receipt {number} of {date}, total {amount}. Thank you.",
        "{company}: Bon {number} vom {date}, Summe {amount}. Vielen Dank.",
    ),
}


def built_in_short(kind: MailKind, language: str) -> Text:
    """Our own words for a kind that a short message can tell (app.mailing.states.TEXTED)."""
    return Text("", _TEXTS[kind][LANGUAGES.index(language_of(language))])
