"""Every operation that a till's window can ask for goes a way that somebody chose."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module

import pytest

from app.stations.rules import jumped, message_hash, wait_seconds, went_back
from app.stations.runtime import HERE, SHOPS
from app.stations.telling import TOLD
from tests.conftest import ROOT, SteadyClock

AT_THE_SERVER = {
    "app.catalog.operations.codes.link_code",
    "app.catalog.operations.products.quick_create",
    "app.invoicing.operations.bill.invoice_order",
    "app.invoicing.operations.bill.invoice_shipments",
    "app.mailing.sending.send_draft",
    "app.parties.operations.create_customer",
    "app.storeops.operations.tick_task",
    "app.storeops.operations.untick_task",
}
REFUSED = {
    "app.till.operations.floating.suspend_shift",
    "app.till.operations.floating.take_up_shift",
    "app.till.operations.trade.bill_order_here",
}


def operations() -> Iterator[str]:
    """By name: what the till's screens and what follows a commit import."""
    for folder in ("ui/till", "app/flows"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("app."):
                    module = import_module(str(node.module))
                    for alias in node.names:
                        found = getattr(module, alias.name, None)
                        if hasattr(found, "permission") and callable(found):
                            yield f"{found.__module__}.{found.__name__}"


def test_each_is_told_stays_here_runs_at_the_server_or_is_refused() -> None:
    own = {name for name in operations() if name.startswith("app.stations.")}
    unknown = set(operations()) - set(TOLD) - HERE - SHOPS - AT_THE_SERVER - REFUSED - own
    assert unknown == set(), "say in app/stations/runtime.py (or here: at the server) which way it goes"


@pytest.mark.parametrize(
    ("minutes", "back", "forward"),
    [
        (0, False, False),
        (-1, False, False),
        (-3, True, False),
        (60 * 23, False, False),
        (60 * 25, False, True),
    ],
)
def test_a_clock_jumps_back_by_two_minutes_or_ahead_by_a_day(
    clock: SteadyClock, minutes: int, *, back: bool, forward: bool
) -> None:
    last = clock()
    clock.advance(minutes=minutes)
    assert (went_back(clock(), last), jumped(clock(), last)) == (back, forward)
    assert (went_back(clock(), None), jumped(clock(), None)) == (False, False)


def test_the_hash_of_a_message_is_of_all_that_says_which_it_is() -> None:
    whole = {"till_id": 1, "epoch": 1, "seq": 7, "uuid": "u", "kind": "sale", "payload": "{}"}
    others = {
        message_hash(**{**whole, name: value})  # type: ignore[arg-type]
        for name, value in (
            ("till_id", 2), ("epoch", 2), ("seq", 8), ("uuid", "v"), ("kind", "cash_moved"),
            ("payload", "[]"),
        )
    }  # fmt: skip
    assert len(others | {message_hash(**whole)}) == 7  # type: ignore[arg-type]


def test_waiting_grows_and_never_beyond_half_a_minute() -> None:
    waits = [wait_seconds(n) for n in range(12)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (1.0, 30.0)
