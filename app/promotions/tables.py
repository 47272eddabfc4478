"""Promotions, the goods and customers they are for, and their coupons."""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, Table

from app.db.columns import NAME, choice, code, day, flag, key, metadata, moment, number, one_of, ref
from app.promotions.states import CouponStatus, GoodsRole, PromotionKind, PromotionMode

promotion = Table(
    "promotion",
    metadata,
    key(),
    code("name", length=NAME),  # stands on the receipt
    code("outside_key", null=True, length=NAME, unique=True),  # its key in the file it was imported from
    choice("kind", PromotionKind),
    choice("mode", PromotionMode),
    number("priority"),
    number("hundredths"),
    number("amount_minor"),
    number("buy_count"),
    number("get_count"),
    number("from_minor"),
    flag("with_tax"),
    number("most_minor", null=True),
    number("most_times", null=True),
    flag("by_coupon"),
    number("birthday_days", null=True),  # only so many days around the customer's birthday; NULL: always
    day("first_day", null=True),
    day("last_day", null=True),
    number("weekdays"),  # bit 0 is Monday
    number("from_minute"),
    number("to_minute"),
    flag("active"),
    moment("updated_at"),
    number("version"),
    one_of("kind", PromotionKind),
    one_of("mode", PromotionMode),
    CheckConstraint(
        "hundredths >= 0 AND hundredths <= 10000 AND amount_minor >= 0 AND from_minor >= 0",
        name="never_dearer",
    ),
    CheckConstraint(
        "weekdays >= 0 AND weekdays <= 127 AND from_minute >= 0 AND to_minute <= 1440", name="calendar"
    ),
)
# no row "in": all goods
promotion_goods = Table(
    "promotion_goods",
    metadata,
    key(),
    ref("promotion_id", "promotion.id", index=True),
    choice("role", GoodsRole),
    ref("product_id", "product.id", null=True),
    ref("category_id", "category.id", null=True),
    one_of("role", GoodsRole),
    CheckConstraint("(product_id IS NULL) <> (category_id IS NULL)", name="one_of_both"),
)
promotion_tier = Table(
    "promotion_tier",
    metadata,
    ref("promotion_id", "promotion.id", primary_key=True),
    Column("from_milli", BigInteger, primary_key=True, autoincrement=False),
    number("hundredths"),
    CheckConstraint("from_milli > 0 AND hundredths >= 0 AND hundredths <= 10000", name="sensible"),
)
# no row: for everybody
promotion_party = Table(
    "promotion_party",
    metadata,
    ref("promotion_id", "promotion.id", primary_key=True),
    ref("party_id", "party.id", primary_key=True),
)
coupon = Table(
    "coupon",
    metadata,
    key(),
    code("code", unique=True),  # in capitals, without blanks
    ref("promotion_id", "promotion.id", index=True),
    number("most_uses", null=True),  # NULL: as often as one likes
    number("used"),
    ref("party_id", "party.id", null=True),  # whose it is, where it is one customer's
    choice("status", CouponStatus),
    moment("made_at"),
    one_of("status", CouponStatus),
    CheckConstraint("used >= 0 AND (most_uses IS NULL OR used <= most_uses)", name="not_used_too_often"),
)
