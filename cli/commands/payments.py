"""payments record: money from a customer, against what he owes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid4, uuid5

from app.kernel.refusal import Refusal
from cli import exits
from cli.commands import existing_shop

if TYPE_CHECKING:
    from app.receivables.rules import Part
    from cli.main import Call
    from cli.opening import OpenShop


class UnknownCustomerError(Refusal):
    """No customer of that number."""

    message = "There is no customer {number}. Look the number up in the list of customers."


class AmountTextError(Refusal):
    """Not an amount."""

    message = "“{text}” is no amount. Write it as 119.00."


def run(call: Call) -> int:
    """Record it."""
    from app.invoicing.operations.settle import record_payment
    from app.kernel.money import Money
    from app.kernel.permission import SYSTEM_ACTOR
    from app.organisation.queries import get_company
    from app.parties.queries import find_customer
    from app.payments.customers import PaymentDraft
    from app.payments.queries import is_recorded
    from app.payments.states import PaymentMethod

    options = call.options
    shop = existing_shop(call)
    try:
        customer = shop.runtime.ask(find_customer, number=options.customer)
        if customer is None:
            raise UnknownCustomerError(number=options.customer)
        currency = shop.runtime.ask(get_company).currency
        amount = _amount(options.amount, currency)
        draft = PaymentDraft(
            customer.id, amount, PaymentMethod(options.method), on=options.on, reference=options.reference
        )
        uuid = str(uuid5(NAMESPACE_URL, f"takings:payment:{options.key}") if options.key else uuid4())
        known = options.unapplied or shop.runtime.ask(is_recorded, uuid=uuid)
        parts = [] if known else _parts(shop, options.invoice, customer.id, amount)
        saved = shop.runtime.run(record_payment, actor=SYSTEM_ACTOR, uuid=uuid, draft=draft, parts=parts)
    finally:
        shop.close()
    left = Money(saved.unapplied_minor, currency)
    again = " It was recorded before; nothing was booked now." if saved.was_there else ""
    paid = Money(saved.amount_minor, currency)
    call.output.say(f"{saved.number}: {paid} from {customer.name}, {left} not applied.{again}")
    call.output.give(
        number=saved.number, amount_minor=saved.amount_minor, unapplied_minor=saved.unapplied_minor,
        currency=currency, customer=customer.number, again=saved.was_there,
    )  # fmt: skip
    return exits.OK


def _amount(text: str, currency: str) -> int:
    from app.kernel.money import minor_digits, scaled_exactly

    found = scaled_exactly(text, minor_digits(currency))
    if found is None:
        raise AmountTextError(text=text[:40])
    return found


def _parts(shop: OpenShop, numbers: list[str], party_id: int, amount_minor: int) -> list[Part] | None:
    """The open items of the invoices named, in that order; None: the oldest first."""
    from app.invoicing.queries import find_invoice
    from app.receivables.items import AlreadyPaidError
    from app.receivables.queries import items_of
    from app.receivables.rules import Part
    from cli.commands.invoice import UnknownInvoiceError

    if not numbers:
        return None
    parts: list[Part] = []
    left = amount_minor
    for number in numbers:
        row = shop.runtime.ask(find_invoice, number=number)
        if row is None or row.party_id != party_id:
            raise UnknownInvoiceError(number=number)
        items = shop.runtime.ask(items_of, document_type=row.kind.value, document_id=row.id)
        owed = [item for item in items if item.open_minor > 0]
        if not owed:
            raise AlreadyPaidError(number=row.number)
        for item in owed:
            part = min(item.open_minor, left)
            left -= part
            if part > 0:
                parts.append(Part(item.id, part))
    return parts
