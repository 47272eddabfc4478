"""The words of messages until the shop writes its own, in the languages we have."""

from __future__ import annotations

from typing import Final

from app.mailing.rules import Text
from app.mailing.states import MailKind

LANGUAGES: Final = ("en", "de")
_ALWAYS: Final = ("customer", "contact", "company", "phone", "sender")
_ORDER: Final = ("number", "date", "reference", "amount")
_SHIPMENT: Final = (
    "number", "order_number", "reference", "carrier", "tracking", "tracking_link", "expected", "items",
)  # fmt: skip
_DUE: Final = ("number", "date", "reference", "amount", "due", "open")
GAPS: Final[dict[MailKind, tuple[str, ...]]] = {
    MailKind.QUOTE: (*_ORDER, "valid_until", *_ALWAYS),
    MailKind.ORDER: (*_ORDER, "items", *_ALWAYS),
    MailKind.CHANGED_DATE: (*_ORDER, "items", *_ALWAYS),
    MailKind.READY: (*_ORDER, "items", *_ALWAYS),
    MailKind.SHIPPED: (*_SHIPMENT, *_ALWAYS),
    MailKind.DELIVERED: (*_SHIPMENT, "delivered", "received_by", *_ALWAYS),
    MailKind.INVOICE: (*_DUE, *_ALWAYS),
    MailKind.CREDIT_NOTE: (*_DUE, *_ALWAYS),
    MailKind.STATEMENT: ("period", "date", "amount", *_ALWAYS),
    MailKind.REMINDER: ("number", "date", "amount", "due", "level", "fee", "items", *_ALWAYS),
    MailKind.RECEIPT: ("number", "date", "amount", *_ALWAYS),
}

