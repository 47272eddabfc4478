"""What promotions are called, and what one does in one line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.promotions.drafts import PromotionDraft
from app.promotions.importing.model import Reason
from app.promotions.rules.model import DAY_MINUTES, EVERY_DAY, HUNDRED_PER_CENT
from app.promotions.states import Concurrency, CouponStatus, PromotionKind, PromotionMode
from ui.formatting import Formats


def kinds() -> list[tuple[PromotionKind, str]]:
    """The kinds, the usual ones first."""
    tr = QCoreApplication.translate
    return [
        (PromotionKind.PERCENT, tr("Promotions", "Per cent off")),
        (PromotionKind.AMOUNT, tr("Promotions", "Amount off each piece")),
        (PromotionKind.PRICE, tr("Promotions", "Fixed price")),
        (PromotionKind.BUY_GET, tr("Promotions", "Buy some, get some")),
        (PromotionKind.BUNDLE, tr("Promotions", "So many for one price")),
        (PromotionKind.TIERS, tr("Promotions", "Per cent by quantity")),
        (PromotionKind.BASKET, tr("Promotions", "Off the whole basket")),
    ]


def modes() -> list[tuple[PromotionMode, str]]:
    """What a promotion does beside others."""
    tr = QCoreApplication.translate
    return [
        (PromotionMode.BEST_PRICE, tr("Promotions", "The best price wins")),
        (PromotionMode.COMPOUND, tr("Promotions", "Together with others")),
        (PromotionMode.EXCLUSIVE, tr("Promotions", "Keeps all others out")),
    ]


def concurrencies() -> list[tuple[Concurrency, str]]:
    """What priorities do."""
    tr = QCoreApplication.translate
    return [
        (Concurrency.WITHIN, tr("Promotions", "Only the highest priority that fits")),
        (Concurrency.ACROSS, tr("Promotions", "The best of each priority, one on the other")),
    ]


def coupon_state(status: CouponStatus, most_uses: int | None, used: int) -> str:
    """Whether a coupon is still good."""
    tr = QCoreApplication.translate
    if status is CouponStatus.BLOCKED:
        return tr("Promotions", "blocked")
    if most_uses is not None and used >= most_uses:
        return tr("Promotions", "used up")
    return tr("Promotions", "good")


def reasons() -> dict[Reason, str]:
    """Why a promotion of a file cannot be one of ours."""
    tr = QCoreApplication.translate
    return {
        Reason.KIND_OTHER: tr("Promotions", "Described in words only"),
        Reason.KIND_UNKNOWN: tr("Promotions", "A kind that is not known"),
        Reason.MEMBERS: tr("Promotions", "For members of the store's club"),
        Reason.THRESHOLD_GOODS: tr("Promotions", "Some goods cheaper from a basket amount on"),
        Reason.GIFT_PRICE: tr("Promotions", "What one gets has a price of its own"),
        Reason.GIFT_MISSING: tr("Promotions", "It does not say what one gets"),
        Reason.AMOUNT_OFF_SEVERAL: tr("Promotions", "An amount off several pieces together"),
        Reason.WEIGHED_QUANTITY: tr("Promotions", "From a weight on, or up to one"),
        Reason.SECOND_PRICE: tr("Promotions", "The price may be of the second piece or of all"),
        Reason.GROUPS: tr("Promotions", "Groups of goods with rules of their own"),
        Reason.NO_VALUE: tr("Promotions", "It does not say how much is taken off"),
        Reason.NUMBER: tr("Promotions", "A number that cannot be understood"),
        Reason.DATES: tr("Promotions", "Its days cannot be understood"),
        Reason.GOODS_UNKNOWN: tr("Promotions", "None of its goods is in the catalogue"),
        Reason.GOODS_NONE: tr("Promotions", "It names no goods"),
        Reason.CHECKED: tr("Promotions", "Not a promotion that can run here"),
    }


def what_it_does(draft: PromotionDraft, formats: Formats) -> str:
    """A promotion's value in a few words: "10 % off", "buy 2, get 1 free"."""
    tr = QCoreApplication.translate
    money = formats.money(draft.amount_minor)
    per_cent = tr("Promotions", "{percent} off").format(percent=formats.percent(draft.hundredths))
    tiers = ", ".join(f"{formats.quantity(q)}: {formats.percent(h)}" for q, h in draft.tiers)
    several = tr("Promotions", "{count} for {value}")
    basket = tr("Promotions", "{value} off from {amount}")
    value = formats.percent(draft.hundredths) if draft.hundredths else money
    return {
        PromotionKind.PERCENT: per_cent,
        PromotionKind.AMOUNT: tr("Promotions", "{amount} off").format(amount=money),
        PromotionKind.PRICE: money,
        PromotionKind.BUY_GET: _buy_and_get(draft, formats),
        PromotionKind.BUNDLE: several.format(
            count=draft.buy_count, value=money if draft.amount_minor else per_cent
        ),
        PromotionKind.TIERS: tiers,
        PromotionKind.BASKET: basket.format(value=value, amount=formats.money(draft.from_minor)),
    }[draft.kind]


