"""PINs are guessed: at two stations, over restarts, with the clock moved about, and from a stolen hash.

design/reliability.md 7, S7.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher

from app.access import pins
from app.access.guesses import MOST_A_DAY
from app.access.operations import create_user, sign_in
from app.access.pins import hash_pin, pin_matches
from app.access.rules import LOCK_AFTER, WeakPinError, check_pin
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.runtime.run import Runtime
from tests.conftest import SteadyClock
from tests.factories.shop import Shop

PEPPER = b"p" * 32
PIN = "8402"


def all_pins() -> Iterator[str]:
    """Of four digits, but those that nobody can have."""
    for number in range(10_000):
        pin = f"{number:04}"
        try:
            check_pin(pin)
        except WeakPinError:
            continue
        yield pin


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same hash with little work: what is shown here does not depend on how slow it is."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(pins, "_hasher", lambda: hasher)


@pytest.mark.usefixtures("quick")
def test_ten_tries_in_a_row_whatever_station_restart_or_clock(
    shop: Shop, database_url: str, bus: EventBus, clock: SteadyClock
) -> None:
    ann = shop.runtime.run(
        create_user, actor=shop.actor("manager"), name="Ann", role_code="cashier", pin=PIN, pepper=PEPPER
    )
    looked_at, opened = 0, 0
    jumps = (3600, -3600, 86_400, -86_400, 40 * 86_400, 0)
    for tried, pin in enumerate(all_pins()):
        if tried == 120:
            break
        clock.advance(seconds=jumps[tried % len(jumps)])
        # every try at another station, in a program that was just started
        factory = UnitOfWorkFactory(create_app_engine(database_url), bus, clock=clock)
        answer = Runtime(factory).run(
            sign_in, actor=SYSTEM_ACTOR, user_id=ann, pin=pin, pepper=PEPPER, station=f"T0{tried % 2 + 1}",
            till_id=None,
        )  # fmt: skip
        factory.dispose()
        looked_at += answer.wrong
        opened += answer.actor is not None
    assert (looked_at, opened) == (LOCK_AFTER, 0)
    assert LOCK_AFTER <= MOST_A_DAY


@pytest.mark.usefixtures("quick")
def test_a_stolen_hash_without_the_pepper_opens_for_no_pin() -> None:
    kept = hash_pin(PIN, PEPPER)
    assert [pin for pin in all_pins() if pin_matches(pin, b"", kept)] == []
    assert [pin for pin in all_pins() if pin_matches(pin, PEPPER, kept)] == [PIN], "with it, it is found"


def test_the_hash_is_as_slow_as_it_was_chosen() -> None:
    assert "$argon2id$v=19$m=19456,t=2,p=1$" in hash_pin(PIN, PEPPER)
