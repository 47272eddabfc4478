"""What the page of an order says of its head and its lines."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.kernel.quantity import ONE
from app.orders.queries import OrderDetail, OrderLine
from app.orders.states import LineKind, OrderStatus
from app.story.screen_queries import OrderPage
from app.terms.states import ShipPolicy
from ui.formatting import Formats
from ui.office.section import OfficeDesk
from ui.orders.lines import committed_milli, wanted_milli
from ui.orders.links import money
from ui.orders.next_step import comes_directly
from ui.orders.words import hold_word, order_status, why_this_price
from ui.widgets.data_table import TableRow


def about_order(page: OrderPage, desk: OfficeDesk) -> str:
    """State, holds, days, and what was agreed, in one line."""
    tr, detail, formats = QCoreApplication.translate, page.detail, desk.formats
    row = detail.row
    parts = [order_status(row.status)]
    if row.status is OrderStatus.ON_HOLD:
        parts += [f"{hold_word(h.reason)} ({h.detail})" for h in detail.holds if h.released_at is None]
    if row.quote_number and row.number:
        parts.append(tr("OrderPanel", "from quote {number}").format(number=row.quote_number))
    if row.customer_reference:
        parts.append(tr("OrderPanel", "reference {text}").format(text=row.customer_reference))
    if row.valid_until and row.number is None:
        parts.append(tr("OrderPanel", "valid until {day}").format(day=formats.date(row.valid_until)))
    if row.ordered_on:
        parts.append(tr("OrderPanel", "ordered on {day}").format(day=formats.date(row.ordered_on)))
    if row.requested_on:
        parts.append(tr("OrderPanel", "wanted on {day}").format(day=formats.date(row.requested_on)))
    parts += _agreed(detail, desk)
    if detail.lost_reason:
        parts.append(detail.lost_reason)
    return " · ".join(parts)


def _agreed(detail: OrderDetail, desk: OfficeDesk) -> list[str]:
    tr, found = QCoreApplication.translate, []
    if detail.pickup:
        ready = detail.ready_at
        found.append(
            tr("OrderPanel", "fetched in the store, told on {when}").format(
                when=desk.formats.date_time(ready)
            )
            if ready
            else tr("OrderPanel", "fetched in the store")
        )
    elif detail.ship_policy == ShipPolicy.COMPLETE.value:
        found.append(tr("OrderPanel", "sent when complete"))
    if detail.deposit_minor:
        amount = money(desk, detail.deposit_minor, detail.row.currency)
        text = (
            tr("OrderPanel", "down payment {amount} before it leaves")
            if detail.deposit_blocks
            else tr("OrderPanel", "down payment {amount}")
        )
        found.append(text.format(amount=amount))
    return found


def order_row(x: OrderLine, page: OrderPage, formats: Formats) -> TableRow:
    """A line with how far it is."""
    if x.kind is LineKind.TEXT:
        return TableRow(str(x.id), (x.name, "", "", "", "", "", ""), {"item": "text2"})
    quantity = formats.quantity
    wanted, committed = wanted_milli(x), committed_milli(x)
    picked = x.picked_milli + x.packed_milli + x.shipped_milli
    goods = x.kind is LineKind.GOODS
    active = page.detail.row.status is OrderStatus.CONFIRMED
    tones = {"committed": "warn"} if goods and active and committed < wanted else {}
    cells = (
        x.name, quantity(wanted, x.unit if x.pack_milli == ONE else ""),
        quantity(committed) if goods else "-", quantity(picked) if goods else "-",
        quantity(x.shipped_milli) if x.kind.is_delivered else "-",
        quantity(x.invoiced_milli - x.credited_milli), formats.amount(x.amount_minor),
    )  # fmt: skip
    return TableRow(str(x.id), cells, tones)


def line_reason(x: OrderLine, page: OrderPage, formats: Formats) -> str:
    """Where it ships from, why it costs that, what there is of it, who does it and when."""
    goods = x.kind is LineKind.GOODS
    told = [_place(x, page), _surplus(x, formats)] if goods else []
    told += [why_this_price(x.price_reason, formats)] if x.product_id is not None else []
    told += _stock(x, formats) if goods else []
    told += [_service(x, page.people, formats)] if x.kind is LineKind.SERVICE else []
    return " · ".join(part for part in told if part)


def _place(x: OrderLine, page: OrderPage) -> str:
    """Only where there is more than one place, or none of ours."""
    tr = QCoreApplication.translate
    if comes_directly(x, page):
        return tr("OrderPanel", "the supplier brings it")
    if len(page.places) == 1:
        return ""
    name = page.places.get(x.location_id or page.detail.location_id, "")
    return tr("OrderPanel", "from {place}").format(place=name) if name else ""


def _surplus(x: OrderLine, formats: Formats) -> str:
    tr = QCoreApplication.translate
    if not x.over_milli:
        return ""
    if x.surplus_of is not None:
        return tr("OrderPanel", "more than ordered, free of charge")
    text = tr("OrderPanel", "of it {quantity} more than ordered")
    return text.format(quantity=formats.quantity(x.over_milli))


def _stock(x: OrderLine, formats: Formats) -> list[str]:
    tr = QCoreApplication.translate
    found = [
        tr("OrderPanel", "on hand {there}, available {free}, incoming {coming}").format(
            there=formats.quantity(x.on_hand_milli), free=formats.quantity(x.available_milli),
            coming=formats.quantity(x.incoming_milli),
        )
    ]  # fmt: skip
    if x.promised_on is not None:
        found.append(tr("OrderPanel", "promised for {day}").format(day=formats.date(x.promised_on)))
    return found


def _service(x: OrderLine, people: Mapping[int, str], formats: Formats) -> str:
    tr, found = QCoreApplication.translate, []
    if x.assigned_to is not None and x.assigned_to in people:
        found.append(tr("OrderPanel", "by {name}").format(name=people[x.assigned_to]))
    if x.scheduled_on is not None:
        found.append(tr("OrderPanel", "planned for {day}").format(day=formats.date(x.scheduled_on)))
    if x.done_note:
        found.append(tr("OrderPanel", "done: {note}").format(note=x.done_note))
    return ", ".join(found)