def _buy_and_get(draft: PromotionDraft, formats: Formats) -> str:
    tr = QCoreApplication.translate
    if draft.hundredths == HUNDRED_PER_CENT:
        words = tr("Promotions", "buy {buy}, get {get} free")
    else:
        words = tr("Promotions", "buy {buy}, get {get} at {percent} off")
    per_cent = formats.percent(draft.hundredths)
    return words.format(buy=draft.buy_count, get=draft.get_count, percent=per_cent)


def when_it_runs(draft: PromotionDraft, formats: Formats) -> str:
    """Its calendar in a few words; "" when it always runs."""
    tr = QCoreApplication.translate
    parts = []
    if draft.first_day or draft.last_day:
        days = [formats.date(d) if d else "" for d in (draft.first_day, draft.last_day)]
        parts.append("–".join(days))
    if draft.weekdays != EVERY_DAY:
        names = weekday_names()
        parts.append(" ".join(names[i] for i in range(7) if draft.weekdays >> i & 1))
    if (draft.from_minute, draft.to_minute) != (0, DAY_MINUTES):
        parts.append(f"{clock(draft.from_minute)}–{clock(draft.to_minute)}")
    if draft.by_coupon:
        parts.append(tr("Promotions", "by coupon"))
    return ", ".join(parts)


def weekday_names() -> list[str]:
    """Two letters for each weekday, Monday first."""
    tr = QCoreApplication.translate
    return [
        tr("Promotions", "Mo"), tr("Promotions", "Tu"), tr("Promotions", "We"), tr("Promotions", "Th"),
        tr("Promotions", "Fr"), tr("Promotions", "Sa"), tr("Promotions", "Su"),
    ]  # fmt: skip


def clock(minute: int) -> str:
    """Minutes of the day as a clock shows them."""
    return f"{minute // 60:02}:{minute % 60:02}"


def tiers_text(tiers: tuple[tuple[int, int], ...], formats: Formats) -> str:
    """Tiers as they are typed: "3: 5; 10: 10"."""
    return "; ".join(f"{formats.quantity(q)}: {formats.percent(h).rstrip(' %').strip()}" for q, h in tiers)


def read_tiers(text: str, formats: Formats) -> tuple[tuple[int, int], ...]:
    """Tiers from "3: 5; 10: 10": from 3 on 5 %, from 10 on 10 %; raises what the parsers raise."""
    found = []
    for part in text.split(";"):
        if part.strip():
            quantity, _colon, per_cent = part.partition(":")
            found.append((formats.parse_quantity(quantity.strip()), formats.parse_percent(per_cent.strip())))
    return tuple(sorted(found))


def half_hours(extra: int | None = None) -> list[tuple[int, str]]:
    """Times to choose from, and one that is kept already."""
    minutes = set(range(0, DAY_MINUTES + 1, 30)) | ({extra} if extra is not None else set())
    return [(m, clock(m)) for m in sorted(minutes)]
