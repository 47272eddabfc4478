"""The Swiss QR-bill: what its code says, checked before it is drawn.

After the "Swiss Implementation Guidelines QR-bill" of SIX, version 2.3: structured addresses only. A code
that leads money astray is worse than none, so whatever a bank would not take gives no bill at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.banking.matching.words import is_qr, qr_reference, rf_reference
from app.documents.payment_qr import compact, valid_iban

COUNTRIES: Final = ("CH", "LI")
CURRENCIES: Final = ("CHF", "EUR")
_MOST_MINOR: Final = 99_999_999_999
_QR_IIDS: Final = (30000, 31999)
_MOST_CHARACTERS: Final = 997
_MOST_VERSION: Final = 25
_LIMITS: Final = {"name": 70, "street": 70, "postcode": 16, "city": 35}
_MESSAGE: Final = 140


@dataclass(frozen=True, slots=True)
class BillAddress:
    """A structured address; the house number stands with the street, which the guidelines allow."""

    name: str
    street: str
    postcode: str
    city: str
    country: str

    @classmethod
    def of(cls, address: Mapping[str, str], *, home: str = "") -> BillAddress:
        """From an address as invoices keep it; without a country it is at home."""
        name = address.get("company") or address.get("name", "")
        return cls(
            name.strip(), address.get("street", "").strip(), address.get("postcode", "").strip(),
            address.get("city", "").strip(), (address.get("country", "") or home).strip().upper(),
        )  # fmt: skip

    @property
    def fits(self) -> bool:
        """Whether a code may bear it: name, postcode, town and country are there, none too long."""
        needed = (self.name, self.postcode, self.city)
        lengths = all(len(getattr(self, field)) <= most for field, most in _LIMITS.items())
        return all(needed) and lengths and re.fullmatch("[A-Z]{2}", self.country) is not None

    def fields(self) -> tuple[str, ...]:
        """Type, name, street, house number, postcode, town, country."""
        return ("S", self.name, self.street, "", self.postcode, self.city, self.country)

    def lines(self) -> tuple[str, ...]:
        """As it is printed."""
        town = f"{self.postcode} {self.city}"
        abroad = f"{self.country} {town}" if self.country not in COUNTRIES else town
        return tuple(x for x in (self.name, self.street, abroad) if x)


@dataclass(frozen=True, slots=True)
class SwissBill:
    """A bill whose code a bank takes; made by `swiss_bill`."""

    iban: str
    creditor: BillAddress
    debtor: BillAddress | None
    amount_minor: int
    currency: str
    reference_type: str  # "QRR" or "SCOR"
    reference: str
    message: str

    def payload(self) -> str:
        """What the code says, a line for each element."""
        whole, cents = divmod(self.amount_minor, 100)
        nobody = ("",) * 7
        return "\n".join((
            "SPC", "0200", "1", self.iban, *self.creditor.fields(), *nobody, f"{whole}.{cents:02d}",
            self.currency, *(self.debtor.fields() if self.debtor is not None else nobody),
            self.reference_type, self.reference, self.message, "EPD",
        ))  # fmt: skip


def swiss_bill(
    *, iban: str, creditor: BillAddress, debtor: BillAddress, amount_minor: int, currency: str, number: str
) -> SwissBill | None:
    """The bill of an invoice; None where it does not apply, or a bank would not take it.

    Args:
        iban: the account, Swiss or of Liechtenstein; a QR-IBAN asks for a QR reference, any other for a
            creditor reference (ISO 11649).
        creditor: whom the money goes to.
        debtor: who pays; left blank on the bill where the address is not whole.
        amount_minor: hundredths of the currency.
        currency: CHF or EUR.
        number: of the invoice: the reference is made of it, so that the payment is found again.
    """
    account = compact(iban)
    if account[:2] not in COUNTRIES or not valid_iban(account) or currency not in CURRENCIES:
        return None
    if not 0 < amount_minor <= _MOST_MINOR or not creditor.fits or creditor.country not in COUNTRIES:
        return None
    kind, reference = ("QRR", qr_reference(number)) if is_qr_iban(account) else ("SCOR", rf_reference(number))
    if not valid_reference(kind, reference):
        return None
    payer = debtor if debtor.fits else None
    found = SwissBill(account, creditor, payer, amount_minor, currency, kind, reference, number[:_MESSAGE])
    return found if _may_be_drawn(found.payload()) else None


def is_qr_iban(iban: str) -> bool:
    """Whether the number of the institution is one of those kept for QR references."""
    institution = iban[4:9]
    return institution.isdigit() and _QR_IIDS[0] <= int(institution) <= _QR_IIDS[1]


def valid_reference(kind: str, reference: str) -> bool:
    """Whether a bank takes it: reckoned anew, and by a library that is not ours."""
    from stdnum import iso11649
    from stdnum.ch import esr

    if kind == "SCOR":
        return len(reference) > len("RF00") and bool(iso11649.is_valid(reference))
    return is_qr(reference) and bool(esr.is_valid(reference))


def spaced_reference(bill: SwissBill) -> str:
    """As it is printed: a QR reference in fives from the right, a creditor reference in fours."""
    text = bill.reference
    if bill.reference_type == "QRR":
        return " ".join((text[:2], *(text[i : i + 5] for i in range(2, 27, 5))))
    return " ".join(text[i : i + 4] for i in range(0, len(text), 4))


def spaced_amount(minor: int) -> str:
    """As it is printed: blanks between the thousands, a point before the hundredths."""
    whole, cents = divmod(minor, 100)
    return f"{whole:,}".replace(",", " ") + f".{cents:02d}"


def bill_matrix(bill: SwissBill) -> list[list[bool]]:
    """The modules of the code, dark ones True: level M, Latin-1 or UTF-8 as needed, at most version 25."""
    import segno

    made = segno.make(bill.payload(), error="m", boost_error=False, micro=False, encoding="utf-8")
    return [[bool(module) for module in row] for row in made.matrix]


def _may_be_drawn(payload: str) -> bool:
    import segno

    lines = payload.split("\n")
    if len(payload) > _MOST_CHARACTERS or not all(line.isprintable() for line in lines):
        return False
    try:
        payload.encode("latin-1")
    except UnicodeEncodeError:
        return False
    made = segno.make(payload, error="m", boost_error=False, micro=False, encoding="utf-8")
    return int(made.version) <= _MOST_VERSION
