"""Pick lists, shipments and what is in them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, LargeBinary, Table

from app.db.columns import (
    NAME,
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
from app.fulfilment.states import PickStatus, ShipmentStatus, ShortReason

pick_list = Table(
    "pick_list",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", unique=True),
    choice("status", PickStatus),
    number("location_id"),
    moment("created_at"),
    number("created_by"),
    moment("finished_at", null=True),
    number("finished_by", null=True),
    number("version"),
    one_of("status", PickStatus),
    Index("ix_pick_list__status_id", "status", "id"),
)
pick_line = Table(
    "pick_line",
    metadata,
    key(),
    ref("pick_list_id", "pick_list.id", index=True),
    number("position"),  # the walk: by bin
    number("order_id"),
    number("order_line_id"),
    ref("product_id", "product.id"),
    code("sku", length=NAME),
    code("name", length=NAME),
    code("bin"),  # "" where goods have no bin
    number("tote"),  # which of the totes on the cart: one for each order
    number("wanted_milli"),
    number("picked_milli"),
    number("short_milli"),
    choice("short_reason", ShortReason, null=True),
    moment("picked_at", null=True),
    number("picked_by", null=True),
    CheckConstraint("wanted_milli > 0 AND picked_milli >= 0 AND short_milli >= 0", name="not_negative"),
    CheckConstraint("picked_milli + short_milli <= wanted_milli", name="not_over_picked"),
    Index("ix_pick_line__order_id", "order_id"),
)
# the lots in the tote, until they are shipped
picked_lot = Table(
    "picked_lot",
    metadata,
    key(),
    ref("pick_line_id", "pick_line.id", index=True),
    number("order_line_id"),
    ref("lot_id", "lot.id", index=True),
    number("location_id"),
    number("quantity_milli"),
    number("left_milli"),  # not shipped yet
    CheckConstraint("quantity_milli > 0 AND left_milli >= 0", name="sane"),
    Index("ix_picked_lot__order_line_id", "order_line_id"),
)
# the pieces in the tote by their serial numbers, until they are shipped
picked_serial = Table(
    "picked_serial",
    metadata,
    key(),
    ref("pick_line_id", "pick_line.id", index=True),
    number("order_line_id"),
    number("product_id"),
    code("code", length=NAME),
    flag("shipped"),
    Index("ix_picked_serial__order_line_id", "order_line_id"),
    partial_index("uq_picked_serial__once", "product_id", "code", where="NOT shipped", unique=True),
)
# a short pick asks for the shelf to be counted
count_task = Table(
    "count_task",
    metadata,
    key(),
    ref("product_id", "product.id"),
    number("location_id"),
    code("bin"),
    code("reason", length=NAME),
    moment("created_at"),
    moment("done_at", null=True),
    Index("ix_count_task__done_at", "done_at"),
)
shipment = Table(
    "shipment",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", null=True, unique=True),  # of the delivery note, taken at dispatch
    ref("order_id", "sales_order.id", index=True),
    number("party_id"),
    choice("status", ShipmentStatus),
    number("location_id"),
    text("ship_to"),  # the address as it stood, canonical JSON
    code("carrier", length=NAME),
    code("service", length=NAME),
    code("tracking_number", length=NAME),
    day("expected_on", null=True),
    number("charge_minor"),  # what the customer pays for the way, net of nothing: the price's terms
    number("cost_minor"),  # of the goods, as they left
    moment("packed_at"),
    number("packed_by"),
    day("business_date", null=True),
    moment("dispatched_at", null=True),
    number("dispatched_by", null=True),
    moment("delivered_at", null=True),
    number("delivered_by", null=True),
    code("received_by", length=NAME, null=True),
    Column("signature", LargeBinary, nullable=True),
    text("remarks", null=True),
    number("version"),
    one_of("status", ShipmentStatus),
    CheckConstraint(
        "status NOT IN ('dispatched', 'failed', 'delivered', 'returned') OR number IS NOT NULL",
        name="number_given",
    ),
    Index("ix_shipment__status_id", "status", "id"),
)
shipment_line = Table(
    "shipment_line",
    metadata,
    key(),
    ref("shipment_id", "shipment.id", index=True),
    number("order_line_id"),
    ref("product_id", "product.id"),
    code("sku", length=NAME),
    code("name", length=NAME),
    code("unit"),
    number("quantity_milli"),
    number("cost_minor"),
    number("returned_milli"),
    number("invoiced_milli"),
    CheckConstraint("quantity_milli > 0", name="quantity_positive"),
    CheckConstraint("returned_milli >= 0 AND returned_milli <= quantity_milli", name="returned_sane"),
    CheckConstraint("invoiced_milli >= 0 AND invoiced_milli <= quantity_milli", name="invoiced_sane"),
    Index("ix_shipment_line__order_line_id", "order_line_id"),
)
package = Table(
    "package",
    metadata,
    key(),
    ref("shipment_id", "shipment.id", index=True),
    number("position"),
    code("kind", length=NAME),
    number("weight_grams"),
    code("tracking_number", length=NAME, null=True),
    CheckConstraint("weight_grams >= 0", name="weight_not_negative"),
)
package_line = Table(
    "package_line",
    metadata,
    ref("package_id", "package.id", primary_key=True),
    ref("shipment_line_id", "shipment_line.id", primary_key=True),
    number("quantity_milli"),
    CheckConstraint("quantity_milli > 0", name="quantity_positive"),
)
