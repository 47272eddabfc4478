"""Quotes and orders: one document from the request to the money."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, String, Table, UniqueConstraint

from app.db.columns import (
    NAME,
    SHORT,
    KeyType,
    choice,
    code,
    day,
    flag,
    key,
    metadata,
    moment,
    number,
    one_of,
    partial_index,
    ref,
    text,
)
from app.orders.states import HoldReason, LineKind, OrderStatus, Progress, RepeatUnit
from app.terms.states import InvoicePolicy, ShipPolicy

# the chips of the order list that are flags: a partial index each, so that counting is as quick
# with 200,000 orders done as with none (design/performance.md 1)
STAGE_FLAGS = ("to_allocate", "to_pick", "to_pack", "to_ship", "to_invoice", "to_collect")


sales_order = Table(
    "sales_order",
    metadata,
    key(),
    code("uuid", unique=True),  # made by the station: sent twice, it is one order
    code("quote_number", null=True, unique=True),
    code("number", null=True, unique=True),
    number("quote_version"),  # 0: never sent
    choice("status", OrderStatus),
    ref("party_id", "party.id"),
    number("billing_address_id", null=True),
    number("delivery_address_id", null=True),
    code("customer_reference", length=NAME),
    code("currency", length=3),
    number("rate_micro"),  # company minor units per minor unit, millionths
    number("price_list_id", null=True),
    number("payment_term_id", null=True),
    number("location_id"),  # the warehouse it ships from
    flag("includes_tax"),
    number("discount_hundredths"),  # negotiated, on the whole order
    choice("ship_policy", ShipPolicy),
    choice("invoice_policy", InvoicePolicy),
    number("deposit_minor"),  # asked for before the goods leave; 0: none
    flag("deposit_blocks"),
    flag("pickup"),  # the customer fetches it at the location it ships from
    moment("ready_at", null=True),  # the customer was told that it can be fetched
    day("requested_on", null=True),
    day("valid_until", null=True),
    day("ordered_on", null=True),
    code("lost_reason", length=NAME, null=True),
    text("note"),
    number("net_minor"),
    number("tax_minor"),
    number("gross_minor"),
    number("uninvoiced_minor"),  # gross, for the exposure; a stored copy of what the lines say
    choice("allocation", Progress),
    choice("shipment", Progress),
    choice("invoicing", Progress),
    choice("payment", Progress),
    *(flag(name, default=False) for name in STAGE_FLAGS),
    moment("created_at"),
    number("created_by"),
    moment("updated_at"),
    number("version"),
    one_of("status", OrderStatus),
    CheckConstraint(
        "status NOT IN ('confirmed', 'on_hold', 'closed') OR number IS NOT NULL", name="number_given"
    ),
    CheckConstraint("discount_hundredths >= 0 AND discount_hundredths <= 10000", name="discount_sane"),
    CheckConstraint("rate_micro > 0", name="rate_positive"),
    Index("ix_sales_order__status_id", "status", "id"),
    Index("ix_sales_order__party_id_id", "party_id", "id"),
    # the list is sorted by these, page by page
    Index("ix_sales_order__ordered_on_id", "ordered_on", "id"),
    Index("ix_sales_order__requested_on_id", "requested_on", "id"),
    Index("ix_sales_order__gross_minor_id", "gross_minor", "id"),
    partial_index(
        "ix_sales_order__open_of_party", "party_id", "rate_micro", "uninvoiced_minor",  # covering
        where="status = 'confirmed'",
    ),
    *(
        partial_index(f"ix_sales_order__{name}", "id", where=f"{name} = 1", on_postgresql=name)
        for name in STAGE_FLAGS
    ),
)  # fmt: skip
# quantities are base units in thousandths; prices and quantity_milli are those of the sold unit
sales_order_line = Table(
    "sales_order_line",
    metadata,
    key(),
    ref("order_id", "sales_order.id", index=True),
    number("position"),
    choice("kind", LineKind),
    ref("product_id", "product.id", null=True),
    number("packaging_id", null=True),
    code("sku", length=NAME),
    code("name", length=NAME),
    code("unit"),
    number("pack_milli"),
    number("quantity_milli"),
    number("unit_price_minor"),
    number("list_price_minor"),  # what the list says; differs when negotiated
    code("price_source", length=NAME),  # why this price
    number("discount_hundredths"),
    number("tax_class_id"),
    number("amount_minor"),  # after discounts, in the terms of the price
    number("net_minor"),
    number("tax_minor"),
    number("gross_minor"),
    day("promised_on", null=True),
    number("first_promised_key"),  # the place in the queue for goods: kept while it waits
    number("ordered_milli"),
    number("cancelled_milli"),
    number("picking_milli"),  # on an open pick list
    number("picked_milli"),  # picked, not packed
    number("packed_milli"),  # packed, not shipped
    number("shipped_milli"),  # left the house (a service: done)
    number("returned_milli"),
    number("invoiced_milli"),
    number("credited_milli"),
    code("tax_code"),  # of its first tax: which account its sales go to; "" where there is none
    # billed before it left: revenue that waits for the delivery (design/money-in.md 7.3)
    number("deferred_milli"),
    number("deferred_minor"),
    number("assigned_to", null=True),  # who does the service
    day("scheduled_on", null=True),
    code("done_note", length=NAME, null=True),
    number("kit_id", null=True),  # the kit that it is a part of; its unit is then one kit
    number(
        "over_milli", null=True
    ),  # of what is ordered: taken along at packing, beyond the customer's order
    number("surplus_of", null=True),  # the line whose surplus this one gives away
    number("location_id", null=True),  # the place it ships from; NULL: that of the order
    one_of("kind", LineKind),
    CheckConstraint("quantity_milli > 0 AND ordered_milli > 0 AND pack_milli > 0", name="quantity_positive"),
    CheckConstraint("discount_hundredths >= 0 AND discount_hundredths <= 10000", name="discount_sane"),
    CheckConstraint(
        "cancelled_milli >= 0 AND picking_milli >= 0 AND picked_milli >= 0 AND packed_milli >= 0 "
        "AND shipped_milli >= 0 AND returned_milli >= 0 AND invoiced_milli >= 0 AND credited_milli >= 0",
        name="not_negative",
    ),
    CheckConstraint(
        "cancelled_milli + picking_milli + picked_milli + packed_milli + shipped_milli <= ordered_milli",
        name="not_above_ordered",
    ),
    CheckConstraint(
        "invoiced_milli <= ordered_milli AND credited_milli <= invoiced_milli", name="not_billed_twice"
    ),
)
# what a version of a quote, or an order before a change, said: kept whole
order_version = Table(
    "order_version",
    metadata,
    ref("order_id", "sales_order.id", primary_key=True),
    Column("position", KeyType, primary_key=True, autoincrement=False),
    code("kind"),  # "quote" or "amendment"
    moment("at"),
    number("actor_id"),
    code("reason", length=NAME),
    text("payload"),  # canonical JSON of head and lines
)
order_hold = Table(
    "order_hold",
    metadata,
    key(),
    ref("order_id", "sales_order.id", index=True),
    choice("reason", HoldReason),
    code("detail", length=NAME),
    moment("created_at"),
    moment("released_at", null=True),
    number("released_by", null=True),
    code("release_note", length=NAME, null=True),
    one_of("reason", HoldReason),
)
# goods that were ordered from a supplier for a line of an order: what comes of them is put aside for it first
purchase_for_order = Table(
    "purchase_for_order",
    metadata,
    ref("incoming_id", "incoming.id", primary_key=True),
    ref("line_id", "sales_order_line.id", index=True),
)
# how much more or less than ordered may leave: of a product, to a customer, both, or (neither) of anything
delivery_tolerance = Table(
    "delivery_tolerance",
    metadata,
    key(),
    ref("product_id", "product.id", null=True),
    ref("party_id", "party.id", null=True),
    number("over_hundredths"),
    number("under_hundredths"),
    flag("is_free"),  # what is more than ordered is not billed
    CheckConstraint("over_hundredths >= 0 AND over_hundredths <= 10000", name="over_sane"),
    CheckConstraint("under_hundredths >= 0 AND under_hundredths <= 10000", name="under_sane"),
)
# a place of ours that orders may be routed to
ship_place = Table(
    "ship_place",
    metadata,
    ref("location_id", "location.id", primary_key=True),
    flag("ships"),
    number("priority"),  # the lowest first, where nothing else decides
)
# how far a place is from a part of the country, by the beginning of the postal code; the longest one counts
ship_area = Table(
    "ship_area",
    metadata,
    key(),
    ref("location_id", "location.id", index=True),
    code("country", length=2),
    code("postal_prefix"),  # "": the whole country
    number("distance_km"),
    UniqueConstraint("location_id", "country", "postal_prefix"),
    CheckConstraint("distance_km >= 0", name="distance_sane"),
)
# an order that is made again and again, at the prices of its day
recurring_order = Table(
    "recurring_order",
    metadata,
    key(),
    ref("pattern_id", "sales_order.id", index=True),
    number("every"),
    choice("unit", RepeatUnit),
    day("first_on"),  # the first day of delivery
    day("last_on", null=True),  # none is delivered after it
    number("lead_days"),  # so many days before it is made
    number("made"),  # how many were made: the next day follows from it
    flag("confirms"),  # confirmed at once, else a draft
    flag("active"),
    moment("created_at"),
    number("created_by"),
    number("version"),
    one_of("unit", RepeatUnit),
    CheckConstraint("every >= 1 AND every <= 120", name="every_sane"),
    CheckConstraint("lead_days >= 0 AND made >= 0", name="not_negative"),
    CheckConstraint("last_on IS NULL OR last_on >= first_on", name="days_in_order"),
)
# each delivery once
recurring_order_day = Table(
    "recurring_order_day",
    metadata,
    ref("recurring_id", "recurring_order.id", primary_key=True),
    Column("due_on", day("due_on").type, primary_key=True),
    ref("order_id", "sales_order.id", index=True),
)
# every document an order led to; the other way round by the second index
order_document = Table(
    "order_document",
    metadata,
    ref("order_id", "sales_order.id", primary_key=True),
    Column("document_type", String(SHORT), primary_key=True),
    Column("document_id", KeyType, primary_key=True, autoincrement=False),
    code("number", null=True),
    moment("at"),
    Index("ix_order_document__document_id", "document_id"),
)
# a view of a list: filters, columns, sorting; owner NULL is for a whole role
saved_view = Table(
    "saved_view",
    metadata,
    key(),
    code("screen"),
    code("name", length=NAME),
    number("owner_id", null=True),
    code("role_code", null=True),
    flag("is_default"),  # shown when the list is opened
    text("payload"),
    UniqueConstraint("screen", "name", "owner_id", "role_code"),
)
