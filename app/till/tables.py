"""Shifts, carts, sales, cash movements, counts, and the summaries a Z report is read from."""

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
from app.till.states import (
    CartStatus,
    CashMovementKind,
    CountPhase,
    HoldKind,
    HoldStatus,
    ReturnCondition,
    SaleKind,
    ShiftStatus,
    TakingKind,
)

shift = Table(
    "shift",
    metadata,
    key(),
    ref("till_id", "till.id", index=True),
    code("drawer"),  # which of the till's drawers; "": its only one
    number("carried_from", null=True),  # the closed shift whose rest is its float
    choice("status", ShiftStatus),
    day("business_date", index=True),
    moment("opened_at"),
    number("opened_by"),
    number("float_minor"),
    moment("closed_at", null=True),
    number("closed_by", null=True),
    number("z_number", null=True),
    number("next_float_minor", null=True),  # left in the drawer for the next shift
    code("note", length=NAME, null=True),  # why the count differs
    code("journal_excerpt", null=True),  # head of the chain at the close, printed on the Z
    number("perpetual_minor", null=True),
    number("version"),
    one_of("status", ShiftStatus),
    UniqueConstraint("till_id", "z_number"),
    CheckConstraint("status <> 'closed' OR z_number IS NOT NULL", name="closed_is_numbered"),
    partial_index(
        "uq_shift__one_open",
        "till_id",
        "drawer",
        where="status <> 'closed' AND status <> 'suspended'",
        unique=True,
    ),
)
# what was counted: one row per denomination of cash, one per other tender
shift_count = Table(
    "shift_count",
    metadata,
    key(),
    ref("shift_id", "shift.id", index=True),
    choice("phase", CountPhase),
    code("tender_code"),
    number("denomination_minor"),  # 0: a sum, not a coin or note
    number("pieces"),
    number("amount_minor"),
    one_of("phase", CountPhase),
)
# per tender at the close: counted, expected, and the difference that was booked
shift_difference = Table(
    "shift_difference",
    metadata,
    ref("shift_id", "shift.id", primary_key=True),
    Column("tender_code", String(SHORT), primary_key=True),
    number("expected_minor"),
    number("counted_minor"),
    number("difference_minor"),
)
cash_movement = Table(
    "cash_movement",
    metadata,
    key(),
    ref("shift_id", "shift.id", index=True),
    number("till_id"),  # where; a shift may have gone on at another till since
    code("number", null=True),
    choice("kind", CashMovementKind),
    number("amount_minor"),  # positive; the kind says which way; 0 for no_sale
    code("reason", length=NAME),
    code("bag", null=True),  # number of the bag that went to the safe or the bank
    moment("at"),
    number("actor_id"),
    one_of("kind", CashMovementKind),
    CheckConstraint("amount_minor >= 0", name="amount_not_negative"),
    CheckConstraint("kind <> 'bank_drop' OR bag IS NOT NULL", name="bank_drop_has_a_bag"),
)
# the cart as it stands, saved at each change: survives kill -9
cart = Table(
    "cart",
    metadata,
    code("uuid", unique=True),
    key(),
    number("till_id"),
    choice("status", CartStatus),
    number("cashier_id"),
    code("label", length=NAME),  # customer or first item, for the list of parked sales
    number("total_minor"),
    number("line_count"),
    text("content"),  # JSON of app.till.cart.Cart
    moment("updated_at"),
    one_of("status", CartStatus),
    Index("ix_cart__status", "status"),
)
sale = Table(
    "sale",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", unique=True),
    choice("kind", SaleKind),
    number("till_id"),
    Column("shift_id", KeyType, nullable=False),
    day("business_date"),
    moment("completed_at"),
    number("cashier_id"),
    number("party_id", null=True),
    code("currency", length=3),
    number("net_minor"),
    number("tax_minor"),
    number("gross_minor"),
    number("discount_minor"),
    number("rounding_minor"),  # cash rounding: payments = gross + rounding
    number("cost_minor"),
    number("change_minor"),
    code("note", length=NAME, null=True),
    code("payload_hash", length=64),  # a re-sent request with other content is refused
    code("journal_excerpt"),
    one_of("kind", SaleKind),
    Index("ix_sale__shift_id", "shift_id"),
    # with what the overview and the control add up, so that they need not read the rows
    Index("ix_sale__business_date", "business_date", "cashier_id", "kind", "party_id", "gross_minor"),
    partial_index("ix_sale__party_id", "party_id", "business_date", where="party_id IS NOT NULL"),
    partial_index("ix_sale__discount", "business_date", where="discount_minor <> 0"),
)
sale_line = Table(
    "sale_line",
    metadata,
    Column("sale_id", KeyType, primary_key=True, autoincrement=False),
    Column("position", KeyType, primary_key=True, autoincrement=False),
    number("product_id", null=True),  # NULL: open item
    code("sku", length=NAME),
    code("name", length=NAME),
    code("barcode", length=NAME, null=True),
    code("unit"),  # what was sold: "pc", "kg", "Case"
    number("quantity_milli"),  # of that unit
    number("base_quantity_milli"),  # in the base unit of stock
    number("unit_price_minor"),
    flag("includes_tax"),
    number("list_price_minor"),  # before an override
    number("line_discount_minor"),
    number("sale_discount_minor"),  # its share of the discount on the sale
    number("net_minor"),
    number("tax_minor"),
    number("gross_minor"),
    number("cost_minor"),
    number("category_id", null=True),
    number("tax_class_id"),
    number("cashier_id"),
    number("seller_id"),  # who sold it: his commission
    code("note", length=NAME, null=True),
    text("mark", null=True),  # JSON of app.till.marks: serial numbers, the lot that was scanned
    partial_index("ix_sale_line__price_by_hand", "sale_id", where="unit_price_minor <> list_price_minor"),
)
# what a promotion took off a line, as it was shown; a sale without promotions has none
sale_promotion = Table(
    "sale_promotion",
    metadata,
    Column("sale_id", KeyType, primary_key=True, autoincrement=False),
    Column("number", KeyType, primary_key=True, autoincrement=False),
    number("position"),  # of the line
    number("promotion_id"),
    number("coupon_id", null=True),
    code("name", length=NAME),
    number("amount_minor"),
)
# what left the stock for a line that is a kit, and its share of the line's figures; other lines have none
sale_line_part = Table(
    "sale_line_part",
    metadata,
    Column("sale_id", KeyType, primary_key=True, autoincrement=False),
    Column("position", KeyType, primary_key=True, autoincrement=False),  # of the line
    Column("part", KeyType, primary_key=True, autoincrement=False),
    number("product_id"),
    number("quantity_milli"),  # base units, signed as the line's
    number("tax_class_id"),
    number("net_minor"),
    number("tax_minor"),
    number("gross_minor"),
    number("cost_minor"),
)
sale_tax = Table(
    "sale_tax",
    metadata,
    Column("sale_id", KeyType, primary_key=True, autoincrement=False),
    Column("tax_code", String(SHORT), primary_key=True),
    # thousandths of a per cent; two classes may bear one code at two rates
    Column("rate", KeyType, primary_key=True, autoincrement=False),
    number("base_minor"),
    number("tax_minor"),
)
# what a return has beyond a sale; a sale has no row here, so it is not slower for it
sale_return = Table(
    "sale_return",
    metadata,
    ref("sale_id", "sale.id", primary_key=True),
    number("origin_sale_id", null=True),  # NULL: without a receipt
    number("exchange_sale_id", null=True),  # what was bought in the same checkout
    Index("ix_sale_return__origin_sale_id", "origin_sale_id"),
    Index("ix_sale_return__exchange_sale_id", "exchange_sale_id"),
)
sale_return_line = Table(
    "sale_return_line",
    metadata,
    ref("sale_id", "sale.id", primary_key=True),
    Column("position", KeyType, primary_key=True, autoincrement=False),
    number("origin_sale_id", null=True),
    number("origin_position", null=True),
    number("quantity_milli"),  # positive, of the unit that was sold
    code("reason", length=NAME),
    choice("condition", ReturnCondition),
    one_of("condition", ReturnCondition),
    CheckConstraint("quantity_milli > 0", name="quantity_positive"),
    Index("ix_sale_return_line__origin_sale_id", "origin_sale_id", "origin_position"),
)
# money taken at a till that is no sale; how it was paid stands in payment
till_taking = Table(
    "till_taking",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", unique=True),
    choice("kind", TakingKind),
    number("till_id"),
    Column("shift_id", KeyType, nullable=False),
    day("business_date", index=True),
    moment("at"),
    number("cashier_id"),
    number("party_id", null=True),
    code("currency", length=3),
    number("amount_minor"),  # paid out again: negative
    number("rounding_minor"),
    number("change_minor"),
    code("reference", length=NAME),  # number of the gift card, of the payment
    number("target_id"),  # id of the voucher, of the customer's payment
    number("sale_id", null=True),  # what was bought in the same checkout
    code("payload_hash", length=64),
    code("journal_excerpt"),
    one_of("kind", TakingKind),
    CheckConstraint("amount_minor <> 0", name="amount_not_zero"),
    Index("ix_till_taking__shift_id", "shift_id"),
    Index("ix_till_taking__sale_id", "sale_id"),
)
# at the server: what of the whole shop's is kept for a checkout that a till with books of its own books next
till_hold = Table(
    "till_hold",
    metadata,
    key(),
    code("uuid", unique=True),  # the cart's
    choice("status", HoldStatus),
    number("till_id"),
    number("epoch"),  # of the till's machine
    number("cashier_id"),
    day("business_date"),
    moment("at"),
    moment("ended_at", null=True),
    code("why", length=NAME, null=True),  # it was released
    one_of("status", HoldStatus),
    Index("ix_till_hold__till_id", "till_id", "status"),
)
till_hold_part = Table(
    "till_hold_part",
    metadata,
    ref("hold_id", "till_hold.id", primary_key=True),
    Column("position", KeyType, primary_key=True, autoincrement=False),
    choice("kind", HoldKind),
    code("reference", length=NAME),  # number of the card, of the receipt
    number("party_id", null=True),
    number("sale_id", null=True),  # the receipt
    number("sale_position", null=True),  # and its line
    number("amount"),  # minor units, points, or thousandths of the unit that was sold
    one_of("kind", HoldKind),
    CheckConstraint("amount > 0", name="amount_positive"),
    Index("ix_till_hold_part__party_id", "party_id"),
    Index("ix_till_hold_part__sale_id", "sale_id"),
)
# the day of a store, closed over all its shifts
store_day = Table(
    "store_day",
    metadata,
    key(),
    ref("store_id", "store.id"),
    day("business_date"),
    moment("at"),
    number("actor_id"),
    number("shifts"),
    number("gross_minor"),  # sales less returns, including tax
    number("over_short_minor"),  # over positive, short negative
    number("banked_minor"),  # out of the safe, to the bank
    code("bag", null=True),
    code("note", length=NAME, null=True),
    code("journal_excerpt"),
    UniqueConstraint("store_id", "business_date"),
    CheckConstraint("banked_minor >= 0", name="banked_not_negative"),
)
# kept in the sale's own transaction, so that an X or Z is read in a tenth of a millisecond
shift_sales = Table(
    "shift_sales",
    metadata,
    Column("shift_id", KeyType, primary_key=True, autoincrement=False),
    Column("category_id", KeyType, primary_key=True, autoincrement=False),  # 0: open items
    Column("kind", String(SHORT), primary_key=True),  # sale or return
    number("lines"),
    number("quantity_milli"),
    number("net_minor"),
    number("tax_minor"),
    number("gross_minor"),
    number("discount_minor"),
    number("cost_minor"),
)
shift_tax = Table(
    "shift_tax",
    metadata,
    Column("shift_id", KeyType, primary_key=True, autoincrement=False),
    Column("tax_code", String(SHORT), primary_key=True),
    Column("rate", KeyType, primary_key=True, autoincrement=False),
    Column("kind", String(SHORT), primary_key=True),
    number("base_minor"),
    number("tax_minor"),
)
shift_tender = Table(
    "shift_tender",
    metadata,
    Column("shift_id", KeyType, primary_key=True, autoincrement=False),
    Column("tender_code", String(SHORT), primary_key=True),
    Column("kind", String(SHORT), primary_key=True),
    number("count"),
    number("amount_minor"),
)
# counters and sums by name: sales, returns, voided_lines, voided_sales, no_sales, rounding ...
shift_figure = Table(
    "shift_figure",
    metadata,
    Column("shift_id", KeyType, primary_key=True, autoincrement=False),
    Column("name", String(SHORT), primary_key=True),
    number("count"),
    number("amount_minor"),
)
