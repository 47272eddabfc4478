"""An invoice with a discount for paying early says until when how much is enough; banks rest on holidays."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from app.documents.invoice_papers import build_any_invoice
from app.invoicing.queries import get_invoice
from app.terms.calendar import BankingDays, save_banking_days
from app.terms.operations import TermsDraft, create_payment_term, save_terms
from app.terms.rules import WHOLE, TermLine
from tests.factories.shop import Shop
from tests.factories.wholesale import make_wholesale


def test_the_discount_and_the_due_day_stand_on_the_paper(shop: Shop) -> None:
    trade = make_wholesale(shop)
    party_id = shop.parties["Unlimited Ltd"]
    term = trade.run(
        create_payment_term, code="early", name="30 days, 2 % within 8", lines=[TermLine(WHOLE, 0, 32)],
        discount_hundredths=200, discount_days=8,
    )  # fmt: skip
    draft = TermsDraft(price_list_id=trade.price_list_id, payment_term_id=term)
    trade.run(save_terms, party_id=party_id, terms=draft)
    trade.run(save_banking_days, days=BankingDays(on=True, calendar="ECB"))
    saved = trade.bill(trade.ship_all(trade.order(("COFFEE", 10)).order_id))
    detail = trade.ask(get_invoice, invoice_id=saved.invoice_id)
    assert detail.row.due_date.isoformat() == "2026-04-07"  # 3 April is Good Friday
    assert [i.due_date for i in detail.items] == [detail.row.due_date]
    content = trade.ask(build_any_invoice, invoice_id=saved.invoice_id)
    text = " ".join(PdfReader(BytesIO(content)).pages[0].extract_text().split())
    assert "If you pay by 2026-03-10, € 116.62 is enough: € 2.38 discount." in text
