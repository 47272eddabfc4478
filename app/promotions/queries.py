"""What promotions and coupons there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from app.kernel.text import fold
from app.organisation.queries import find_setting
from app.promotions.drafts import Goods, PromotionDraft, coupon_code
from app.promotions.refusals import (
    CouponBlockedError,
    CouponCodeError,
    CouponUsedUpError,
    NoSuchPromotionError,
)
from app.promotions.rules.model import Calendar, Coupon, Promotion, Scope, Tier
from app.promotions.states import Concurrency, CouponStatus, GoodsRole, PromotionKind, PromotionMode
from app.promotions.tables import coupon, promotion, promotion_goods, promotion_party, promotion_tier

CONCURRENCY_SETTING = "promotions.concurrency"


@dataclass(frozen=True, slots=True)
class PromotionBook:
    """What a till sells by: the promotions that are not stopped, and how priorities meet."""

    promotions: tuple[Promotion, ...] = ()
    concurrency: Concurrency = Concurrency.WITHIN


@dataclass(frozen=True, slots=True)
class PromotionView:
    """A promotion as the editor shows it."""

    id: int
    draft: PromotionDraft
    active: bool
    version: int


@dataclass(frozen=True, slots=True)
class CouponRow:
    """A coupon of a promotion."""

    id: int
    code: str
    most_uses: int | None
    used: int
    party_id: int | None
    status: CouponStatus


def load_book(connection: Connection) -> PromotionBook:
    """Everything that may reduce a sale."""
    found = find_setting(connection, name=CONCURRENCY_SETTING)
    rows = connection.execute(select(promotion).where(promotion.c.active)).all()
    if not rows:
        return PromotionBook(concurrency=Concurrency(str(found or Concurrency.WITHIN)))
    lists = _lists(connection, [row.id for row in rows])
    made = tuple(_promotion(row, *lists[row.id]) for row in rows)
    return PromotionBook(made, Concurrency(str(found or Concurrency.WITHIN)))


def list_promotions(
    connection: Connection, *, text: str = "", active: bool | None = None
) -> list[PromotionView]:
    """The promotions whose name holds the text, those that run first, then by name."""
    query = select(promotion)
    if active is not None:
        query = query.where(promotion.c.active == active)
    rows = connection.execute(
        query.order_by(promotion.c.active.desc(), promotion.c.name, promotion.c.id)
    ).all()
    wanted = fold(text)
    rows = [row for row in rows if wanted in fold(row.name)]
    lists = _lists(connection, [row.id for row in rows])
    return [_view(row, *lists[row.id]) for row in rows]


def list_promotions_by_key(connection: Connection, *, keys: Sequence[str]) -> dict[str, PromotionView]:
    """The promotions that were imported under these keys of files, by them."""
    rows = connection.execute(select(promotion).where(promotion.c.outside_key.in_(keys))).all()
    lists = _lists(connection, [row.id for row in rows])
    return {row.outside_key: _view(row, *lists[row.id]) for row in rows}


def get_promotion(connection: Connection, *, promotion_id: int) -> PromotionView:
    """The promotion of that id; raises NoSuchPromotionError."""
    row = connection.execute(select(promotion).where(promotion.c.id == promotion_id)).first()
    if row is None:
        raise NoSuchPromotionError
    return _view(row, *_lists(connection, [promotion_id])[promotion_id])


def list_coupons(connection: Connection, *, promotion_id: int, limit: int = 500) -> list[CouponRow]:
    """The coupons of a promotion, the latest first."""
    rows = connection.execute(
        select(coupon).where(coupon.c.promotion_id == promotion_id).order_by(coupon.c.id.desc()).limit(limit)
    )
    return [CouponRow(r.id, r.code, r.most_uses, r.used, r.party_id, CouponStatus(r.status)) for r in rows]


def find_coupon(connection: Connection, *, code: str) -> Coupon | None:
    """The coupon of a scanned code that may be used, None when there is none of it at all.

    Raises:
        CouponBlockedError, CouponUsedUpError: see their sentences.
    """
    try:
        wanted = coupon_code(code)
    except CouponCodeError:
        return None
    row = connection.execute(select(coupon).where(coupon.c.code == wanted)).first()
    if row is None:
        return None
    _check_usable(row)
    return Coupon(row.id, row.code, row.promotion_id, row.most_uses, row.used, row.party_id)


def _check_usable(row: Row[Any]) -> None:
    if row.status == CouponStatus.BLOCKED.value:
        raise CouponBlockedError(code=row.code)
    if row.most_uses is not None and row.used >= row.most_uses:
        raise CouponUsedUpError(code=row.code)


_Lists = tuple[dict[GoodsRole, Goods], tuple[tuple[int, int], ...], tuple[int, ...]]


def _lists(connection: Connection, ids: Sequence[int]) -> dict[int, _Lists]:
    if not ids:
        return {}
    goods: dict[int, dict[GoodsRole, Goods]] = {i: {} for i in ids}
    for r in connection.execute(select(promotion_goods).where(promotion_goods.c.promotion_id.in_(ids))):
        own, role = goods[r.promotion_id], GoodsRole(r.role)
        had = own.get(role, Goods())
        if r.product_id is not None:
            own[role] = Goods((*had.products, r.product_id), had.categories)
        else:
            own[role] = Goods(had.products, (*had.categories, r.category_id))
    tiers: dict[int, list[tuple[int, int]]] = {i: [] for i in ids}
    query = select(promotion_tier).where(promotion_tier.c.promotion_id.in_(ids))
    for r in connection.execute(query.order_by(promotion_tier.c.from_milli)):
        tiers[r.promotion_id].append((r.from_milli, r.hundredths))
    parties: dict[int, list[int]] = {i: [] for i in ids}
    for r in connection.execute(select(promotion_party).where(promotion_party.c.promotion_id.in_(ids))):
        parties[r.promotion_id].append(r.party_id)
    return {i: (goods[i], tuple(tiers[i]), tuple(parties[i])) for i in ids}


def _view(
    row: Row[Any], goods: dict[GoodsRole, Goods], tiers: tuple[tuple[int, int], ...], parties: tuple[int, ...]
) -> PromotionView:
    draft = PromotionDraft(
        name=row.name, kind=PromotionKind(row.kind), mode=PromotionMode(row.mode), priority=row.priority,
        hundredths=row.hundredths, amount_minor=row.amount_minor, tiers=tiers, buy_count=row.buy_count,
        get_count=row.get_count, from_minor=row.from_minor, with_tax=row.with_tax, most_minor=row.most_minor,
        most_times=row.most_times, by_coupon=row.by_coupon, birthday_days=row.birthday_days,
        first_day=row.first_day, last_day=row.last_day,
        weekdays=row.weekdays, from_minute=row.from_minute, to_minute=row.to_minute,
        goods=goods.get(GoodsRole.IN, Goods()), left_out=goods.get(GoodsRole.OUT, Goods()),
        gets=goods.get(GoodsRole.GET, Goods()), party_ids=parties,
    )  # fmt: skip
    return PromotionView(row.id, draft, row.active, row.version)


def _promotion(
    row: Row[Any], goods: dict[GoodsRole, Goods], tiers: tuple[tuple[int, int], ...], parties: tuple[int, ...]
) -> Promotion:
    meant, out = goods.get(GoodsRole.IN, Goods()), goods.get(GoodsRole.OUT, Goods())
    gets = goods.get(GoodsRole.GET)
    return Promotion(
        promotion_id=row.id, name=row.name, kind=PromotionKind(row.kind), mode=PromotionMode(row.mode),
        priority=row.priority, scope=_scope(meant, out), hundredths=row.hundredths,
        calendar=Calendar(row.first_day, row.last_day, row.weekdays, row.from_minute, row.to_minute),
        amount_minor=row.amount_minor, tiers=tuple(Tier(*t) for t in tiers), buy=row.buy_count,
        get=row.get_count, get_scope=None if gets is None else _scope(gets, out), from_minor=row.from_minor,
        with_tax=row.with_tax, most_minor=row.most_minor, most_times=row.most_times,
        party_ids=frozenset(parties), by_coupon=row.by_coupon,
        birthday_days=row.birthday_days,
    )  # fmt: skip


def _scope(goods: Goods, out: Goods) -> Scope:
    return Scope(
        everything=goods.is_empty, products=frozenset(goods.products), categories=frozenset(goods.categories),
        without_products=frozenset(out.products), without_categories=frozenset(out.categories),
    )  # fmt: skip
