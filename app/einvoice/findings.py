"""What the official rules say of an e-invoice, and which field mends it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Mend(StrEnum):
    """The place in the program where a failure is mended."""

    COMPANY_ADDRESS = "company_address"
    COMPANY_VAT = "company_vat"
    COMPANY_CONTACT = "company_contact"
    COMPANY_ENDPOINT = "company_endpoint"
    IBAN = "iban"
    PARTY_ADDRESS = "party_address"
    PARTY_VAT = "party_vat"
    PARTY_ENDPOINT = "party_endpoint"
    BUYER_REFERENCE = "buyer_reference"
    DELIVERY = "delivery"
    EXEMPTION = "exemption"
    TAX_CATEGORY = "tax_category"
    DUE_DATE = "due_date"
    FIGURES = "figures"
    CORRECTED = "corrected"
    NOTHING = "nothing"  # no field of ours: the sentence of the rule must do


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that does not hold."""

    layer: str  # "xsd", "cen", "peppol", "xrechnung", "facturx", "sums"
    rule: str  # "BR-CO-16"
    flag: str  # "fatal", "warning", "information"
    text: str  # in the words of the rules
    location: str

    @property
    def is_fatal(self) -> bool:
        """Whether the invoice is not valid because of it."""
        return self.flag not in ("warning", "information", "info")

    @property
    def mend(self) -> Mend:
        """Where it is mended."""
        return mend_of(self.rule, self.location)


_RULES: Final[tuple[tuple[str, Mend], ...]] = (
    (r"BR-(06|08|09)|BR-DE-[34]", Mend.COMPANY_ADDRESS),
    (r"BR-DE-(2|5|6|7|27|28)", Mend.COMPANY_CONTACT),
    (r"BR-(S|Z|E|AE|G)-0[234]|BR-CO-26|BR-DE-16", Mend.COMPANY_VAT),
    (r"BR-IC-0[234]", Mend.PARTY_VAT),
    (r"PEPPOL-EN16931-R020|BR-62", Mend.COMPANY_ENDPOINT),
    (r"PEPPOL-EN16931-R010|BR-63", Mend.PARTY_ENDPOINT),
    (r"BR-DE-(1|13|19|20|23|24|25)(-.*)?|BR-(49|50|51|61)|BR-DE-3[01]", Mend.IBAN),
    (r"BR-(07|10|11)|BR-DE-[89]", Mend.PARTY_ADDRESS),
    (r"PEPPOL-EN16931-R003|BR-DE-15", Mend.BUYER_REFERENCE),
    (r"BR-IC-1[12]|BR-DE-TMP-32|BR-DE-1[01]|BR-57", Mend.DELIVERY),
    (r"BR-(S|Z|E|AE|IC|G|O)-10|PEPPOL-EN16931-P01.*", Mend.EXEMPTION),
    (r"BR-(S|Z|E|AE|IC|G|O)-0[567]|BR-O-.*|BR-CO-(04|18)|BR-4[5-8]", Mend.TAX_CATEGORY),
    (r"BR-CO-25", Mend.DUE_DATE),
    (r"BR-CO-1[0-7]|BR-(S|Z|E|AE|IC|G)-0[89]|PEPPOL-EN16931-R(040|12[01]|046)|BT-.*", Mend.FIGURES),
    (r"BR-DE-26|BR-55", Mend.CORRECTED),
)  # fmt: skip
_PLACES: Final[tuple[tuple[str, Mend], ...]] = (
    (r"(AccountingSupplierParty|SellerTradeParty).*(EndpointID|URIUniversal)", Mend.COMPANY_ENDPOINT),
    (r"(AccountingCustomerParty|BuyerTradeParty).*(EndpointID|URIUniversal)", Mend.PARTY_ENDPOINT),
    (r"(AccountingSupplierParty|SellerTradeParty).*(Tax|Legal)", Mend.COMPANY_VAT),
    (r"(AccountingCustomerParty|BuyerTradeParty).*(Tax|Legal)", Mend.PARTY_VAT),
    (r"(AccountingSupplierParty|SellerTradeParty).*(Contact)", Mend.COMPANY_CONTACT),
    (r"(AccountingSupplierParty|SellerTradeParty)", Mend.COMPANY_ADDRESS),
    (r"(AccountingCustomerParty|BuyerTradeParty)", Mend.PARTY_ADDRESS),
    (r"(PaymentMeans|FinancialAccount)", Mend.IBAN),
    (r"Delivery", Mend.DELIVERY),
    (r"Tax", Mend.TAX_CATEGORY),
)  # fmt: skip


def mend_of(rule: str, location: str) -> Mend:
    """The field behind a rule; behind its place in the file where the rule is of many fields."""
    for pattern, mend in _RULES:
        if re.fullmatch(pattern, rule):
            return mend
    for pattern, mend in _PLACES:
        if re.search(pattern, location):
            return mend
    return Mend.NOTHING


def is_valid(findings: Sequence[Finding]) -> bool:
    """Whether none of them is fatal."""
    return not any(f.is_fatal for f in findings)


def distinct(findings: Sequence[Finding]) -> list[Finding]:
    """Each rule once for each place, fatal ones first: two layers may say the same."""
    found = {(f.rule, f.location): f for f in reversed(findings)}
    return sorted(found.values(), key=lambda f: (not f.is_fatal, f.layer, f.rule, f.location))
