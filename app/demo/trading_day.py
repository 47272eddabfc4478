"""The whole of it: an empty database, the catalogue, a real day, and whether the books are right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.access.queries import get_actor
from app.catalog.importing.run import import_products
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.demo.replay import Replay, Replayer, create_gift_shop, read_day
from app.kernel.events import Event, EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.verify import CheckResult, verify_database
from app.runtime.run import Runtime
from app.till.shift_report import shift_report

CATALOGUE: Final = ("demo-giftshop-gbp", "catalogue.csv")
INVOICES: Final = ("uci-online-retail", "online_retail.csv.gz")
PROFILE: Final = "gift-shop"


@dataclass(frozen=True, slots=True)
class TradingDay:
    """What came of it."""

    products: int
    import_errors: int
    replay: Replay
    z_total_minor: int
    checks: int
    broken: tuple[CheckResult, ...]

    @property
    def agrees(self) -> bool:
        """The Z is the file's own total of the lines taken, and every invariant holds."""
        return self.z_total_minor == self.replay.taken_total_minor and not self.broken


class ShopClock:
    """Stands where it is set."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        """The moment."""
        return self.moment

    def set(self, moment: datetime) -> None:
        """It is so late now."""
        self.moment = moment


def raise_error(_event: Event, error: Exception) -> None:
    """For a bus that hides no error."""
    raise error


def play_trading_day(url: str, data: Path, day: str) -> TradingDay:
    """Play a day of the file into an empty, migrated database.

    Args:
        url: of the database; a SQLite file that is not there is made.
        data: the folder of the real data.
        day: e.g. "2010-12-06".
    """
    clock = ShopClock(datetime.fromisoformat(f"{day}T06:00:00").replace(tzinfo=UTC))
    engine = create_app_engine(url)
    factory = UnitOfWorkFactory(
        engine, EventBus(raise_error), read_engine=create_app_engine(url, readonly=True), clock=clock
    )
    runtime = Runtime(factory)
    try:
        user_id = runtime.run(create_gift_shop, actor=SYSTEM_ACTOR, pepper=b"trading day" * 3)
        actor = runtime.ask(get_actor, user_id=user_id, station="office", till_id=None)
        imported = import_products(runtime, actor=actor, path=data.joinpath(*CATALOGUE), profile=PROFILE)
        replay = Replayer(runtime, user_id=user_id, set_clock=clock.set).play(
            read_day(data.joinpath(*INVOICES), day)
        )
        report = runtime.ask(shift_report, shift_id=replay.shift_id)
        results = runtime.ask(verify_database)
    finally:
        factory.dispose()
    return TradingDay(
        imported.new, imported.error_count, replay, report.total_gross_minor, len(results),
        tuple(r for r in results if not r.holds),
    )  # fmt: skip
