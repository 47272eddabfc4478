"""What a message about a document says, and what goes with it, before anybody changes a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sqlalchemy import Connection, select

from app.devices.mail import MailPart
from app.documents.build import receipt_of_sale
from app.documents.formats import day, moment, money
from app.documents.invoice_papers import build_any_invoice
from app.documents.order_papers import build_order_confirmation, build_quote
from app.documents.shift_pdf import paper_pdf
from app.documents.shipping_papers import build_delivery_note
from app.documents.statement_papers import balance_words, build_statement, period_words
from app.documents.texts import text
from app.documents.trade_parts import counted
from app.documents.trade_texts import words
from app.einvoice.formats import Format
from app.einvoice.queries import list_einvoices
from app.fulfilment.queries import ShipmentDetail, get_shipment
from app.invoicing.queries import get_invoice
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.kernel.refusal import Refusal
from app.kernel.text import file_name
from app.mailing.operations import Recipient, find_recipient, write_text
from app.mailing.rules import Text
from app.mailing.settings import get_mail_settings, tracking_link
from app.mailing.states import TEXTED, Channel, MailKind
from app.orders.queries import OrderDetail, OrderLine, get_order
from app.orders.states import LineKind
from app.organisation.queries import get_company
from app.receivables.open_statement import read_open_items
from app.receivables.statement import read_statement
from app.till.queries import get_sale
from app.till.tables import sale as sales


class NothingToSendError(Refusal):
    """A draft that has no number."""

    message = "This is not finished yet, so there is nothing to send. Finish it first."


@dataclass(frozen=True, slots=True)
class MailDraft:
    """A message before it is sent.

    Attributes:
        kind: what it is about.
        party_id: whose it is; None for somebody unknown.
        to: the customer's address, or the number he agreed to; "" where none is known.
        text: subject and text, in the customer's language.
        document: type, id and number of what it tells of.
        parts: the files that go with it. Of a posted invoice it is only shown what will go: the bytes are
            those that are kept (app.documents.operations.print_invoice).
        keeps: whether the file is the kept one of an invoice.
        channel: how it leaves; only an e-mail has files.
    """

    kind: MailKind
    party_id: int | None
    to: str
    text: Text
    document: tuple[str, int, str]
    parts: tuple[MailPart, ...]
    keeps: bool = False
    channel: Channel = Channel.MAIL


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a document has to say."""

    party_id: int | None
    language: str
    document: tuple[str, int, str]
    values: Mapping[str, str]
    build: Callable[[], bytes] | None = None
    title: str = ""
    keeps: bool = False
    recipient: Recipient | None = field(default=None)
    beside: tuple[MailPart, ...] = ()  # what goes with the paper


def draft_message(
    connection: Connection, *, kind: MailKind, document_id: int, sender: str, language: str = "",
    period: tuple[date | None, date] | None = None, channel: Channel = Channel.MAIL,
) -> MailDraft:  # fmt: skip
    """The message of a kind about an order, shipment, invoice or sale.

    Args:
        connection: where to read.
        kind: QUOTE, ORDER, CHANGED_DATE, READY of an order; SHIPPED, DELIVERED of a shipment; INVOICE,
            CREDIT_NOTE of an invoice; RECEIPT of a sale; STATEMENT of a customer.
        document_id: its id.
        sender: who signs it.
        language: "" for the customer's.
        period: the first and the last day of a statement; without a first day, what is open on the last.
        channel: how it would leave; a short message can tell of app.mailing.states.TEXTED.

    Raises:
        NothingToSendError: it has no number yet.
        NoSuchOrderError, NoSuchInvoiceError and the like: it is not there.
    """
    if kind is MailKind.STATEMENT:
        facts = _statement(connection, document_id, language, period)
    else:
        facts = _FACTS[kind](connection, kind, document_id, language)
    if not facts.document[2]:
        raise NothingToSendError
    if channel is not Channel.MAIL:
        return _short(connection, kind, facts, sender)
    recipient = facts.recipient or find_recipient(connection, party_id=facts.party_id)
    written = write_text(connection, kind, facts.language, facts.values, recipient, sender=sender)
    parts = (MailPart(f"{_file_name(facts)}.pdf", facts.build()),) if facts.build else ()
    return MailDraft(
        kind, facts.party_id, recipient.address, written, facts.document, (*parts, *facts.beside), facts.keeps
    )


