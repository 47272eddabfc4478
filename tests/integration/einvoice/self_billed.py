"""A customer who writes our invoices himself, and what he writes."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from app.einvoice.formats import Format
from app.einvoice.making import WRITER
from app.einvoice.model import EInvoice
from app.einvoice.operations import keep_received
from app.einvoice.posted import einvoice_of_posted
from app.einvoice.receiving import open_file
from app.einvoice.self_billing import take_self_billed
from app.invoicing.self_billing import Agreement, save_agreement
from app.invoicing.store import SavedInvoice
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale
from tests.integration.einvoice.documents import billed

LINES = (("COFFEE", 3), ("MILK", 4))


def agree(trade: Wholesale, **more: object) -> int:
    """The customer may write our invoices from today on."""
    party_id = trade.shop.parties["Unlimited Ltd"]
    values = {"active": True, "agreed_on": TODAY, "reference": "contract 7", **more}
    trade.run(save_agreement, party_id=party_id, agreement=Agreement(**values))  # type: ignore[arg-type]
    return party_id


def written(trade: Wholesale, number: str = "GS-4711") -> EInvoice:
    """What the customer writes for the goods of LINES: as ours would be, with his number and type."""
    model = billed(trade, *LINES)
    said = trade.ask(einvoice_of_posted, invoice_id=model.invoice_id).invoice
    return replace(said, number=number, type="389", despatch_advice_reference="", sales_order_reference="")


def receive(trade: Wholesale, said: EInvoice) -> int:
    """It comes as a file."""
    xml = WRITER.write(said, Format.EN16931_UBL)
    received = open_file(xml, name="it.xml", by=lambda _xml, _form: [])
    return trade.run(keep_received, received=received).received_id


def take(trade: Wholesale, said: EInvoice, party_id: int, **more: object) -> SavedInvoice:
    received_id = receive(trade, said)
    return trade.run(take_self_billed, uuid=str(uuid4()), received_id=received_id, party_id=party_id, **more)


def ship(trade: Wholesale, *lines: tuple[str, float]) -> int:
    order = trade.order(*(lines or LINES))
    trade.ship_all(order.order_id)
    return int(order.order_id)
