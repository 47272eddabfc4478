"""The wholesaler with an account, an address for e-invoices, and customers who want them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.documents.letter_settings import save_letter_settings
from app.einvoice.details import BuyerDetails, SellerDetails, save_buyer_details, save_seller_details
from app.kernel.events import EventBus
from tests.conftest import SteadyClock
from tests.factories.shop import Shop, make_shop
from tests.factories.wholesale import CUSTOMERS, Wholesale, make_wholesale
from tests.support.judge import outside, passes

__all__ = ["one_trade", "outside", "passes", "trade"]


def ready(shop: Shop) -> Wholesale:
    """Net prices, an account, electronic addresses."""
    made = make_wholesale(shop)
    made.run(save_letter_settings, iban="DE89 3704 0044 0532 0130 00", bic="COBADEFFXXX")
    seller = SellerDetails("9930", "DE123456788", "HRB 123", "AR desk")
    made.run(save_seller_details, details=seller)
    buyer = BuyerDetails(None, "0088", "4000001123452", "04011000-12345-03")
    for name in CUSTOMERS:
        made.run(save_buyer_details, party_id=made.shop.parties[name], details=buyer)
    return made


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    """On both databases."""
    return ready(shop)


@pytest.fixture
def one_trade(sqlite_url: str, bus: EventBus, clock: SteadyClock) -> Iterator[Wholesale]:
    """In a SQLite file, for what has nothing to do with the database."""
    read_engine = create_app_engine(sqlite_url, readonly=True)
    factory = UnitOfWorkFactory(create_app_engine(sqlite_url), bus, read_engine=read_engine, clock=clock)
    yield ready(make_shop(factory))
    factory.dispose()
