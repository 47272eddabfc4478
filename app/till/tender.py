"""How a sale is being paid: immutable, so that taking a payment back costs nothing.

No database, no Qt. Amounts are minor units; those of a refund are negative.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from app.kernel.money import Money, minor_digits
from app.kernel.refusal import Refusal
from app.payments.cash_rounding import round_cash

CASH: Final = "cash"
STORE_CREDIT: Final = "store_credit"
ABSURD_MAJOR: Final = 1_000_000  # more than this, and more than ABSURD_TIMES what is due: a slip
ABSURD_TIMES: Final = 100
MOST_NOTES: Final = 5


class TenderNotPositiveError(Refusal):
    """A payment of nothing, or of less."""

    message = "Enter an amount of more than 0."


class TenderAbsurdError(Refusal):
    """Most likely a barcode scanned into the money field."""

    message = "{amount} is far more than the {due} due. Was a barcode scanned here? Enter the amount again."


class TenderTooMuchError(Refusal):
    """More than is left, by a tender that gives no change, or paid out."""

    message = "Only {due} is left to pay, and no change is given on this. Enter {due} or less."


class NothingToPayError(Refusal):
    """Paid in full already."""

    message = "This is paid already. Take a payment off first to change it."


class NoChangeError(Refusal):
    """Change as store credit where there is none."""

    message = "There is no change. Type what was handed over first."


class NoSuchTenderError(Refusal):
    """The payment is not in the list."""

    message = "That payment is not in the list any more."


@dataclass(frozen=True, slots=True)
class Tender:
    """One payment: tendered is what was handed over, amount is what it pays, change the rest."""

    code: str
    kind: str  # app.payments.states.TenderKind
    amount_minor: int
    tendered_minor: int
    change_minor: int = 0
    reference: str = ""
    party_id: int | None = None


@dataclass(frozen=True, slots=True)
class Tendering:
    """What is due and what was paid of it so far; a negative due is a refund."""

    due_minor: int
    currency: str
    cash_rounding_minor: int = 1
    tenders: tuple[Tender, ...] = ()

    @property
    def _missing_minor(self) -> int:
        return self.due_minor - sum([t.amount_minor for t in self.tenders])

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to pay but what no coin can pay."""
        missing = self._missing_minor
        if missing == 0 or not self.tenders:
            return missing == 0
        last = self.tenders[-1]
        step = self.cash_rounding_minor
        over = (missing < 0) == (self.due_minor > 0)
        opposite = (last.amount_minor < 0) != (self.due_minor < 0)  # the change, as store credit
        if over or last.change_minor or opposite:
            # paid in full: up to half a coin, a half included, went one way or the other
            return 2 * abs(missing) <= step
        # only after a payment in cash may coins that do not exist be waived
        return last.kind == CASH and round_cash(missing, step) == 0

    @property
    def still_to_pay_minor(self) -> int:
        """What is left, exact: what a card would pay; 0 when complete."""
        return 0 if self.is_complete else self._missing_minor

    @property
    def cash_due_minor(self) -> int:
        """What is left if it is paid in cash."""
        return round_cash(self.still_to_pay_minor, self.cash_rounding_minor)

    @property
    def rounding_minor(self) -> int:
        """Cash rounding: what was paid less what was due; 0 while anything is left to pay."""
        return -self._missing_minor if self.is_complete else 0

    @property
    def change_minor(self) -> int:
        """Cash to give back."""
        return sum([t.change_minor for t in self.tenders])

    def add(
        self, code: str, kind: str, tendered_minor: int, *, gives_change: bool | None = None,
        reference: str = "", party_id: int | None = None,
    ) -> Tendering:  # fmt: skip
        """Take a payment; for a refund, pay out: the amount is entered positive both times.

        Args:
            code: the tender type's code.
            kind: cash, card, account, gift_card ...
            tendered_minor: what is handed over.
            gives_change: whether more than is due is given back in cash; None: only for cash.
            reference: the terminal's, never a card number; the number of a gift card.
            party_id: whose account it goes on.

        Raises:
            TenderNotPositiveError, NothingToPayError, TenderAbsurdError, TenderTooMuchError: see
                their sentences.
        """
        if tendered_minor <= 0:
            raise TenderNotPositiveError
        if self.is_complete:
            raise NothingToPayError
        self._check_absurd(tendered_minor)
        gives_change = (kind == CASH if gives_change is None else gives_change) and self.due_minor > 0
        amount, change = self._split(kind, tendered_minor, gives_change=gives_change)
        sign = -1 if self.due_minor < 0 else 1
        tender = Tender(code, kind, sign * amount, sign * tendered_minor, change, reference, party_id)
        return replace(self, tenders=(*self.tenders, tender))

    def change_to_credit(self, code: str, reference: str) -> Tendering:
        """The change of the last payment is not given in cash but put on store credit.

        Args:
            code: the tender type of store credit.
            reference: the number of the credit.

        Raises:
            NoChangeError: nothing is to be given back.
        """
        if not self.change_minor:
            raise NoChangeError
        last = self.tenders[-1]
        whole = replace(last, amount_minor=last.amount_minor + last.change_minor, change_minor=0)
        credit = Tender(
            code, STORE_CREDIT, -last.change_minor, -last.change_minor, reference=reference,
            party_id=last.party_id,
        )  # fmt: skip
        return replace(self, tenders=(*self.tenders[:-1], whole, credit))

    def remove(self, index: int) -> Tendering:
        """Without the payment at that place; raises NoSuchTenderError."""
        if not 0 <= index < len(self.tenders):
            raise NoSuchTenderError
        return replace(self, tenders=self.tenders[:index] + self.tenders[index + 1 :])

    def _split(self, kind: str, tendered: int, *, gives_change: bool) -> tuple[int, int]:
        """What it pays and what goes back, as sizes."""
        exact = abs(self.still_to_pay_minor)
        due = abs(self.cash_due_minor) if kind == CASH else exact
        if tendered <= due:
            return tendered, 0
        if not gives_change:
            raise TenderTooMuchError(due=Money(due, self.currency))
        # change out of a card payment is cash as well: it is given in coins that exist
        if tendered % self.cash_rounding_minor:  # no coins make that: what goes back is rounded once
            due = exact
        change = round_cash(tendered - due, self.cash_rounding_minor)
        if change > tendered:
            change -= self.cash_rounding_minor
        return tendered - change, change

    def _check_absurd(self, tendered: int) -> None:
        limit = ABSURD_MAJOR * 10 ** minor_digits(self.currency)
        if tendered > limit and tendered > ABSURD_TIMES * abs(self.due_minor):
            raise TenderAbsurdError(
                amount=Money(tendered, self.currency), due=Money(abs(self.still_to_pay_minor), self.currency)
            )


