"""A wholesaler with a bank account."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.banking.operations.accounts import AccountDraft, save_bank_account
from app.reporting.verify.bank import BANK_CHECKS
from app.reporting.verify.collections import COLLECTION_CHECKS
from app.reporting.verify.ledger import LEDGER_CHECKS
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale

IBAN = "DE02120300000000202051"


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    return make_wholesale(shop)


@pytest.fixture
def account_id(trade: Wholesale) -> int:
    saved: int = trade.run(save_bank_account, draft=AccountDraft("Main", IBAN, "EUR"))
    return saved


def books_agree(trade: Wholesale) -> None:
    """Ledger, open items, deductions and the bank are right; all checks run in test_verify_bank.py."""
    with trade.shop.runtime.factory.read() as connection:
        checks = (*LEDGER_CHECKS, *COLLECTION_CHECKS, *BANK_CHECKS)
        assert [fault for check in checks for fault in check.find(connection)] == []


Mt940 = Callable[..., bytes]


@pytest.fixture
def mt940() -> Mt940:
    """Makes a statement of (amount, words) lines of 2 March 2026."""

    def euros(minor: int) -> str:
        return f"{abs(minor) // 100},{abs(minor) % 100:02d}"

    def mark(minor: int) -> str:
        return "C" if minor >= 0 else "D"

    def make(
        *lines: tuple[int, str], number: int = 1, opening: int = 0, day: str = "260302", iban: str = IBAN
    ) -> bytes:
        rows = [f":61:{day}{day[2:]}{mark(a)}{euros(a)}NTRFNONREF\n:86:{words}" for a, words in lines]
        closing = opening + sum(a for a, _w in lines)
        text = [
            f":20:S{number}", f":25:{iban}", f":28C:{number}",
            f":60F:{mark(opening)}{day}EUR{euros(opening)}", *rows,
            f":62F:{mark(closing)}{day}EUR{euros(closing)}", "-",
        ]  # fmt: skip
        return "\n".join(text).encode()

    return make
