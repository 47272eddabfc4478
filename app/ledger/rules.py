"""Balanced entries, and the accounts they go to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Posting:
    """One line of an entry: debit positive, credit negative, minor units.

    `role` names what is booked ("cash_drawer", "sales:A"); the chart says which account that is.
    """

    role: str
    amount_minor: int
    party_id: int | None = None


# role -> (account code, name, kind): a small chart of accounts, replaceable
DEFAULT_CHART: Final[dict[str, tuple[str, str, str]]] = {
    "cash_drawer": ("1000", "Cash drawer", "asset"),
    "safe": ("1010", "Safe", "asset"),
    "cash_in_transit": ("1020", "Cash in transit", "asset"),
    "petty_cash": ("1030", "Petty cash", "asset"),
    "card_clearing": ("1100", "Card clearing", "asset"),
    "voucher_clearing": ("1110", "Voucher clearing", "asset"),
    "bank": ("1200", "Bank", "asset"),
    "receivable": ("1300", "Accounts receivable", "asset"),
    "debt_allowance": ("1310", "Allowance for doubtful debts", "asset"),
    "inventory": ("1400", "Inventory", "asset"),
    "tax_input": ("1500", "Input tax", "asset"),
    "tips": ("2230", "Tips", "liability"),
    "foreign_cash": ("1005", "Foreign cash", "asset"),
    "points_redeemed": ("6310", "Points redeemed", "expense"),
    "till_clearing": ("1120", "Till clearing", "asset"),
    "gift_cards": ("2210", "Gift cards", "liability"),
    "store_credit": ("2220", "Store credit", "liability"),
    "breakage": ("4940", "Lapsed gift cards", "income"),
    "customer_deposits": ("2200", "Customer deposits", "liability"),
    "deferred_revenue": ("2300", "Invoiced, not delivered", "liability"),
    "tax_output": ("2100", "Output tax", "liability"),
    "payable": ("2000", "Accounts payable", "liability"),
    "opening_balance": ("3000", "Opening balances", "equity"),
    "retained_earnings": ("3200", "Profit of past years", "equity"),
    "owner": ("3100", "Owner's account", "equity"),
    "sales": ("4000", "Sales", "income"),
    "sales_returns": ("4100", "Sales returns", "income"),
    "discounts_allowed": ("4200", "Discounts for paying early", "income"),
    "cash_rounding": ("4900", "Cash rounding", "income"),
    "interest_income": ("4910", "Interest for late payment", "income"),
    "late_compensation": ("4920", "Compensation for late payment", "income"),
    "dunning_fees": ("4930", "Fees of reminders", "income"),
    "bad_debt_recovered": ("4950", "Bad debt recovered", "income"),
    "cost_of_goods": ("5000", "Cost of goods sold", "expense"),
    "stock_adjustment": ("5100", "Stock adjustments", "expense"),
    "expense": ("6000", "Sundry expenses", "expense"),
    "landed_cost": ("5200", "Freight and duty to be charged on", "expense"),
    "small_differences": ("6910", "Small differences", "expense"),
    "exchange_difference": ("6950", "Exchange gains and losses", "expense"),
    "over_short": ("6900", "Cash over and short", "expense"),
    "bank_fees": ("6920", "Bank fees", "expense"),
    "bad_debt": ("6930", "Bad debt", "expense"),
}


def combine(postings: Iterable[Posting]) -> list[Posting]:
    """Postings of the same role and party added up; those that come to nothing left out."""
    sums: dict[tuple[str, int | None], int] = {}
    for posting in postings:
        key = (posting.role, posting.party_id)
        sums[key] = sums.get(key, 0) + posting.amount_minor
    return [Posting(role, amount, party) for (role, party), amount in sums.items() if amount]


def is_balanced(postings: Iterable[Posting]) -> bool:
    """Debits equal credits."""
    return sum(p.amount_minor for p in postings) == 0
