"""What an invoice books (design/money-in.md 7.3): pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.invoicing.deposits import Deduction
from app.invoicing.states import InvoiceKind
from app.ledger.rules import Posting
from app.terms.rules import MICRO, to_home


@dataclass(frozen=True, slots=True)
class Booked:
    """The figures of a document to be booked, in its own currency."""

    kind: InvoiceKind
    party_id: int
    rate_micro: int
    lines: Sequence[tuple[str, int, int]]  # tax code, net, of that what was not delivered
    taxes: Sequence[tuple[str, int]]  # code, tax
    deposits: Sequence[Deduction]
    instalments: Sequence[int]
    of_deposit: bool = False  # a credit note that takes a prepayment back: nothing was sold by that


def _role(name: str, tax_code: str) -> str:
    return f"{name}:{tax_code}" if tax_code else name


def invoice_postings(booked: Booked) -> list[Posting]:
    """Receivable against sales and tax, in the company's currency; a credit note the other way.

    The receivable is the sum of the instalments as they are carried, each converted and rounded; what
    rounding leaves between the currencies goes to exchange differences.
    """

    def home(amount_minor: int) -> int:
        return to_home(amount_minor, booked.rate_micro)

    sign = -1 if booked.kind is InvoiceKind.CREDIT_NOTE else 1
    postings = [Posting("receivable", sign * home(a), booked.party_id) for a in booked.instalments]
    for code, net, deferred in booked.lines:
        if booked.kind is InvoiceKind.PREPAYMENT or booked.of_deposit:
            postings.append(Posting("customer_deposits", -sign * home(net), booked.party_id))
            continue
        role = "sales_returns" if sign < 0 else "sales"
        postings.append(Posting(_role(role, code), -sign * home(net - deferred)))
        postings.append(Posting("deferred_revenue", -sign * home(deferred)))
    postings += [Posting(_role("tax_output", code), -sign * home(tax)) for code, tax in booked.taxes]
    for d in booked.deposits:
        postings.append(Posting("customer_deposits", home(d.net_minor), booked.party_id))
        postings += [Posting(_role("tax_output", code), home(tax)) for code, tax in d.taxes]
    if booked.rate_micro != MICRO:
        rest = sum(p.amount_minor for p in postings)
        postings.append(Posting("exchange_difference", -rest))
    return postings
