"""Writing promotions down, making coupons, using them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import delete, insert, select, update

from app.audit.operations import note
from app.db.columns import NAME
from app.db.errors import ChangedElsewhereError
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.promotions.drafts import Goods, PromotionDraft, check_draft, coupon_code
from app.promotions.events import PromotionsChanged
from app.promotions.refusals import (
    CouponBlockedError,
    CouponCountError,
    CouponTakenError,
    CouponUsedUpError,
    NoSuchPromotionError,
    UnknownCouponError,
)
from app.promotions.states import CouponStatus, GoodsRole
from app.promotions.tables import coupon, promotion, promotion_goods, promotion_party, promotion_tier

_LISTS: Final = ("goods", "left_out", "gets", "tiers", "party_ids")
_ROLES: Final = {"goods": GoodsRole.IN, "left_out": GoodsRole.OUT, "gets": GoodsRole.GET}
_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is read as another
_LENGTH: Final = 10
MOST_COUPONS: Final = 10_000
_CHUNK: Final = 400


@permitted(Permission.PROMOTIONS)
def save_promotion(
    uow: UnitOfWork, *, draft: PromotionDraft, promotion_id: int | None = None, version: int = 0
) -> int:
    """Write a new promotion, or another wording of one; returns its id. Sales made before keep theirs.

    Raises:
        NoSuchPromotionError, ChangedElsewhereError, and what `check_draft` and `clean_field` raise.
    """
    check_draft(draft)
    name = clean_field(draft.name, field="Name", limit=NAME)
    values = {k: v for k, v in _fields(draft).items() if k not in _LISTS}
    values |= {"name": name, "updated_at": uow.now, "version": version + 1}
    if promotion_id is None:
        promotion_id = next_id()
        uow.connection.execute(insert(promotion), {"id": promotion_id, "active": True, **values})
        kind = "promotion.created"
    else:
        _rewrite(uow, promotion_id, version, values)
        kind = "promotion.changed"
    _write_lists(uow, promotion_id, draft)
    note(uow, kind=kind, document_type="promotion", document_id=promotion_id, payload=_told(draft))
    uow.record(PromotionsChanged())
    return promotion_id


def _fields(draft: PromotionDraft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in draft.__dataclass_fields__}


def _told(draft: PromotionDraft) -> dict[str, Any]:
    told = asdict(draft)
    return {k: v for k, v in told.items() if v not in (None, (), 0, "")}


def _rewrite(uow: UnitOfWork, promotion_id: int, version: int, values: dict[str, Any]) -> None:
    changed = uow.connection.execute(
        update(promotion)
        .where(promotion.c.id == promotion_id, promotion.c.version == version)
        .values(**values)
    )
    if changed.rowcount == 0:
        found = uow.connection.execute(select(promotion.c.id).where(promotion.c.id == promotion_id)).first()
        raise NoSuchPromotionError if found is None else ChangedElsewhereError
    for table in (promotion_goods, promotion_tier, promotion_party):
        uow.connection.execute(delete(table).where(table.c.promotion_id == promotion_id))


def _write_lists(uow: UnitOfWork, promotion_id: int, draft: PromotionDraft) -> None:
    goods = [row for name, role in _ROLES.items() for row in _goods(promotion_id, role, getattr(draft, name))]
    tiers = [
        {"promotion_id": promotion_id, "from_milli": milli, "hundredths": hundredths}
        for milli, hundredths in draft.tiers
    ]
    parties = [{"promotion_id": promotion_id, "party_id": p} for p in dict.fromkeys(draft.party_ids)]
    for table, rows in ((promotion_goods, goods), (promotion_tier, tiers), (promotion_party, parties)):
        if rows:
            uow.connection.execute(insert(table), rows)


def _goods(promotion_id: int, role: GoodsRole, goods: Goods) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {"product_id": p, "category_id": None} for p in dict.fromkeys(goods.products)
    ]
    rows += [{"product_id": None, "category_id": c} for c in dict.fromkeys(goods.categories)]
    return [{"id": next_id(), "promotion_id": promotion_id, "role": role, **row} for row in rows]


@permitted(Permission.PROMOTIONS)
def set_promotion_active(uow: UnitOfWork, *, promotion_id: int, active: bool) -> None:
    """Stop a promotion, or let it run again; raises NoSuchPromotionError."""
    changed = uow.connection.execute(
        update(promotion)
        .where(promotion.c.id == promotion_id)
        .values(active=active, updated_at=uow.now, version=promotion.c.version + 1)
    )
    if changed.rowcount == 0:
        raise NoSuchPromotionError
    kind = "promotion.started" if active else "promotion.stopped"
    note(uow, kind=kind, document_type="promotion", document_id=promotion_id, payload={})
    uow.record(PromotionsChanged())


@permitted(Permission.PROMOTIONS)
def make_coupons(
    uow: UnitOfWork, *, promotion_id: int, code: str = "", count: int = 1, most_uses: int | None = 1,
    party_id: int | None = None,
) -> list[str]:  # fmt: skip
    """One coupon of that code, or `count` with codes that nobody guesses; returns the codes.

    Raises:
        NoSuchPromotionError, CouponCodeError, CouponCountError, CouponTakenError: see their sentences.
    """
    if not 1 <= count <= MOST_COUPONS or (most_uses is not None and most_uses < 1):
        raise CouponCountError
    if uow.connection.execute(select(promotion.c.id).where(promotion.c.id == promotion_id)).first() is None:
        raise NoSuchPromotionError
    codes = [coupon_code(code)] if code.strip() else [_random_code() for _ in range(count)]
    _check_free(uow, codes)
    rows = [
        {
            "id": next_id(), "code": one, "promotion_id": promotion_id, "most_uses": most_uses, "used": 0,
            "party_id": party_id, "status": CouponStatus.ACTIVE, "made_at": uow.now,
        }
        for one in codes
    ]  # fmt: skip
    uow.connection.execute(insert(coupon), rows)
    note(
        uow, kind="coupon.made", document_type="promotion", document_id=promotion_id,
        payload={"count": len(codes), "most_uses": most_uses, "party_id": party_id},
    )  # fmt: skip
    uow.record(PromotionsChanged())
    return codes


def _random_code() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def _check_free(uow: UnitOfWork, codes: Sequence[str]) -> None:
    for at in range(0, len(codes), _CHUNK):
        chunk = codes[at : at + _CHUNK]
        taken = uow.connection.execute(select(coupon.c.code).where(coupon.c.code.in_(chunk))).scalar()
        if taken is not None:
            raise CouponTakenError(code=taken)


@permitted(Permission.PROMOTIONS)
def block_coupon(uow: UnitOfWork, *, coupon_id: int) -> None:
    """A coupon that was lost or copied is taken no more; raises UnknownCouponError."""
    found = uow.connection.execute(select(coupon.c.code).where(coupon.c.id == coupon_id)).scalar()
    if found is None:
        raise UnknownCouponError(code="")
    uow.connection.execute(update(coupon).where(coupon.c.id == coupon_id).values(status=CouponStatus.BLOCKED))
    note(uow, kind="coupon.blocked", document_type="coupon", document_id=coupon_id, payload={"code": found})
    uow.record(PromotionsChanged())


@permitted(Permission.SELL)
def use_coupons(uow: UnitOfWork, *, coupon_ids: Sequence[int], sale_id: int, was_used: bool = False) -> None:
    """Count a use of each, in the sale's own transaction: of two tills that use the last, one wins.

    What was used at a till that could not ask (`was_used`) is never refused: beyond the uses it has, it
    stands in the journal.

    Raises:
        CouponUsedUpError, CouponBlockedError, UnknownCouponError: see their sentences.
    """
    for coupon_id in sorted(coupon_ids):
        free = coupon.c.most_uses.is_(None) | (coupon.c.used < coupon.c.most_uses)
        changed = uow.connection.execute(
            update(coupon)
            .where(coupon.c.id == coupon_id, coupon.c.status == CouponStatus.ACTIVE, free)
            .values(used=coupon.c.used + 1)
        )
        if changed.rowcount == 0 and not was_used:
            _say_why(uow, coupon_id)
        kind = "coupon.used" if changed.rowcount else "coupon.used_too_often"
        note(
            uow, kind=kind, document_type="coupon", document_id=coupon_id,
            payload={"sale_id": sale_id},
        )  # fmt: skip


def _say_why(uow: UnitOfWork, coupon_id: int) -> None:
    row = uow.connection.execute(
        select(coupon.c.code, coupon.c.status).where(coupon.c.id == coupon_id)
    ).first()
    if row is None:
        raise UnknownCouponError(code="")
    if row.status == CouponStatus.BLOCKED.value:
        raise CouponBlockedError(code=row.code)
    raise CouponUsedUpError(code=row.code)