def _short(connection: Connection, kind: MailKind, facts: _Facts, sender: str) -> MailDraft:
    """The same as a short message; no paper is built."""
    recipient = find_recipient(connection, party_id=facts.party_id, channel=Channel.SMS)
    written = write_text(
        connection, kind, facts.language, facts.values, recipient, sender=sender, channel=Channel.SMS
    )
    return MailDraft(
        kind, facts.party_id, recipient.address, written, facts.document, (), channel=Channel.SMS
    )


def _file_name(facts: _Facts) -> str:
    """As a file may be called everywhere."""
    return file_name(f"{facts.title} {facts.document[2]}")


def _tongue(connection: Connection, party_id: int | None, language: str) -> str:
    return language or find_recipient(connection, party_id=party_id).language


def _order(connection: Connection, kind: MailKind, document_id: int, language: str) -> _Facts:
    order = get_order(connection, order_id=document_id)
    row = order.row
    tongue = _tongue(connection, row.party_id, language)
    quote = kind is MailKind.QUOTE
    number = (row.quote_number if quote else row.number) or ""
    values = {
        "number": number, "date": _day(row.ordered_on, tongue), "reference": row.customer_reference,
        "amount": money(row.gross_minor, row.currency, tongue),
        "valid_until": _day(row.valid_until, tongue),
        "items": _packed(order, tongue) if kind is MailKind.READY else _promises(order, tongue),
    }  # fmt: skip

    def build() -> bytes:
        paper = build_quote if quote else build_order_confirmation
        return paper(connection, document_id, tongue)

    sends = kind not in (MailKind.CHANGED_DATE, MailKind.READY)
    return _Facts(
        row.party_id, tongue, ("order", document_id, number), values, build if sends else None,
        words("quote" if quote else "order", tongue),
    )  # fmt: skip


def _promises(order: OrderDetail, language: str) -> str:
    """What is still to come, line by line."""
    coming = [x for x in order.lines if x.kind is LineKind.GOODS and _left(x) > 0]
    return "\n".join(
        f"- {counted(_left(x), x.unit, language)} {x.name}"
        + (f": {day(x.promised_on, language)}" if x.promised_on else "")
        for x in coming
    )


def _packed(order: OrderDetail, language: str) -> str:
    """What lies ready."""
    return "\n".join(
        f"- {counted(x.packed_milli, x.unit, language)} {x.name}" for x in order.lines if x.packed_milli
    )


def _left(line: OrderLine) -> int:
    """Base units that were ordered and have not left."""
    return line.ordered_milli - line.cancelled_milli - line.shipped_milli


def _shipment(connection: Connection, kind: MailKind, document_id: int, language: str) -> _Facts:
    shipment = get_shipment(connection, shipment_id=document_id)
    row = shipment.row
    tongue = _tongue(connection, row.party_id, language)
    company = get_company(connection)
    order = get_order(connection, order_id=row.order_id).row
    values = {
        "number": row.number or "", "order_number": row.order_number or "",
        "reference": order.customer_reference, "carrier": row.carrier, "tracking": row.tracking_number,
        "tracking_link": tracking_link(
            get_mail_settings(connection), carrier=row.carrier, tracking=row.tracking_number
        ),
        "expected": _day(row.expected_on, tongue), "items": _goods(shipment, tongue),
        "delivered": moment(row.delivered_at, time_zone=company.time_zone, language=tongue)
        if row.delivered_at
        else "",
        "received_by": shipment.received_by or "",
    }  # fmt: skip
    build = None
    if kind is MailKind.SHIPPED:

        def build() -> bytes:
            return build_delivery_note(connection, document_id, tongue)

    return _Facts(
        row.party_id, tongue, ("shipment", document_id, row.number or ""), values, build,
        words("delivery_note", tongue),
    )  # fmt: skip


def _goods(shipment: ShipmentDetail, language: str) -> str:
    return "\n".join(f"- {counted(x.quantity_milli, x.unit, language)} {x.name}" for x in shipment.lines)


def _invoice(connection: Connection, kind: MailKind, document_id: int, language: str) -> _Facts:
    del kind
    detail = get_invoice(connection, invoice_id=document_id)
    row = detail.row
    if row.status is not InvoiceStatus.POSTED:
        raise NothingToSendError
    # the paper is kept in the language it was drafted in, so the letter that brings it is in that one
    tongue = detail.language or language or get_company(connection).language
    values = {
        "number": row.number or "", "date": _day(row.on, tongue), "reference": detail.customer_reference,
        "amount": money(row.gross_minor, row.currency, tongue),
        "due": _day(row.due_date, tongue) if row.payable_minor > 0 else "",
        "open": money(sum(i.open_minor for i in detail.items), row.currency, tongue),
    }  # fmt: skip
    return _Facts(
        row.party_id, tongue, (row.kind.value, document_id, row.number or ""), values,
        lambda: build_any_invoice(connection, document_id), words(row.kind.value, tongue), keeps=True,
        beside=_einvoice(connection, document_id),
    )  # fmt: skip