_HELLO: Final = ("Dear {contact},", "Guten Tag {contact},")
_BYE: Final = (
    "Kind regards\n{sender}\n{company}\n{phone}",
    "Mit freundlichen Grüßen\n{sender}\n{company}\n{phone}",
)
# subject and text in English, then in German; greeting and farewell stand around the text
_TEXTS: Final[dict[MailKind, tuple[tuple[str, str], tuple[str, str]]]] = {
    MailKind.QUOTE: (
        ("Quote {number} from {company}",
         ("thank you for your request. Our quote {number} of {amount} is attached.\n"
         "It is open until {valid_until}.\n\nYou can order by answering this message.")),
        ("Angebot {number} von {company}",
         ("vielen Dank für Ihre Anfrage. Im Anhang finden Sie unser Angebot {number} über {amount}.\n"
         "Wir halten uns daran bis zum {valid_until} gebunden.\n\n"
         "Bestellen können Sie einfach mit einer Antwort auf diese Nachricht.")),
    ),
    MailKind.ORDER: (
        ("Order confirmation {number}",
         ("thank you for your order. The confirmation {number} of {amount} is attached.\n"
         "Your reference: {reference}\n\nWe plan to deliver:\n{items}")),
        ("Auftragsbestätigung {number}",
         ("vielen Dank für Ihren Auftrag. Im Anhang finden Sie die Bestätigung {number} über {amount}.\n"
         "Ihr Zeichen: {reference}\n\nGeplante Lieferung:\n{items}")),
    ),
    MailKind.CHANGED_DATE: (
        ("New delivery date for order {number}",
         ("the delivery date of your order {number} has changed.\nYour reference: {reference}\n\n"
         "We now plan to deliver:\n{items}\n\nPlease answer this message if that does not suit you.")),
        ("Neuer Liefertermin für Auftrag {number}",
         ("der Liefertermin Ihres Auftrags {number} hat sich geändert.\nIhr Zeichen: {reference}\n\n"
         "Geplante Lieferung:\n{items}\n\nBitte antworten Sie, falls Ihnen das nicht passt.")),
    ),
    MailKind.READY: (
        ("Your order {number} is ready",
         ("your order {number} of {amount} lies ready in our store.\nYour reference: {reference}\n\n"
         "{items}\n\nPlease bring this message when you fetch it.")),
        ("Ihr Auftrag {number} ist abholbereit",
         ("Ihr Auftrag {number} über {amount} liegt in unserem Geschäft für Sie bereit.\n"
         "Ihr Zeichen: {reference}\n\n{items}\n\nBitte bringen Sie diese Nachricht zur Abholung mit.")),
    ),
    MailKind.SHIPPED: (
        ("Your order {order_number} is on its way",
         ("your goods are on their way with {carrier}.\nTracking number: {tracking}\n"
         "Follow them here: {tracking_link}\nExpected on: {expected}\nYour reference: {reference}\n\n"
         "Delivery note {number}:\n{items}")),
        ("Ihr Auftrag {order_number} ist unterwegs",
         ("Ihre Ware ist mit {carrier} unterwegs.\nSendungsnummer: {tracking}\n"
         "Sendung verfolgen: {tracking_link}\nVoraussichtlich am: {expected}\nIhr Zeichen: {reference}\n\n"
         "Lieferschein {number}:\n{items}")),
    ),
    MailKind.DELIVERED: (
        ("Your order {order_number} was delivered",
         ("your goods of delivery note {number} were delivered on {delivered}.\nReceived by: {received_by}\n"
         "Your reference: {reference}\n\n{items}\n\nPlease tell us if anything is missing or damaged.")),
        ("Ihr Auftrag {order_number} wurde zugestellt",
         ("Ihre Ware zum Lieferschein {number} wurde am {delivered} zugestellt.\n"
         "Angenommen von: {received_by}\n"
         "Ihr Zeichen: {reference}\n\n{items}\n\n"
         "Bitte melden Sie sich, falls etwas fehlt oder beschädigt ist.")),
    ),
    MailKind.INVOICE: (
        ("Invoice {number} from {company}",
         ("our invoice {number} of {amount} is attached.\nYour reference: {reference}\n"
         "Please pay by {due}, quoting {number}.")),
        ("Rechnung {number} von {company}",
         ("im Anhang finden Sie unsere Rechnung {number} über {amount}.\nIhr Zeichen: {reference}\n"
         "Bitte zahlen Sie bis zum {due} unter Angabe von {number}.")),
    ),
    MailKind.CREDIT_NOTE: (
        ("Credit note {number} from {company}",
         "our credit note {number} of {amount} is attached.\nYour reference: {reference}"),
        ("Rechnungskorrektur {number} von {company}",
         "im Anhang finden Sie unsere Rechnungskorrektur {number} über {amount}.\nIhr Zeichen: {reference}"),
    ),
    MailKind.STATEMENT: (
        ("Statement of account {period}",
         "your statement of account for {period} is attached. The balance on {date} is {amount}."),
        ("Kontoauszug {period}",
         "im Anhang finden Sie Ihren Kontoauszug für {period}. Der Saldo am {date} beträgt {amount}."),
    ),
    MailKind.REMINDER: (
        ("Payment reminder {number}",
         ("perhaps it slipped your mind: {amount} was due on {due}.\n\n{items}\n\nReminder fee: {fee}\n\n"
         "If you have paid in the meantime, please ignore this message.")),
        ("Zahlungserinnerung {number}",
         ("vielleicht ist es Ihnen entgangen: {amount} war am {due} fällig.\n\n{items}\n\n"
         "Mahngebühr: {fee}\n\n"
         "Falls Sie inzwischen gezahlt haben, betrachten Sie diese Nachricht bitte als gegenstandslos.")),
    ),
    MailKind.RECEIPT: (
        ("Receipt {number} from {company}",
         "thank you for your purchase. Your receipt of {amount} is attached."),
        ("Bon {number} von {company}",
         "vielen Dank für Ihren Einkauf. Im Anhang finden Sie Ihren Bon über {amount}."),
    ),
}  # fmt: skip


def language_of(wanted: str) -> str:
    """The language a message is written in: German for "de-AT", English where we have no other."""
    return next((x for x in LANGUAGES if wanted.lower().startswith(x)), LANGUAGES[0])


def built_in(kind: MailKind, language: str) -> Text:
    """Our own words for a kind."""
    place = LANGUAGES.index(language_of(language))
    subject, body = _TEXTS[kind][place]
    return Text(subject, f"{_HELLO[place]}\n\n{body}\n\n{_BYE[place]}")
