"""A gift card at tills of one shop, as several tests say it."""

from __future__ import annotations

from app.vouchers.queries import VoucherRow, find_voucher
from tests.factories.shop import Shop
from tests.integration.stations.conftest import TillMachine
from tests.integration.stations.seller import CARD
from tests.integration.stations.test_sending import broken
from tests.integration.till.checkout import card, check_out

__all__ = ["CARD", "all_well", "both", "on_card", "sell_card", "the_card"]


def sell_card(till: TillMachine, shift: int, minor: int = 5000) -> None:
    """A gift card is sold, and the server knows of it."""
    check_out(till.shop, shift, card(minor, CARD))
    assert till.drainer.round().unsent == 0


def the_card(shop: Shop) -> VoucherRow:
    """The card, as the server knows it."""
    found = shop.runtime.ask(find_voucher, code=CARD)
    assert found is not None
    return found


def on_card(shop: Shop) -> int:
    """What stands on it."""
    return the_card(shop).balance_minor


def both(till: TillMachine, second: TillMachine) -> list[tuple[TillMachine, str]]:
    """The two tills with their codes."""
    return [(till, "T01"), (second, "T02")]


def all_well(*shops: Shop) -> None:
    """Every invariant holds."""
    assert [broken(shop) for shop in shops] == [{} for _ in shops]
