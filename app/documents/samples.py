"""Papers of a sale and an order that never were, to show a layout with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection

from app.devices.paper import Paper
from app.documents.dressing import dressed
from app.documents.formats import day
from app.documents.letterhead import find_logo, load_letterhead
from app.documents.receipt import receipt_paper
from app.documents.trade_paper import TICK, Head, Row, TradePaper
from app.documents.trade_parts import (
    Money,
    TaxPart,
    counted,
    facts,
    priced_heads,
    tax_heads,
    tax_rows,
    totals_of,
)
from app.documents.trade_pdf import trade_pdf
from app.documents.trade_texts import words
from app.layouts.kinds import LayoutKind
from app.layouts.rules import DocumentLayout, ReceiptLayout
from app.organisation.queries import get_company
from app.till.queries import PaymentView, SaleLineView, SalePromotionView, SaleTaxView, SaleView

_AT = datetime.fromisoformat("2026-03-02T10:15:00+00:00")
_ON = date(2026, 3, 2)
_RATE = 19000
_GOODS = (("Espresso beans 1 kg", "Espressobohnen 1 kg", "4006381333931", 2000, 1290, 250),
          ("Cup, blue", "Tasse, blau", "4006381333948", 1000, 850, 0),
          ("Filter papers", "Filterpapier", "4006381333955", 3000, 199, 0))  # fmt: skip


def sample_receipt(connection: Connection, *, layout: ReceiptLayout) -> Paper:
    """A receipt in the shop's name, currency and language, with what receipts have to show."""
    company = get_company(connection)
    sale = _sale(company.currency, company.language)
    return receipt_paper(sale, company, till_code="T01", layout=layout, logo=find_logo(connection), points=42)


def sample_letter(connection: Connection, *, kind: LayoutKind, layout: DocumentLayout) -> bytes:
    """A letter of a kind as PDF, in the shop's name."""
    letterhead = load_letterhead(connection)
    language = layout.language or letterhead.company.language
    pay = Money(letterhead.company.currency, language)
    paper = TradePaper(
        title=f"{words(kind.value, language)} 2026-000123", language=language,
        sender=letterhead.sender(language), recipient=_recipient(language), facts=_facts(kind, language),
        intro=words(f"{kind.value}_intro", language), heads=(), rows=(), bank=(),
    )  # fmt: skip
    if kind in (LayoutKind.DELIVERY_NOTE, LayoutKind.PACKING_SLIP):
        return trade_pdf(dressed(_of_goods(paper, kind, language), layout))
    whole = _priced(paper, pay)
    if kind is LayoutKind.INVOICE:
        whole = replace(whole, bank=letterhead.bank(language))
    return trade_pdf(dressed(whole, layout))


def _sale(currency: str, language: str) -> SaleView:
    lines = []
    for i, (_en, _de, code, milli, price, off) in enumerate(_GOODS, start=1):
        gross = milli * price // 1000 - off
        net = gross * 100000 // (100000 + _RATE)
        lines.append(SaleLineView(
            position=i, sku=f"A-{100 + i}", name=_name(i - 1, language), unit="pc", quantity_milli=milli,
            unit_price_minor=price, list_price_minor=price, includes_tax=True, line_discount_minor=off,
            sale_discount_minor=0, net_minor=net, tax_minor=gross - net, gross_minor=gross, note=None,
            tax_class_id=0, barcode=code,
        ))  # fmt: skip
    total, net = sum(x.gross_minor for x in lines), sum(x.net_minor for x in lines)
    given = -(-total // 1000) * 1000
    paid = PaymentView("cash", total, given, given - total, None)
    promotion = SalePromotionView(1, _word(language, "Spring", "Frühling"), 250)
    return SaleView(
        id=0, uuid="", number="T01-000123", kind="sale", till_id=0, shift_id=0, business_date=_ON,
        completed_at=_AT, cashier="Anna", customer_name="Café Müller", customer_number="C-0042",
        currency=currency, net_minor=net, tax_minor=total - net, gross_minor=total, discount_minor=250,
        rounding_minor=0, change_minor=given - total, note=None, journal_excerpt="7f3a 91c2 0d4e",
        lines=tuple(lines), taxes=(SaleTaxView("A", _RATE, net, total - net),), payments=(paid,),
        promotions=(promotion,),
    )  # fmt: skip


def _name(place: int, language: str) -> str:
    english, german, *_rest = _GOODS[place]
    return _word(language, english, german)


def _word(language: str, english: str, german: str) -> str:
    return german if language.startswith("de") else english


def _recipient(language: str) -> tuple[str, ...]:
    return (
        "Café Müller",
        "Anna Müller",
        "Long Lane 5" if language == "en" else "Lange Gasse 5",
        "10115 Berlin",
    )


def _facts(kind: LayoutKind, language: str) -> tuple[tuple[str, str], ...]:
    slip = kind in (LayoutKind.DELIVERY_NOTE, LayoutKind.PACKING_SLIP)
    on = day(_ON, language)
    return facts(
        ("note_number" if slip else "number", "2026-000123"), ("date", on),
        ("delivered_on", on if kind is LayoutKind.INVOICE else ""),
        ("valid_until", day(date(2026, 3, 30), language) if kind is LayoutKind.QUOTE else ""),
        ("customer_number", "C-0042"), ("your_reference", "PO 7788"),
        ("order_number", "" if kind in (LayoutKind.QUOTE, LayoutKind.ORDER) else "SO-2026-000077"),
        ("carrier", "DHL" if slip else ""), ("packages", "1" if slip else ""),
        language=language,
    )  # fmt: skip


def _of_goods(paper: TradePaper, kind: LayoutKind, language: str) -> TradePaper:
    packing = kind is LayoutKind.PACKING_SLIP
    keys = ("packed", "checked") if packing else ("ordered", "delivered")
    heads = (
        Head(words("position", language), 12, right=False, key="position"),
        Head(words("item", language), 0, right=False),
        *(Head(words(key, language), 30, key=key) for key in keys),
    )
    rows = tuple(
        Row((str(i), _name(i - 1, language), counted(milli, "pc", language),
             TICK if packing else counted(milli, "pc", language)), (f"A-{100 + i}",))
        for i, (_en, _de, _code, milli, _price, _off) in enumerate(_GOODS, start=1)
    )  # fmt: skip
    return replace(paper, heads=heads, rows=rows)


def _priced(paper: TradePaper, pay: Money) -> TradePaper:
    rows, net = [], 0
    for i, (_en, _de, _code, milli, price, off) in enumerate(_GOODS, start=1):
        amount = milli * price // 1000 - off
        net += amount
        cells = (str(i), _name(i - 1, pay.language), counted(milli, "pc", pay.language), pay.plain(price),
                 "19 %", pay.plain(amount))  # fmt: skip
        less = words("discount", pay.language).format(amount=pay.plain(-off))
        rows.append(Row(cells, (f"A-{100 + i}", *([less] if off else [])), amount))
    part = TaxPart("19 %", net, (net * _RATE + 50000) // 100000)
    totals = totals_of(net_minor=net, gross_minor=net + part.tax_minor, parts=[part], pay=pay)
    return replace(
        paper, heads=priced_heads(pay), rows=tuple(rows), currency=pay.currency, carries=True,
        tax_heads=tax_heads(pay.language), taxes=tax_rows([part], pay), totals=tuple(totals),
    )  # fmt: skip
