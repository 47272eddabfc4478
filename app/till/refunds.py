"""By what a refund may be paid: never more by a tender than was paid by those it may stand for.

Pure. Amounts are sizes in minor units by kind of tender ("cash", "card", ...).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, combinations
from typing import Final

# how it was paid -> by what it may be paid back
DEFAULT_POLICY: Final[Mapping[str, tuple[str, ...]]] = {
    "cash": ("cash", "store_credit"),
    "card": ("card", "store_credit"),
    "account": ("account",),
    "voucher": ("store_credit",),
    "gift_card": ("gift_card", "store_credit"),
    "store_credit": ("store_credit",),
    "points": ("points",),
    "foreign_cash": ("cash", "store_credit"),
    "exchange": ("store_credit",),
}
WITHOUT_RECEIPT: Final = ("store_credit",)
WINDOW_DAYS: Final = 30
EXCHANGE: Final = "exchange"  # other goods instead: always


def policy_of(settings: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """The shop's table over the default one."""
    own = settings.get("returns.policy")
    table = {name: tuple(kinds) for name, kinds in DEFAULT_POLICY.items()}
    if isinstance(own, dict):
        table |= {str(name): tuple(str(k) for k in kinds) for name, kinds in own.items()}
    return table


def without_receipt(settings: Mapping[str, object]) -> tuple[str, ...]:
    """By what goods without a receipt may be paid."""
    own = settings.get("returns.without_receipt")
    return tuple(str(kind) for kind in own) if isinstance(own, list) else WITHOUT_RECEIPT


def window_days(settings: Mapping[str, object]) -> int:
    """How many days after the sale goods come back; 0: for ever."""
    own = settings.get("returns.window_days")
    return own if isinstance(own, int) else WINDOW_DAYS


def too_much(
    paid: Mapping[str, int], refunded: Mapping[str, int], policy: Mapping[str, tuple[str, ...]]
) -> tuple[str, int] | None:
    """The tender of which more is paid back than the policy allows, and how much could be; None: fits.

    Whatever set of refund tenders is looked at, they may not come to more than was paid by those
    tenders that one of them may stand for: then, and only then, every refund has its place (Hall).

    Args:
        paid: by what the sale was paid.
        refunded: by what was paid back so far, this refund included.
        policy: see DEFAULT_POLICY.
    """
    kinds = [kind for kind, amount in refunded.items() if amount > 0]
    for group in chain.from_iterable(combinations(kinds, n) for n in range(1, len(kinds) + 1)):
        covered = sum(
            amount
            for kind, amount in paid.items()
            if any(g == EXCHANGE or g in policy.get(kind, ()) for g in group)
        )
        wanted = sum(refunded[g] for g in group)
        if wanted > covered:
            worst = max(group, key=lambda g: (g != EXCHANGE, refunded[g]))
            return worst, max(refunded[worst] - (wanted - covered), 0)
    return None


def proposed(
    paid: Mapping[str, int], refunded: Mapping[str, int], policy: Mapping[str, tuple[str, ...]], due: int
) -> str:
    """By what to pay a refund back: as it was paid where that fits, else as the policy says first."""
    fitting = [
        kind
        for kind in dict.fromkeys([*paid, *chain.from_iterable(policy.get(k, ()) for k in paid)])
        if too_much(paid, {**refunded, kind: refunded.get(kind, 0) + due}, policy) is None
    ]
    return next((kind for kind in fitting if kind != EXCHANGE), "store_credit")