def _einvoice(connection: Connection, invoice_id: int) -> tuple[MailPart, ...]:
    """The e-invoice that was made last, as it is kept; nothing where none was made."""
    kept = next(iter(list_einvoices(connection, invoice_id=invoice_id)), None)
    if kept is None:
        return ()
    is_pdf = kept.form is Format.FACTURX
    name = f"{kept.number} Factur-X.pdf" if is_pdf else f"{kept.number}.xml"
    return (MailPart(name, kept.content, "application/pdf" if is_pdf else "application/xml"),)


def _sale(connection: Connection, kind: MailKind, document_id: int, language: str) -> _Facts:
    del kind
    sale = get_sale(connection, sale_id=document_id)
    company = get_company(connection)
    party_id = connection.execute(select(sales.c.party_id).where(sales.c.id == document_id)).scalar_one()
    tongue = _tongue(connection, party_id, language)
    at = moment(sale.completed_at, time_zone=company.time_zone, language=tongue)
    values = {"number": sale.number, "date": at, "amount": money(sale.gross_minor, company.currency, tongue)}

    def build() -> bytes:
        return paper_pdf(receipt_of_sale(connection, sale), company)

    who = find_recipient(connection, party_id=party_id)
    greeted = who if who.contact else Recipient("", text("customer", tongue), "", tongue)
    return _Facts(
        party_id, tongue, ("sale", document_id, sale.number), values, build,
        text("receipt", tongue), recipient=greeted,
    )  # fmt: skip


def _statement(
    connection: Connection, party_id: int, language: str, period: tuple[date | None, date] | None
) -> _Facts:
    tongue = _tongue(connection, party_id, language)
    company = get_company(connection)
    if period is None:
        raise NothingToSendError
    since, until = period
    open_only = since is None
    found = (
        read_open_items(connection, party_id=party_id, on=until, home=company.currency)
        if since is None
        else read_statement(connection, party_id=party_id, since=since, until=until, home=company.currency)
    )
    on = day(until, tongue)
    shown = words("open_items_on", tongue).format(day=on) if open_only else period_words(found, tongue)
    values = {"period": shown, "date": on, "amount": balance_words(found, tongue)}
    return _Facts(
        party_id, tongue, ("party", party_id, shown), values,
        lambda: build_statement(connection, party_id, since or until, until, tongue, open_only=open_only),
        words("statement", tongue),
    )  # fmt: skip


def _day(on: date | None, language: str) -> str:
    return day(on, language) if on else ""


_FACTS: Final[Mapping[MailKind, Callable[[Connection, MailKind, int, str], _Facts]]] = {
    MailKind.QUOTE: _order,
    MailKind.ORDER: _order,
    MailKind.CHANGED_DATE: _order,
    MailKind.READY: _order,
    MailKind.SHIPPED: _shipment,
    MailKind.DELIVERED: _shipment,
    MailKind.INVOICE: _invoice,
    MailKind.CREDIT_NOTE: _invoice,
    MailKind.RECEIPT: _sale,
}


def kinds_of(document_type: str, status: str) -> Sequence[MailKind]:
    """Which messages a document has, the one that fits its state first."""
    if document_type == "order":
        return _ORDER_KINDS.get(status, (MailKind.ORDER, MailKind.CHANGED_DATE))
    if document_type == "shipment":
        told = (MailKind.SHIPPED, MailKind.DELIVERED)
        return tuple(reversed(told)) if status == "delivered" else told[:1]
    if document_type == InvoiceKind.CREDIT_NOTE.value:
        return (MailKind.CREDIT_NOTE,)
    return (MailKind.RECEIPT,) if document_type == "sale" else (MailKind.INVOICE,)


def texted(kinds: Sequence[MailKind]) -> Sequence[MailKind]:
    """Those of some kinds that a short message can tell of."""
    return tuple(kind for kind in kinds if kind in TEXTED)


_ORDER_KINDS: Final[Mapping[str, Sequence[MailKind]]] = {
    "draft": (), "quoted": (MailKind.QUOTE,), "accepted": (MailKind.QUOTE,), "lost": (MailKind.QUOTE,),
    "on_hold": (),
}  # fmt: skip
