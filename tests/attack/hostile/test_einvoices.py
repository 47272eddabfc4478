"""E-invoices and the audit file: a hostile text adds no element, and the reader reads it as it was given."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from app.accounting.exports import export_saft
from app.einvoice.formats import Format
from app.einvoice.making import WRITER
from app.einvoice.posted import einvoice_of_posted
from app.kernel.text import clean
from app.organisation.operations import save_company
from app.organisation.queries import get_company
from tests.attack.hostile.payloads import ALL, HARMLESS, places, put, some
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale
from tests.integration.einvoice.conftest import one_trade
from tests.integration.einvoice.documents import billed

__all__ = ["one_trade"]

_TYPED = (
    "name", "trading_name", "line1", "line2", "city", "phone", "email", "legal_info", "description", "note",
    "text", "buyer_reference", "order_reference", "reason", "remittance_info", "account_name", "terms",
    "seller_item_id",
)  # fmt: skip


def tags(xml: bytes) -> list[str]:
    return [x.tag for x in etree.fromstring(xml).iter()]


def _texts(xml: bytes) -> str:
    return "".join(" ".join(etree.fromstring(xml).itertext()).split())


@pytest.mark.parametrize("form", [Format.PEPPOL, Format.FACTURX])
def test_no_text_of_an_e_invoice_is_an_element(one_trade: Wholesale, form: Format) -> None:
    bill = billed(one_trade, ("COFFEE", 3))
    invoice = one_trade.ask(einvoice_of_posted, invoice_id=bill.invoice_id).invoice
    found = [at for at in places(invoice) if at.rpartition(".")[2] in _TYPED and _at(invoice, at)]
    assert len(found) > 8
    for turn, (name, text) in enumerate(some(6, form.is_ubl)):
        for at in found if ALL else [found[(turn * 2) % len(found)], found[(turn * 2 + 1) % len(found)]]:
            given = clean(text) or HARMLESS
            xml = WRITER.write(put(invoice, at, given), form)
            assert tags(xml) == tags(WRITER.write(put(invoice, at, HARMLESS), form)), (name, at)
            assert "".join(given.split()) in _texts(xml), (name, at)


def _at(thing: Any, at: str) -> Any:
    for name in at.split(".")[1:]:
        thing = thing[int(name)] if isinstance(thing, tuple) else getattr(thing, name)
    return thing


def test_no_text_of_an_audit_file_is_an_element(one_trade: Wholesale) -> None:
    billed(one_trade, ("COFFEE", 3))

    def told() -> bytes:
        return bytes(one_trade.ask(export_saft, since=TODAY, until=TODAY).content)

    wanted = tags(told())
    for name, text in some(8):
        company = one_trade.ask(get_company)
        one_trade.run(save_company, details=put(company, ".legal_name", clean(text)[:60] or HARMLESS))
        assert tags(told()) == wanted, name
        assert "".join(clean(text)[:60].split()) in _texts(told()), name
