"""The order to a supplier who brings goods to our customer, as PDF: what, how much, and where to."""

from __future__ import annotations

from sqlalchemy import Connection

from app.documents.formats import day
from app.documents.letterhead import address_lines, load_letterhead
from app.documents.trade_paper import Head, Row, TradePaper
from app.documents.trade_parts import counted, facts
from app.documents.trade_pdf import trade_pdf
from app.documents.trade_texts import words
from app.orders.direct import list_direct
from app.orders.store import order_row
from app.terms.queries import postal_address


def build_direct_order(
    connection: Connection, order_id: int, reference: str, language: str | None = None
) -> bytes:
    """The paper, in the company's language unless another is asked for."""
    order = order_row(connection, order_id)
    letterhead = load_letterhead(connection)
    company = letterhead.company
    tongue = language or company.language
    lines = list_direct(connection, order_id=order_id, reference=reference)
    address = postal_address(
        connection, party_id=order.party_id, kind="delivery", address_id=order.delivery_address_id
    )
    due = min((x.due_on for x in lines), default=None)
    to = ", ".join(address_lines(address, home=company.country, language=tongue))
    return trade_pdf(
        TradePaper(
            title=f"{words('direct_order', tongue)} {reference}", language=tongue,
            sender=letterhead.sender(tongue), recipient=(lines[0].supplier,) if lines else (),
            facts=facts(
                ("order_to_supplier", reference), ("deliver_by", day(due, tongue) if due else ""),
                ("for_order", order.number or ""), language=tongue,
            ),
            intro=words("direct_intro", tongue).format(address=to),
            heads=(
                Head(words("position", tongue), 12, right=False, key="position"),
                Head(words("item", tongue), 0, right=False), Head(words("quantity", tongue), 34),
            ),
            rows=tuple(
                Row((str(i), x.name, counted(x.ordered_milli, x.unit, tongue)), (x.sku,) if x.sku else ())
                for i, x in enumerate(lines, start=1)
            ),
            closing=(words("direct_closing", tongue),),
            mark=words("training", tongue) if company.is_training else "",
        )
    )  # fmt: skip
