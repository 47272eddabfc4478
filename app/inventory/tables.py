"""Stock as moves between locations, and the levels that follow from them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Table, UniqueConstraint

from app.db.columns import (
    NAME,
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
)
from app.inventory.states import (
    AbcClass,
    Costing,
    CountStatus,
    LocationKind,
    NegativeStock,
    SerialUse,
    TransferStatus,
)

location = Table(
    "location",
    metadata,
    key(),
    code("code", unique=True),
    code("name", length=NAME),
    choice("kind", LocationKind),
    choice("negative", NegativeStock, null=True),  # None: as the way of selling says
    one_of("kind", LocationKind),
    one_of("negative", NegativeStock),
)
# how a product is kept; without a row: at moving average, without lots or serial numbers, below zero as
# the place says
stock_policy = Table(
    "stock_policy",
    metadata,
    ref("product_id", "product.id", primary_key=True),
    choice("costing", Costing),
    number("standard_micro", null=True),  # cost of one base unit, where it is set
    flag("by_lot"),
    choice("serials", SerialUse),
    choice("negative", NegativeStock, null=True),
    one_of("costing", Costing),
    one_of("serials", SerialUse),
    CheckConstraint("(costing = 'standard') = (standard_micro IS NOT NULL)", name="standard_given"),
    one_of("negative", NegativeStock),
)
# Append only. No index on product_id: it would make a sale slower with every past sale
# (design/performance.md 1); the history of a product goes through product_day.
stock_move = Table(
    "stock_move",
    metadata,
    key(),
    day("business_date", index=True),
    moment("at"),
    Column("product_id", KeyType, nullable=False),
    Column("from_location_id", KeyType, nullable=False),
    Column("to_location_id", KeyType, nullable=False),
    number("quantity_milli"),  # always positive
    number("cost_minor"),  # of the whole quantity
    code("document_type"),
    number("document_id"),
    code("reason", length=NAME, null=True),
    number("actor_id"),
)
# the least that should be there, and up to how much is ordered; without one it is reckoned from what was sold
reorder_point = Table(
    "reorder_point",
    metadata,
    ref("product_id", "product.id", primary_key=True),
    number("least_milli"),
    number("up_to_milli"),
    CheckConstraint("least_milli >= 0 AND up_to_milli >= least_milli", name="up_to_not_below"),
)
# on hand and value of a product at an internal location; equals the sum of its moves
stock_level = Table(
    "stock_level",
    metadata,
    ref("product_id", "product.id", primary_key=True),
    ref("location_id", "location.id", primary_key=True),
    number("on_hand_milli"),
    number("value_minor"),
    number("unit_cost_micro"),  # moving average: millionths of a minor unit per base unit
)
# what came in and is not used up, of products that leave in the order they came; the sum of the rows
# of a product at a location is its level while something is there
cost_layer = Table(
    "cost_layer",
    metadata,
    key(),
    ref("product_id", "product.id"),
    ref("location_id", "location.id"),
    moment("at"),
    number("came_milli"),
    number("came_minor"),
    number("left_milli"),
    number("left_minor"),
    CheckConstraint("left_milli >= 0 AND left_milli <= came_milli", name="left_sane"),
    partial_index("ix_cost_layer__open", "product_id", "location_id", "id", where="left_milli > 0"),
)
# goods that were made together, and their last day
lot = Table(
    "lot",
    metadata,
    key(),
    ref("product_id", "product.id"),
    code("code", length=NAME),
    day("expires_on", null=True),
    moment("first_seen"),
    UniqueConstraint("product_id", "code"),
    Index("ix_lot__code", "code"),
)
# what of a lot lies where; equals the sum of its moves
lot_level = Table(
    "lot_level",
    metadata,
    ref("lot_id", "lot.id", primary_key=True),
    ref("location_id", "location.id", primary_key=True),
    number("on_hand_milli"),
)
# append only: whence a lot came and who got it
lot_move = Table(
    "lot_move",
    metadata,
    key(),
    ref("lot_id", "lot.id", index=True),
    day("business_date"),
    moment("at"),
    number("from_location_id"),
    number("to_location_id"),
    number("quantity_milli"),
    code("document_type"),
    number("document_id"),
    Index("ix_lot_move__document_id", "document_id"),
    CheckConstraint("quantity_milli > 0", name="quantity_positive"),
)
# one piece, by the number on it, and where it is: at a place of ours, with a customer, or missing
serial = Table(
    "serial",
    metadata,
    key(),
    ref("product_id", "product.id"),
    code("code", length=NAME),
    ref("location_id", "location.id"),
    moment("first_seen"),
    UniqueConstraint("product_id", "code"),
    Index("ix_serial__code", "code"),
    Index("ix_serial__location_id", "location_id", "product_id"),
)
# append only: whence a piece came and who got it; what lay there before it was named came from 0
serial_move = Table(
    "serial_move",
    metadata,
    key(),
    ref("serial_id", "serial.id", index=True),
    day("business_date"),
    moment("at"),
    number("from_location_id"),
    number("to_location_id"),
    code("document_type"),
    number("document_id"),
    Index("ix_serial_move__document_id", "document_id"),
)
# the moves of a product by day: which days to look at, and charts without reading every move
product_day = Table(
    "product_day",
    metadata,
    Column("product_id", KeyType, primary_key=True, autoincrement=False),
    Column("business_date", day("business_date").type, primary_key=True),
    number("sold_milli"),
    number("in_milli"),
    number("out_milli"),
    number("revenue_minor"),
    Index("ix_product_day__business_date", "business_date"),
)
# goods promised to a document's line: available is on hand less the sum of these rows, never a counter
reservation = Table(
    "reservation",
    metadata,
    key(),
    ref("product_id", "product.id"),
    ref("location_id", "location.id"),
    code("document_type"),  # "order"
    number("document_id"),
    number("line_id"),
    number("quantity_milli"),
    moment("at"),
    CheckConstraint("quantity_milli > 0", name="quantity_positive"),
    UniqueConstraint("line_id", "location_id"),
    Index("ix_reservation__product_id_location_id", "product_id", "location_id"),
    Index("ix_reservation__document_id", "document_id"),
)
# goods that are expected: a purchase order's line, until it is received
incoming = Table(
    "incoming",
    metadata,
    key(),
    ref("product_id", "product.id", index=True),
    ref("location_id", "location.id"),
    code("reference", length=NAME),  # number of the purchase order
    code("supplier", length=NAME),
    day("due_on"),
    number("ordered_milli"),
    number("received_milli"),
    number("unit_cost_micro"),
    flag("closed"),
    CheckConstraint("ordered_milli > 0 AND received_milli >= 0", name="quantity_positive"),
)
bin_place = Table(
    "bin_place",
    metadata,
    key(),
    ref("location_id", "location.id"),
    code("code"),  # "A-03-2"
    code("walk_key", length=NAME),  # sorts as one walks
    flag("active"),
    UniqueConstraint("location_id", "code"),
)
# where a product lies: its home bin at a location
product_bin = Table(
    "product_bin",
    metadata,
    ref("product_id", "product.id", primary_key=True),
    ref("location_id", "location.id", primary_key=True),
    ref("bin_id", "bin_place.id", index=True),
)
goods_receipt = Table(
    "goods_receipt",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", unique=True),
    ref("location_id", "location.id"),
    code("supplier", length=NAME),
    code("reference", length=NAME),  # of his delivery note
    day("business_date"),
    moment("at"),
    number("actor_id"),
    number("cost_minor"),  # of the goods
    number("landed_minor"),  # freight, duty: spread over the lines by value
)
goods_receipt_line = Table(
    "goods_receipt_line",
    metadata,
    key(),
    ref("receipt_id", "goods_receipt.id", index=True),
    ref("product_id", "product.id", index=True),
    number("incoming_id", null=True),
    number("quantity_milli"),
    number("cost_minor"),
    number("landed_minor"),
    code("lot", length=NAME),
    day("expires_on", null=True),
    code("bin"),
    CheckConstraint("quantity_milli > 0 AND cost_minor >= 0 AND landed_minor >= 0", name="sane"),
)
# goods on their way from one of our places to another: out at dispatch, in at arrival
transfer = Table(
    "transfer",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", unique=True),
    choice("status", TransferStatus),
    ref("from_location_id", "location.id"),
    ref("to_location_id", "location.id"),
    moment("sent_at"),
    number("sent_by"),
    moment("received_at", null=True),
    number("received_by", null=True),
    one_of("status", TransferStatus),
    Index("ix_transfer__status", "status"),
)
transfer_line = Table(
    "transfer_line",
    metadata,
    key(),
    ref("transfer_id", "transfer.id", index=True),
    ref("product_id", "product.id"),
    number("quantity_milli"),
    number("received_milli"),
    number("cost_minor"),  # as they left
    CheckConstraint("quantity_milli > 0 AND received_milli >= 0", name="sane"),
    CheckConstraint("received_milli <= quantity_milli", name="not_above_sent"),
)
stock_count = Table(
    "stock_count",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", unique=True),
    choice("status", CountStatus),
    ref("location_id", "location.id"),
    flag("is_blind"),  # counters do not see what is expected
    flag("is_whole"),  # everything that lies there: what turns up beside it is part of it
    moment("started_at"),
    number("started_by"),
    moment("posted_at", null=True),
    number("posted_by", null=True),
    one_of("status", CountStatus),
)
# what the books said when the count began
stock_count_line = Table(
    "stock_count_line",
    metadata,
    ref("count_id", "stock_count.id", primary_key=True),
    ref("product_id", "product.id", primary_key=True),
    number("expected_milli"),
)
# what was counted, by whom: several counters add up
stock_count_entry = Table(
    "stock_count_entry",
    metadata,
    key(),
    code("uuid", unique=True),
    ref("count_id", "stock_count.id", index=True),
    ref("product_id", "product.id"),
    number("quantity_milli"),
    number("actor_id"),
    moment("at"),
    CheckConstraint("quantity_milli >= 0", name="not_negative"),
)
# how often a product is counted: by its share of the turnover, as it was last worked out
abc_class = Table(
    "abc_class",
    metadata,
    ref("product_id", "product.id", primary_key=True),
    choice("letter", AbcClass),
    number("turnover_minor"),
    moment("since"),
    one_of("letter", AbcClass),
)
# counts that were made by the plan
cycle_count = Table(
    "cycle_count",
    metadata,
    ref("count_id", "stock_count.id", primary_key=True),
    day("due_on", index=True),
    number("products"),
    number("late"),  # of them, how many were due before that day
)
