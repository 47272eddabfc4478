"""The address on a parcel and the sticker on goods: what stands on them, and that a scanner reads them."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from sqlalchemy import update

from app.devices.label import Label, LabelCode, LabelText
from app.documents.label_pdf import labels_pdf
from app.documents.labels import GoodsLabelWish, build_address_labels, build_goods_labels
from app.fulfilment.operations.packing import PackageDraft, pack_shipment
from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.kernel.permission import SYSTEM_ACTOR
from app.parties.tables import party
from app.terms.operations import TermsDraft, save_terms
from drivers.printer.zpl_format import ZplFormat
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    """Net prices, bins, customers with terms."""
    return make_wholesale(shop)


def packed(trade: Wholesale) -> int:
    order = trade.order(("WINE", 2), ("COFFEE", 1))
    trade.pick_all(order.order_id)
    lines = trade.lines_of(order.order_id)
    drafts = [PackageDraft({lines[sku].id: lines[sku].picked_milli}, 1250) for sku in ("WINE", "COFFEE")]
    made = trade.run(pack_shipment, uuid=str(uuid4()), order_id=order.order_id, packages=drafts)
    return int(made.shipment_id)


def texts(label: Label) -> list[str]:
    return [p.text for p in label.parts if isinstance(p, LabelText)]


def code(label: Label) -> str:
    return next(p.data for p in label.parts if isinstance(p, LabelCode))


def scanned(content: bytes, page: int) -> set[str]:
    """What a scanner reads on a page."""
    import pypdfium2
    import zxingcpp

    document = pypdfium2.PdfDocument(content)
    try:
        image = document[page].render(scale=4).to_pil()
        return {found.text for found in zxingcpp.read_barcodes(image)}
    finally:
        document.close()


def pages(content: bytes) -> list[str]:
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def test_each_package_has_its_address_weight_and_code(trade: Wholesale) -> None:
    shipment_id = packed(trade)
    first, second = trade.ask(build_address_labels, shipment_id=shipment_id)
    assert texts(first)[:4] == [
        "Corner Shop · High Street 1 · 10115 Berlin", "Unlimited Ltd", "Long Lane 5", "20095 Hamburg",
    ]  # fmt: skip
    assert "Package 2 of 2 · 1.25 kg" in texts(second)
    assert code(second) == "O-2026-000001/2"
    trade.run(
        dispatch_shipment, shipment_id=shipment_id, transport=Transport("Swift", "Parcel", "SW123456")
    )  # fmt: skip
    sent = trade.ask(build_address_labels, shipment_id=shipment_id)
    assert (code(sent[0]), "Swift Parcel" in texts(sent[0])) == ("SW123456", True)
    content = labels_pdf(sent)
    assert scanned(content, 1) == {"SW123456"}
    assert all("Unlimited Ltd" in page for page in pages(content))
    assert content == labels_pdf(sent)


def test_a_label_speaks_the_language_of_the_customer_and_names_a_foreign_country(trade: Wholesale) -> None:
    party_id = trade.shop.parties["Unlimited Ltd"]
    trade.run(
        save_terms, party_id=party_id, terms=TermsDraft(language="de", price_list_id=trade.price_list_id)
    )
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            update(party).where(party.c.id == party_id).values(country="FR", name="Crème ^XZ ~JA Brûlée")
        )
    label = trade.ask(build_address_labels, shipment_id=packed(trade))[0]
    assert "FRANKREICH" in texts(label)
    assert "Packstück 1 von 2 · 1,25 kg" in texts(label)
    sent = ZplFormat().label(label).decode()
    assert "Crème _5EXZ _7EJA Brûlée" in sent
    assert sent.count("^XZ") == 1


def test_goods_get_a_sticker_for_each_piece_with_lot_and_last_day(trade: Wholesale) -> None:
    wine, wrap = trade.shop.products["WINE"], trade.shop.products["WRAP"]
    wishes = [GoodsLabelWish(wine, 2500, "L-7", date(2027, 3, 31)), GoodsLabelWish(wrap), GoodsLabelWish(1)]
    first, second = trade.ask(build_goods_labels, wishes=wishes, language="en")
    assert (first.copies, second.copies) == (3, 1)
    assert texts(first) == ["Red wine", "WINE", "Lot L-7 · best before 2027-03-31"]
    assert (code(first), code(second)) == ("400000000046", "WRAP")
    content = labels_pdf([first, second])
    assert len(pages(content)) == 4
    assert scanned(content, 0) == {"400000000046"}
    assert scanned(content, 3) == {"WRAP"}