# Coins and notes in circulation, in minor units, written as major units below.
# EUR: European Central Bank (500 is legal tender, not issued since 2019). GBP: Royal Mint and Bank of
# England. USD: US Mint and US Currency Education Program. CHF: Swissmint and Swiss National Bank.
# SEK: Sveriges Riksbank. NOK: Norges Bank. DKK: Danmarks Nationalbank (1000 withdrawn 31 May 2025).
# PLN: Narodowy Bank Polski. CZK: Czech National Bank. HUF: Magyar Nemzeti Bank. JPY: Bank of Japan and
# Japan Mint. CAD: Royal Canadian Mint and Bank of Canada. AUD: Royal Australian Mint and Reserve Bank
# of Australia. NZD: Reserve Bank of New Zealand. KWD: Central Bank of Kuwait.
_COINS: Final = {
    "EUR": "0.01 0.02 0.05 0.10 0.20 0.50 1 2",
    "GBP": "0.01 0.02 0.05 0.10 0.20 0.50 1 2",
    "USD": "0.01 0.05 0.10 0.25 0.50 1",
    "CHF": "0.05 0.10 0.20 0.50 1 2 5",
    "SEK": "1 2 5 10",
    "NOK": "1 5 10 20",
    "DKK": "0.50 1 2 5 10 20",
    "PLN": "0.01 0.02 0.05 0.10 0.20 0.50 1 2 5",
    "CZK": "1 2 5 10 20 50",
    "HUF": "5 10 20 50 100 200",
    "JPY": "1 5 10 50 100 500",
    "CAD": "0.05 0.10 0.25 1 2",
    "AUD": "0.05 0.10 0.20 0.50 1 2",
    "NZD": "0.10 0.20 0.50 1 2",
    "KWD": "0.005 0.010 0.020 0.050 0.100",
}
_NOTES: Final = {
    "EUR": "5 10 20 50 100 200 500",
    "GBP": "5 10 20 50",
    "USD": "1 2 5 10 20 50 100",
    "CHF": "10 20 50 100 200 1000",
    "SEK": "20 50 100 200 500 1000",
    "NOK": "50 100 200 500 1000",
    "DKK": "50 100 200 500",
    "PLN": "10 20 50 100 200 500",
    "CZK": "100 200 500 1000 2000 5000",
    "HUF": "500 1000 2000 5000 10000 20000",
    "JPY": "1000 2000 5000 10000",
    "CAD": "5 10 20 50 100",
    "AUD": "5 10 20 50 100",
    "NZD": "5 10 20 50 100",
    "KWD": "0.250 0.500 1 5 10 20",
}
# notes that hardly anybody hands over are not proposed
_RARE: Final = {"EUR": (50_000,), "USD": (200,), "JPY": (2_000,), "KWD": (250, 500)}
_FALLBACK_COINS: Final = (1, 2, 5, 10, 20, 50, 100, 200)
_FALLBACK_NOTES: Final = (500, 1_000, 2_000, 5_000, 10_000, 20_000)


def _in_minor(text: str, currency: str) -> tuple[int, ...]:
    return tuple(Money.exact(word, currency).minor for word in text.split())


def _coins_and_notes(currency: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    if currency in _COINS:
        return _in_minor(_COINS[currency], currency), _in_minor(_NOTES[currency], currency)
    # 1, 2, 5 by decades, as most currencies are cut
    scale = 10 ** max(minor_digits(currency) - 2, 0)
    return tuple(c * scale for c in _FALLBACK_COINS), tuple(n * scale for n in _FALLBACK_NOTES)


def denominations(currency: str) -> tuple[int, ...]:
    """Notes and coins for counting a drawer, in minor units, the largest first."""
    coins, notes = _coins_and_notes(currency)
    return tuple(sorted((*coins, *notes), reverse=True))


def notes(currency: str) -> frozenset[int]:
    """Which denominations are notes, in minor units."""
    return frozenset(_coins_and_notes(currency)[1])


def quick_notes(due_minor: int, currency: str, *, cash_rounding_minor: int = 1) -> tuple[int, ...]:
    """What a customer is likely to hand over: the exact cash amount, then the next round-ups.

    At most five, ascending, each once; none when nothing is due.
    """
    exact = round_cash(due_minor, cash_rounding_minor)
    if exact <= 0:
        return ()
    _coins, notes = _coins_and_notes(currency)
    usual = [n for n in notes if n not in _RARE.get(currency, ())]
    return _distinct((exact, *(-(-exact // note) * note for note in usual)))


def _distinct(amounts: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(amounts))[:MOST_NOTES])
