"""Every category of VAT in every format, and the PDF: what one database shows as well as two."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import update

from app.einvoice.details import TaxMeaning, save_tax_meanings
from app.einvoice.formats import Category, Format
from app.einvoice.reader import read_einvoice
from app.kernel.permission import SYSTEM_ACTOR
from app.parties.tables import party
from app.tax.tables import tax
from tests.factories.wholesale import Wholesale
from tests.integration.einvoice.documents import billed, documents, einvoice_of
from tests.support.judge import pdfa_faults

Passes = Callable[[bytes], None]


@pytest.mark.parametrize(
    ("category", "reason"),
    [
        (Category.ZERO, ""), (Category.EXEMPT, "Article 132 of Directive 2006/112/EC"),
        (Category.REVERSE_CHARGE, ""), (Category.INTRA_COMMUNITY, ""), (Category.EXPORT, ""),
        (Category.OUT_OF_SCOPE, ""),
    ],
)  # fmt: skip
def test_every_category_of_vat_passes_in_every_format(
    one_trade: Wholesale, passes: Passes, category: Category, reason: str
):
    one_trade.run(
        save_tax_meanings, meanings=[TaxMeaning("", category, exemption_reason=reason)]
    )  # fmt: skip
    with one_trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(tax.delete())
    _give_vat_number(one_trade)
    bill = billed(one_trade, ("COFFEE", 2), ("MILK", 1), charge=300)
    for form in Format:
        made = einvoice_of(one_trade, bill, form)
        assert made.is_valid, (form, made.findings)
        passes(made.content)
    said = read_einvoice(made.xml, name="it").invoice
    assert [(p.category, p.tax) for p in said.vat_breakdown] == [(category.value, 0)]


def _give_vat_number(trade: Wholesale) -> None:
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(party).values(tax_number="FR 23334175221", country="FR"))


def test_factur_x_is_pdf_a_3b(one_trade: Wholesale, tmp_path: Path):
    files = []
    for document in documents(one_trade):
        path = tmp_path / f"{document.number}.pdf"
        path.write_bytes(einvoice_of(one_trade, document, Format.FACTURX).content)
        files.append(path)
    assert pdfa_faults(files) == ""
