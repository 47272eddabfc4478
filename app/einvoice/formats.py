"""The formats an e-invoice leaves in, and the codes of EN 16931 that we name."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Format(StrEnum):
    """A syntax with the rules of who receives it."""

    PEPPOL = "peppol"  # UBL 2.1, Peppol BIS Billing 3
    XRECHNUNG_UBL = "xrechnung-ubl"
    XRECHNUNG_CII = "xrechnung-cii"
    FACTURX = "facturx"  # a PDF/A-3 with CII inside
    EN16931_UBL = "en16931-ubl"
    EN16931_CII = "en16931-cii"

    @property
    def is_ubl(self) -> bool:
        """Whether it is written in UBL; else in CII."""
        return self in (Format.PEPPOL, Format.XRECHNUNG_UBL, Format.EN16931_UBL)

    @property
    def is_xrechnung(self) -> bool:
        """Whether the German national rules hold."""
        return self in (Format.XRECHNUNG_UBL, Format.XRECHNUNG_CII)

    @property
    def suffix(self) -> str:
        """What its files end in."""
        return ".pdf" if self is Format.FACTURX else ".xml"


class Category(StrEnum):
    """The VAT categories (UNCL 5305) that we write."""

    STANDARD = "S"
    ZERO = "Z"
    EXEMPT = "E"
    REVERSE_CHARGE = "AE"
    INTRA_COMMUNITY = "K"
    EXPORT = "G"
    OUT_OF_SCOPE = "O"


# exemption code (VATEX) and reason of a category, where its own law needs no article of ours
EXEMPTIONS: Final[dict[str, tuple[str, str]]] = {
    "AE": ("VATEX-EU-AE", "Reverse charge"),
    "K": ("VATEX-EU-IC", "Intra-Community supply"),
    "G": ("VATEX-EU-G", "Export outside the EU"),
    "O": ("VATEX-EU-O", "Not subject to VAT"),
    "E": ("", "Exempt from VAT"),  # a customer with a certificate (app.terms.tax_rules)
}
INVOICE: Final = "380"
CREDIT_NOTE: Final = "381"
PREPAYMENT: Final = "386"
SELF_BILLED: Final = "389"  # the customer wrote it in the seller's name
SELF_BILLED_CREDIT: Final = "261"
CREDIT_NOTE_TYPES: Final = frozenset({"381", "261", "262", "296", "308", "396", "420", "458", "532"})
# UN/ECE Recommendation 20 codes of the units our goods are sold in; anything else is a piece
_UNITS: Final = {
    "pc": "C62", "piece": "C62", "stk": "C62", "ea": "C62", "set": "SET", "pair": "PR",
    "kg": "KGM", "g": "GRM", "t": "TNE", "lb": "LBR", "oz": "ONZ",
    "m": "MTR", "cm": "CMT", "mm": "MMT", "km": "KMT", "m2": "MTK", "m²": "MTK", "m3": "MTQ", "m³": "MTQ",
    "l": "LTR", "ml": "MLT", "cl": "CLT",
    "h": "HUR", "hour": "HUR", "min": "MIN", "day": "DAY", "month": "MON", "year": "ANN",
    "box": "XBX", "case": "XCS", "crate": "XCR", "pack": "XPK", "bag": "XBG", "bottle": "XBO",
    "pallet": "XPX", "roll": "XRO",
}  # fmt: skip


_WORDS: Final = {code: unit for unit, code in reversed(_UNITS.items())}


def unit_of(code: str) -> str:
    """Our unit of a UN/ECE code; the code itself where we have none."""
    return _WORDS.get(code, code)


def unit_code(unit: str) -> str:
    """The UN/ECE code of a unit; one that has none is "C62", one piece."""
    return _UNITS.get(unit.strip().lower().rstrip("."), "C62")
