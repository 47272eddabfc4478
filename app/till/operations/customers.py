"""Whether a cart's customer may buy, and by which taxes: looked at before anything is paid."""

from __future__ import annotations

from datetime import date

from app.credit.queries import credit_standing
from app.credit.rules import CreditStanding
from app.db.unit_of_work import UnitOfWork
from app.kernel.money import Money
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.organisation.queries import get_company
from app.terms.queries import find_terms
from app.terms.states import LatePolicy
from app.till.cart import Cart
from app.till.untaxed import check_tax_code


class LateNoSaleError(Refusal):
    """Nothing is sold to him while he is late."""

    message = (
        "{name} is late with {amount} and gets nothing until it is paid. Take that payment first, "
        "or ask a manager."
    )


class LateNoCreditError(Refusal):
    """Nothing goes on account while he is late."""

    message = "{name} is late with {amount}, so nothing goes on account. Take another tender."


def check_customer(uow: UnitOfWork, cart: Cart) -> None:
    """Look at the customer before a card is asked: the taxes that hold, and nothing for who is late.

    Who is late gets nothing only where that is agreed; who may release held orders may sell all the same.

    Raises:
        TaxRuleChangedError, LateNoSaleError: see their sentences.
    """
    if cart.customer is None or not any(line.is_plain for line in cart.lines):
        return
    check_tax_code(uow, cart)
    if uow.actor.may(Permission.RELEASE_ORDER):
        return
    company = get_company(uow.connection)
    found = _late(uow, cart.customer.party_id, company.day_of(uow.now))
    if found is not None and found.late_policy is LatePolicy.NO_SALE:
        amount = Money(found.overdue_minor, company.currency)
        raise LateNoSaleError(name=cart.customer.name, amount=amount)


def check_late_account(uow: UnitOfWork, *, party_id: int, on: date, currency: str) -> None:
    """Raise LateNoCreditError where something goes on account of who is late and agreed otherwise."""
    found = _late(uow, party_id, on)
    if found is not None and found.late_policy is not LatePolicy.ALLOW:
        terms = find_terms(uow.connection, party_id=party_id)
        name = terms.name if terms is not None else ""
        raise LateNoCreditError(name=name, amount=Money(found.overdue_minor, currency))


def _late(uow: UnitOfWork, party_id: int, on: date) -> CreditStanding | None:
    """How he stands, if he is late with anything."""
    terms = find_terms(uow.connection, party_id=party_id)
    if terms is None:
        return None
    standing = credit_standing(uow.connection, terms=terms, confirmed_minor=0, new_minor=0, on=on)
    return standing if standing.overdue_minor else None
