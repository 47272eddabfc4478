"""What the entry of an order offers for a customer: addresses, terms, lists, tax classes, people."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from app.access.queries import User, list_users
from app.inventory.reservations import internal_locations
from app.pricing.queries import PriceList, list_price_lists
from app.tax.queries import TaxClass, list_tax_classes
from app.terms.queries import Address, PaymentTerm, Terms, get_terms, list_addresses, list_payment_terms


@dataclass(frozen=True, slots=True)
class EntryChoices:
    """What can be chosen."""

    terms: Terms
    addresses: tuple[Address, ...]
    payment_terms: tuple[PaymentTerm, ...]
    price_lists: tuple[PriceList, ...]
    tax_classes: tuple[TaxClass, ...]
    people: tuple[User, ...]
    places: tuple[tuple[int, str], ...] = ()  # where goods of ours lie: id and name


def entry_choices(connection: Connection, *, party_id: int) -> EntryChoices:
    """The choices for a customer's order; raises NoSuchCustomerError."""
    return EntryChoices(
        terms=get_terms(connection, party_id=party_id),
        addresses=tuple(list_addresses(connection, party_id=party_id)),
        payment_terms=tuple(x for x in list_payment_terms(connection) if x.active),
        price_lists=tuple(list_price_lists(connection)),
        tax_classes=tuple(list_tax_classes(connection)),
        people=tuple(list_users(connection)),
        places=tuple((i, name) for i, _code, name in internal_locations(connection)),
    )
