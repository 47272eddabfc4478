"""invoice post, pdf, send: an order billed, the kept PDF in a file, or on its way to the customer."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import uuid4

from app.kernel.refusal import Refusal
from cli import exits
from cli.commands import existing_shop

if TYPE_CHECKING:
    from app.invoicing.queries import InvoiceRow
    from app.invoicing.store import SavedInvoice
    from cli.main import Call
    from cli.opening import OpenShop


class UnknownInvoiceError(Refusal):
    """No invoice of that number."""

    message = (
        "There is no invoice, credit note or pro-forma {number}. Look the number up in the list of invoices."
    )


class UnknownOrderError(Refusal):
    """No order of that number."""

    message = "There is no order {number}. Look the number up in the list of orders."


class NoAddressError(Refusal):
    """Nobody to send to."""

    message = "No e-mail address is known for {name}. Say it with --to."


def run(call: Call) -> int:
    """Do what was asked."""
    action = {"post": _post, "pdf": _pdf, "send": _send}[call.options.action]
    shop = existing_shop(call)
    try:
        return action(call, shop)
    finally:
        shop.close()


def _found(shop: OpenShop, number: str) -> InvoiceRow:
    from app.invoicing.queries import find_invoice

    row: InvoiceRow | None = shop.runtime.ask(find_invoice, number=number)
    if row is None:
        raise UnknownInvoiceError(number=number)
    return row


def _post(call: Call, shop: OpenShop) -> int:
    """Bill what the order has to be billed; 1 when the invoice is held."""
    from app.invoicing.states import InvoiceStatus
    from app.kernel.money import Money
    from app.orders.queries import find_order

    number = call.options.number
    order = shop.runtime.ask(find_order, number=number)
    if order is None:
        raise UnknownOrderError(number=number)
    made = _bill(call, shop, order.id)
    posted = made.status is InvoiceStatus.POSTED
    money = Money(made.gross_minor, order.currency)
    if posted:
        call.output.say(f"{made.number} is posted: {money} for {order.party_name}.")
    else:
        call.output.say(f"The invoice of {money} is held: {', '.join(made.holds)}. Release it in the window.")
    call.output.give(
        number=made.number, status=made.status, holds=made.holds, gross_minor=made.gross_minor,
        payable_minor=made.payable_minor, currency=order.currency, order=order.number,
    )  # fmt: skip
    return exits.OK if posted else exits.REFUSED


def _bill(call: Call, shop: OpenShop, order_id: int) -> SavedInvoice:
    """By its shipments where there are some, else by its policy."""
    from app.fulfilment.queries import list_shipments
    from app.invoicing.operations.bill import invoice_order, invoice_shipments
    from app.kernel.permission import SYSTEM_ACTOR

    shipments = [row.id for row in shop.runtime.ask(list_shipments, order_id=order_id) if row.number]
    more = {"uuid": str(uuid4()), "on": call.options.on}
    if shipments:
        return shop.runtime.run(invoice_shipments, actor=SYSTEM_ACTOR, shipment_ids=shipments, **more)
    return shop.runtime.run(invoice_order, actor=SYSTEM_ACTOR, order_id=order_id, **more)


def _pdf(call: Call, shop: OpenShop) -> int:
    """Write it."""
    from app.documents.operations import print_invoice
    from app.kernel.permission import SYSTEM_ACTOR
    from cli.commands.report import PdfNotWrittenError

    row = _found(shop, call.options.number)
    content = shop.runtime.run(print_invoice, actor=SYSTEM_ACTOR, invoice_id=row.id)
    try:
        call.options.file.write_bytes(content)
    except OSError as error:
        raise PdfNotWrittenError(path=call.options.file, detail=error.strerror) from error
    call.output.say(f"{row.number} is written to {call.options.file}.")
    call.output.give(
        number=row.number, kind=row.kind.value, file=call.options.file, bytes=len(content),
        sha256=sha256(content).hexdigest(), gross_minor=row.gross_minor, currency=row.currency,
    )  # fmt: skip
    return exits.OK


def _send(call: Call, shop: OpenShop) -> int:
    """Into the outbox, with the kept PDF."""
    from app.invoicing.states import InvoiceKind
    from app.kernel.permission import SYSTEM_ACTOR
    from app.mailing.drafts import draft_message
    from app.mailing.sending import send_draft
    from app.mailing.states import MailKind
    from app.organisation.queries import get_company

    row = _found(shop, call.options.number)
    kind = MailKind.CREDIT_NOTE if row.kind is InvoiceKind.CREDIT_NOTE else MailKind.INVOICE
    sender = shop.runtime.ask(get_company).name
    draft = shop.runtime.ask(draft_message, kind=kind, document_id=row.id, sender=sender)
    to = call.options.to or draft.to
    if not to:
        raise NoAddressError(name=row.party_name)
    queued = shop.runtime.run(
        send_draft, actor=SYSTEM_ACTOR, uuid=str(uuid4()), draft=draft, to=to, subject=draft.text.subject,
        body=draft.text.body,
    )  # fmt: skip
    call.output.say(
        f"{row.number} is in the outbox for {to}. It leaves while Takings is open where mail is set up."
    )
    call.output.give(number=row.number, to=to, message_id=queued.message_id, status=queued.status)
    return exits.OK
