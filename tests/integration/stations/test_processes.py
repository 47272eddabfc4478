"""Real processes: a till killed anywhere, a server crashed in mid-sale and away for a shift."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.db.engine import create_app_engine
from app.kernel.clock import system_clock
from app.kernel.events import EventBus
from app.migrations.migrate import upgrade_database
from app.payments.tables import payment
from app.reporting.verify.run import verify_database
from app.till.cart_json import cart_to_json
from app.till.operations.holds import list_holds
from app.till.tables import sale
from tests.conftest import ROOT, SteadyClock
from tests.factories.shop import Shop, make_shop
from tests.integration.stations.conftest import TillMachine, make_till, open_machine, open_runtime
from tests.integration.stations.counter import on_card, sell_card
from tests.integration.till.helpers import close, rows
from tests.support import postgres

pytestmark = pytest.mark.postgres
KILLS = 3
SELLER = "tests.integration.stations.seller"


def sales(shop: Shop) -> list[tuple[str, str, int]]:
    """UUID, number and amount of each."""
    return sorted((r.uuid, r.number, r.gross_minor) for r in rows(shop, sale))


def broken(shop: Shop) -> list[str]:
    """Names of the invariants that do not hold."""
    return [r.name for r in shop.runtime.ask(verify_database) if not r.holds]


def test_a_till_killed_anywhere_loses_and_doubles_nothing(
    till: TillMachine, server_shop: Shop, server_url: str, clock: SteadyClock, tmp_path: Path
) -> None:
    clock.moment = system_clock()
    shift = till.shop.open_shift()
    sell_card(till, shift, 900_000)
    acks = tmp_path / "acks"
    acks.with_suffix(".cart").write_text(cart_to_json(till.shop.cart("MILK", "COFFEE")), encoding="utf-8")
    till.runtime.factory.dispose()
    chance = random.Random(7)  # noqa: S311 - the same moments each time
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-m", SELLER, till.path, server_url, str(shift), acks],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.1, 0.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()

    clock.moment = system_clock()
    till = open_machine(till.path, server_shop, clock)
    till.drainer.round()
    assert till.drainer.round().unsent == 0
    acknowledged = {tuple(line.split()) for line in acks.read_text().splitlines()}
    there = sales(server_shop)
    assert len(acknowledged) > KILLS
    assert acknowledged <= {(uuid, number, str(gross)) for uuid, number, gross in there}
    assert there == sales(till.shop)
    by_card = [p.amount_minor for p in rows(server_shop, payment) if p.tender_code == "gift_card"]
    assert len(by_card) >= KILLS
    assert on_card(server_shop) == 900_000 - sum(by_card)
    assert server_shop.runtime.ask(list_holds) == []
    close(till.shop, shift)
    assert till.drainer.round().unsent == 0
    assert (broken(server_shop), broken(till.shop)) == ([], [])
    till.runtime.factory.dispose()


def test_a_server_that_crashes_in_mid_sale_and_stays_away_for_a_shift_gets_all_of_it(
    tmp_path: Path, sqlite_template: Path, clock: SteadyClock
) -> None:
    with postgres.server() as url:
        folder = url.rpartition("host=")[2]
        home = url.replace("postgresql://", "postgresql+psycopg://")
        engine = create_app_engine(home)
        upgrade_database(engine)
        engine.dispose()
        factory = open_runtime(home, clock, EventBus(on_error=lambda _event, _error: None))
        server = make_shop(factory)
        till = make_till(tmp_path / "t01.db", sqlite_template, server, clock)
        shift = till.shop.open_shift()
        till.shop.sell(till.shop.cart("MILK"), shift)
        assert till.drainer.round().unsent == 0

        postgres.crash(folder)
        first = till.shop.sell(till.shop.cart("COFFEE"), shift)  # nobody at the counter notices
        link = till.drainer.round()
        assert (link.reached, link.unsent, first.number) == (False, 1, "T01-000002")
        for _ in range(5):
            clock.advance(minutes=30)
            till.shop.sell(till.shop.cart("MILK", "WINE"), shift)
        assert till.drainer.round().unsent == 6

        postgres.start_again(folder)
        till.drainer.round()  # connections of before may be found dead first
        link = till.drainer.round()
        assert (link.reached, link.unsent, link.why) == (True, 0, "")
        close(till.shop, shift)
        assert till.drainer.round().unsent == 0
        assert sales(server) == sales(till.shop)
        assert (broken(server), broken(till.shop)) == ([], [])
        till.runtime.factory.dispose()
        factory.dispose()
